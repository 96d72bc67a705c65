// Who has reported for which quarter, as one table.

import { h, table } from '../dom.js';
import { t } from '../words.js';
import { rows } from '../api.js';
import { quarter } from '../format.js';
import { to } from '../parts.js';

const symbols = { onTime: ['●', 'good'], late: ['◐', 'slow'], missing: ['○', 'bad'], rejected: ['✕', 'bad'], none: ['·', 'neutral'] };

export default async function departments(context) {
  if (context.heads.length === 0) return h('section.card', h('h1', t('noSummary')), h('p', t('noSummaryHelp')));
  const quarters = context.heads.map(head => head.quarter).sort();
  const entries = await rows('summaries', { plan: context.plan, kind: 'department', from: quarters[0], to: quarters.at(-1) }, 20000);
  const versions = new Map(context.heads.map(head => [head.quarter, head.version]));
  const byDepartment = new Map();
  for (const entry of entries.filter(each => each.version === versions.get(each.quarter))) {
    if (!byDepartment.has(entry.id)) byDepartment.set(entry.id, { id: entry.id, name: entry.name, quarters: new Map() });
    byDepartment.get(entry.id).quarters.set(entry.quarter, entry);
  }

  const list = [...byDepartment.values()].sort((a, b) => a.id.localeCompare(b.id));
  return h('div', h('h1', t('matrix')), h('p.muted', t('matrixHelp')), table(t('matrix'), [
    { head: t('department'), cell: row => to('submissions', row.name ?? row.id, { department: row.id }), key: row => row.id },
    ...quarters.map(each => ({ head: each, cell: row => mark(row, each), key: row => stateOf(row.quarters.get(each)) })),
  ], list, { hideCaption: true }));
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
  const [symbol, tone] = symbols[state];
  const text = t(`cell.${state}`);
  const sign = h(`span.mark.${tone}`, { role: 'img', 'aria-label': text, title: `${row.name ?? row.id} ${quarter(ofQuarter)}: ${text}` }, symbol);
  return state === 'none' || state === 'missing' ? sign : to('submissions', sign, { department: row.id, of: ofQuarter });
}
