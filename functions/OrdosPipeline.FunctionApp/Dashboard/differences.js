// What a version says otherwise than the one published before it: what was judged, one row each, old beside new.

import { h, table } from './dom.js';
import { t, named } from './words.js';
import { amount, instant, number } from './format.js';
import { groupBy } from './lists.js';
import { badge, to } from './parts.js';

const lists = { indicator: 'indicators', region: 'regions', annual: 'annualTargets', project: 'projects' };

/**
 * @param {object} summary as SUMMARY.md describes it
 * @returns {HTMLElement|null} null where no version was published before
 */
export function differences(summary) {
  if (!summary.differences) return null;
  const { changes, version, asOf } = summary.differences;
  const judged = [...groupBy(changes.filter(change => lists[change.kind]), change => `${change.kind} ${change.id}`).values()].map(own => rowOf(summary, own));
  const others = new Set(changes.filter(change => !lists[change.kind] && change.kind !== 'status').map(change => `${change.kind} ${change.id}`)).size;
  const title = t('changes', version);
  return h('section.card', h('h2', title, ' ', h('span.muted', judged.length)), h('p.muted', t('asOfVersion', version, instant(asOf))), table(title, [
    { head: t('code'), cell: row => row.link ? to(row.link, row.id) : row.id },
    { head: t('name'), tone: 'wide', cell: row => row.name },
    { head: t('status'), cell: row => pair(row.of('Status'), code => badge(code), row.entry && badge(row.entry.assessment.status, { text: row.entry.statusText })) },
    { head: t('value'), number: true, cell: row => pair(row.of('Value'), value => amount(value && Number(value), row.entry ?? { unit: '' }), '') },
    { head: t('target'), number: true, cell: row => pair(row.of('Target'), value => amount(value && Number(value), row.entry ?? { unit: '' }), '') },
    { head: t('ratio'), number: true, cell: row => pair(row.of('Ratio'), value => number(value && Number(value)), '') },
    { head: t('because'), tone: 'short', cell: row => [row.submissions.map(id => [to(`submission/${id}`, t('aSubmission', id.slice(0, 6))), ' ']), row.decisions > 0 && t('someDecisions', row.decisions)] },
  ], judged.sort((a, b) => Boolean(b.of('Status')) - Boolean(a.of('Status'))), { hideCaption: true, empty: t('noChanges'), most: 15, more: rest => t('more', rest) }),
  others > 0 && h('p.muted', t('otherChanges', others)));
}

function rowOf(summary, changes) {
  const [{ kind, id, name }] = changes;
  const entry = summary[lists[kind]].find(each => each.id === id);
  return {
    id, entry, name: entry ? named(entry) : name,
    link: kind === 'indicator' || kind === 'project' ? `${kind}/${id}` : null,
    of: column => changes.find(change => change.column === column),
    submissions: [...new Set(changes.flatMap(change => change.submissions ?? []))],
    decisions: new Set(changes.flatMap(change => change.decisions ?? [])).size,
  };
}

/** Old and new; what has not changed stands once. */
const pair = (change, show, same) => change ? [h('del', show(change.old)), ' → ', show(change.new)] : same || '—';
