// Every indicator of the plan, to be filtered; the filter stands in the address.

import { h, fill, table, choice } from '../dom.js';
import { t, named, pick, standings, statuses, statusText } from '../words.js';
import { rows } from '../api.js';
import { change } from '../place.js';
import { number } from '../format.js';
import { exportButton } from '../downloads.js';
import { badgeOf, bar, figure, to } from '../parts.js';
import { noSummary } from './overview.js';

/** @param {import('../main.js').Context} context */
export default async function indicators(context) {
  const summary = await context.summary();
  if (!summary) return noSummary(context);
  const regions = await rows('catalogue', { plan: context.plan, kind: 'region' });
  const list = filtered(context, summary, {
    title: t('indicators'),
    entries: summary.indicators,
    attributes: true,
    columns: [
      { head: t('code'), cell: entry => to(`indicator/${entry.id}`, entry.id), key: entry => entry.id },
      { head: t('name'), tone: 'wide', cell: entry => to(`indicator/${entry.id}`, named(entry)), key: entry => entry.name },
      { head: t('department'), tone: 'short', cell: entry => departmentName(summary, entry.department), key: entry => entry.department },
      { head: t('status'), cell: badgeOf, key: entry => entry.assessment.status },
      { head: t('value'), number: true, cell: entry => figure(entry.assessment, entry), key: entry => entry.assessment.value },
      { head: t('target'), tone: 'mid', cell: entry => entry.targetText || '—', key: entry => entry.assessment.target },
      { head: `${t('progress')} / ${t('schedule')}`, cell: entry => bar(entry.assessment), key: entry => entry.assessment.progress },
      { head: t('ratio'), number: true, cell: entry => number(entry.assessment.ratio), key: entry => entry.assessment.ratio },
      { head: t('change'), number: true, cell: entry => signed(entry.change?.ratio), key: entry => entry.change?.ratio },
    ],
  });
  list.append(figuresOfRegion(context, regions));
  return list;
}

/** Everything that was reported of the city, or of a banner or district, as a file; which one stands in the address. */
function figuresOfRegion(context, regions) {
  const asked = context.query.get('region');
  let chosen = regions.find(region => region.id === asked) ?? regions[0];
  return h('section.card', h('h2', t('exportRegion')), h('p.muted', t('exportRegionHelp')),
    h('form.filters', { onsubmit: event => event.preventDefault() },
      choice(t('region'), chosen.id, regions.map(region => [region.id, region.parent ? region.name : t('wholeCity')]), id => {
        chosen = regions.find(region => region.id === id);
        change({ region: id });
      }),
      exportButton('observations', () => ({ parameters: { plan: context.plan, region: chosen.id }, name: `${context.plan}-observations-${chosen.name}` }))));
}

// The change of the ratio, with an arrow that says the same as the sign.
const signed = change => change === undefined || change === null ? '—' : change === 0 ? '±0' : `${change > 0 ? '↑ +' : '↓ '}${number(change)}`;

export const departmentName = (summary, code) =>
  summary.departments.find(department => department.id === code)?.name
  ?? summary.scoreboards.find(scoreboard => scoreboard.dimension === 'department' && scoreboard.key === code)?.name ?? code;

/**
 * A list of entries of the summary with its filters, which stand in the address.
 * @param {import('../main.js').Context} context
 * @param {object} summary
 * @param {{title: string, entries: object[], columns: import('../dom.js').Column[], attributes?: boolean}} list
 */
export function filtered(context, summary, { title, entries, columns, attributes }) {
  const chosen = Object.fromEntries(['part', 'department', 'standing', 'status', 'attribute', 'text'].map(name => [name, context.query.get(name) ?? '']));
  const result = h('div');
  const count = h('p.muted', { role: 'status' });

  const passes = entry => (!chosen.part || entry.part === chosen.part) && (!chosen.department || entry.department === chosen.department)
    && (!chosen.standing || entry.standing === chosen.standing) && (!chosen.status || entry.assessment.status === chosen.status) && (!chosen.attribute || entry.attribute === chosen.attribute)
    && (!chosen.text || `${entry.id} ${entry.name} ${entry.nameEn}`.toLowerCase().includes(chosen.text.toLowerCase()));
  const draw = () => {
    const rows = entries.filter(passes);
    fill(count, t('found', rows.length));
    fill(result, table(title, columns, rows, { hideCaption: true, empty: t('noneFound'), most: 100, more: rest => t('more', rest) }));
  };
  const pickOne = name => value => {
    chosen[name] = value;
    change({ [name]: value });
    draw();
  };
  const present = values => [...new Set(values)].filter(Boolean);
  const every = ['', t('every')];
  const partName = number => {
    const part = summary.parts.find(each => each.number === number);
    return part ? `${number} ${pick(part.name, part.nameEn)}` : number;
  };
  draw();
  return h('div', h('h1', title),
    h('form.filters', { role: 'search', onsubmit: event => event.preventDefault() },
      h('label.field', h('span', t('search')), h('input', { type: 'search', value: chosen.text, oninput: event => pickOne('text')(event.target.value) })),
      choice(t('part'), chosen.part, [every, ...present(entries.map(entry => entry.part)).sort((a, b) => a - b).map(part => [part, partName(part)])], pickOne('part')),
      choice(t('department'), chosen.department, [every, ...present(entries.map(entry => entry.department)).map(code => [code, departmentName(summary, code)])], pickOne('department')),
      choice(t('standing'), chosen.standing, [every, ...Object.keys(standings).map(name => [name, t(`standing.${name}`)])], pickOne('standing')),
      choice(t('status'), chosen.status, [every, ...Object.keys(statuses).filter(code => entries.some(entry => entry.assessment.status === code)).map(code => [code, statusText(code)])], pickOne('status')),
      attributes && choice(t('attribute'), chosen.attribute, [every, ['约束性', t('binding')], ['预期性', t('expectedKind')]], pickOne('attribute'))),
    h('section.card', count, result));
}
