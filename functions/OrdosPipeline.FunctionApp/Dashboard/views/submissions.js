// What was handed in, with its live state; a file can be tried here and then handed in.

import { h, fill, table, choice } from '../dom.js';
import { t } from '../words.js';
import { rows } from '../api.js';
import { change } from '../place.js';
import { instant, quarter } from '../format.js';
import { to, verdict } from '../parts.js';
import { dropZone } from '../upload.js';

const final = new Set(['applied', 'rejected', 'failed']);
const every = 5000;

export default async function submissions(context) {
  const departments = await rows('catalogue', { plan: context.plan, kind: 'department' });
  const chosen = { department: context.query.get('department') ?? '', of: context.query.get('of') ?? '' };
  const list = h('div');
  const frequent = h('div');
  let timer = null;

  const read = async () => {
    const entries = await rows('submissions', { plan: chosen.of ? context.plan : null, department: chosen.department, quarter: chosen.of }, 2000);
    entries.sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt));
    fill(list, table(t('submissions'), columns(), entries, { hideCaption: true, empty: t('noneYet') }));
    fill(frequent, findingsOf(entries));
    // What is still on its way is asked for again while the page is looked at.
    timer = entries.some(entry => !final.has(entry.state)) ? setTimeout(again, every) : null;
  };
  const again = () => document.hidden ? timer = setTimeout(again, every) : read().catch(() => { timer = setTimeout(again, every); });
  document.addEventListener('leave', () => clearTimeout(timer), { once: true });
  const pickOne = name => value => {
    chosen[name] = value;
    clearTimeout(timer);
    change({ [name]: value });
    read().catch(problem => fill(list, h('p.wrong', { role: 'alert' }, problem.in?.(context.language) ?? String(problem))));
  };

  await read();
  const quarters = [...new Set([...context.heads.map(head => head.quarter), chosen.of])].filter(Boolean).sort().reverse();
  return h('div', h('h1', t('submissions')),
    dropZone(context, departments, chosen.department, () => { clearTimeout(timer); read(); }),
    h('form.filters', { onsubmit: event => event.preventDefault() },
      choice(t('department'), chosen.department, [['', t('every')], ...departments.map(each => [each.id, each.name])], pickOne('department')),
      choice(t('quarter'), chosen.of, [['', t('every')], ...quarters.map(each => [each, quarter(each)])], pickOne('of'))),
    list, frequent);
}

const columns = () => [
  { head: t('handedIn'), cell: entry => instant(entry.uploadedAt), key: entry => entry.uploadedAt },
  { head: t('department'), cell: entry => entry.departmentName || entry.department || '—', key: entry => entry.department },
  { head: t('file'), cell: entry => to(`submission/${entry.submission}`, entry.path, { department: entry.department }), key: entry => entry.path },
  { head: t('quarter'), cell: entry => entry.quarters || '—', key: entry => entry.quarters },
  { head: t('state'), cell: entry => h('span', final.has(entry.state) ? '' : h('span.spin', { 'aria-hidden': 'true' }), t(`state.${entry.state}`)), key: entry => entry.state },
  { head: t('verdict'), cell: entry => verdict(entry.verdict), key: entry => entry.verdict },
  { head: t('severity.error'), number: true, cell: entry => entry.errors ?? '—', key: entry => entry.errors },
  { head: t('severity.warning'), number: true, cell: entry => entry.warnings ?? '—', key: entry => entry.warnings },
];

// FindingCounts is text such as "unit-missing:3 value-missing:12".
function findingsOf(entries) {
  const counts = new Map();
  for (const entry of entries) {
    for (const pair of (entry.findingCounts ?? '').split(' ').filter(Boolean)) {
      const [code, count] = pair.split(':');
      const known = counts.get(code) ?? { code, count: 0, files: 0 };
      counts.set(code, { code, count: known.count + Number(count), files: known.files + 1 });
    }
  }

  const list = [...counts.values()].sort((a, b) => b.count - a.count);
  return list.length > 0 && h('section.card', h('h2', t('frequent')), table(t('frequent'), [
    { head: t('code'), cell: row => row.code, key: row => row.code },
    { head: t('count'), number: true, cell: row => row.count, key: row => row.count },
    { head: t('file'), number: true, cell: row => row.files, key: row => row.files },
  ], list.slice(0, 15), { hideCaption: true }));
}
