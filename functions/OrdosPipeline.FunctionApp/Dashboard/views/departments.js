// Who has reported for which quarter, as one table: a department a row, a quarter a column.

import { h } from '../dom.js';
import { t } from '../words.js';
import { rows } from '../api.js';
import { quarter, share } from '../format.js';
import { groupBy } from '../lists.js';
import { to } from '../parts.js';
import { noSummary } from './overview.js';

const states = ['onTime', 'late', 'missing', 'rejected', 'none'];

/** @param {import('../main.js').Context} context */
export default async function departments(context) {
  if (context.heads.length === 0) return noSummary(context);
  const quarters = context.heads.map(head => head.quarter).sort();
  const entries = await rows('summaries', { plan: context.plan, kind: 'department', from: quarters[0], to: quarters.at(-1), $select: 'Quarter,Version,Id,Name,Expected,OnTime,Late,Accepted,Received' });
  const versions = new Map(context.heads.map(head => [head.quarter, head.version]));
  const byDepartment = new Map();
  for (const entry of entries.filter(each => each.version === versions.get(each.quarter))) {
    if (!byDepartment.has(entry.id)) byDepartment.set(entry.id, { id: entry.id, name: entry.name ?? entry.id, quarters: new Map() });
    byDepartment.get(entry.id).quarters.set(entry.quarter, entry);
  }

  const asked = context.query.get('quarter');
  const list = [...byDepartment.values()].sort((a, b) => missedOf(b) - missedOf(a) || a.name.localeCompare(b.name, 'zh-CN'));
  return h('div', h('h1', t('matrix')),
    h('ul.legend', states.map(state => h('li', sign(state), ' ', t(`cell.${state}`)))),
    h('p.muted', t('matrixHelp')),
    h('section.card', h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': t('matrix') },
      h('table.matrix', h('caption.unseen', t('matrix')), head(quarters, asked), h('tbody', list.map(row => h('tr', h('th', { scope: 'row' }, to('submissions', row.name, { department: row.id })),
        quarters.map(each => h('td', { class: classOf(each, asked) }, mark(row, each)))))), foot(list, quarters, asked)))));
}

const missedOf = row => [...row.quarters.values()].filter(entry => stateOf(entry) === 'missing' || stateOf(entry) === 'rejected').length;
/** Where a year starts, and which quarter the address is about. */
const classOf = (name, asked) => [name.endsWith('Q1') && 'starts', name === asked && 'asked'].filter(Boolean).join(' ') || null;
const sign = state => h(`span.mark.${state}`, { 'aria-hidden': 'true' });

function head(quarters, asked) {
  const years = groupBy(quarters, each => each.slice(0, 4));
  return h('thead',
    h('tr', h('th', { rowspan: 2, scope: 'col' }, t('department')), [...years].map(([year, own]) => h('th.year', { colspan: own.length, scope: 'colgroup' }, year))),
    h('tr', quarters.map(each => h('th', { scope: 'col', class: classOf(each, asked) }, to('overview', h('abbr', { title: quarter(each), 'aria-label': quarter(each) }, each.slice(4)), { quarter: each })))));
}

function stateOf(entry) {
  if (!entry) return 'none';
  if (entry.onTime) return 'onTime';
  if (entry.late || entry.accepted > 0) return 'late';
  if (entry.received > 0) return 'rejected';
  return entry.expected ? 'missing' : 'none';
}

function mark(row, ofQuarter) {
  const state = stateOf(row.quarters.get(ofQuarter));
  const text = t(`cell.${state}`);
  const shown = [sign(state), h('span.unseen', text)];
  const title = `${row.name} ${quarter(ofQuarter)}: ${text}`;
  if (state === 'none' || state === 'missing') return h('span', { title }, shown);
  const link = to('submissions', shown, { department: row.id, of: ofQuarter });
  link.title = title;
  return link;
}

/** How many of those expected have an accepted return. */
function foot(list, quarters, asked) {
  return h('tfoot', h('tr', h('th', { scope: 'row' }, t('rate')), quarters.map(each => {
    const expected = list.map(row => row.quarters.get(each)).filter(entry => entry?.expected);
    return h('td', { class: classOf(each, asked) }, expected.length === 0 ? '—' : share(expected.filter(entry => entry.accepted > 0).length / expected.length));
  })));
}
