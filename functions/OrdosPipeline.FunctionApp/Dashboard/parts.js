// Pieces that several views show in the same way.

import { h, table } from './dom.js';
import { t, statuses, standings, statusText } from './words.js';
import { link } from './place.js';
import { amount, share, number, cell, period } from './format.js';

/** A status as symbol and word; its colour only repeats them. */
export function badge(code, { text, stale, red } = {}) {
  const [, , tone, symbol] = statuses[code] ?? ['', '', 'neutral', '•'];
  return h('span.badges',
    h(`span.badge.${tone}`, h('span', { 'aria-hidden': 'true' }, symbol), ' ', statusText(code, text)),
    red && h('span.badge.bad', t('redLight')),
    stale && h('span.badge.neutral', t('stale')));
}

/** A status as its symbol alone, for a place where the word is in the label. */
export const symbolOf = code => statuses[code]?.[3] ?? '•';

export const toneOf = code => statuses[code]?.[2] ?? 'neutral';

/** The status of an entry of the summary. */
export const badgeOf = entry => badge(entry.assessment.status, { text: entry.statusText, stale: entry.assessment.stale, red: entry.red });

/** Progress as a bar with the schedule as a mark on it. Nothing is drawn, and nothing is called 0 %, where progress is not known. */
export function bar(assessment) {
  const { progress, schedule } = assessment;
  if (progress === null || progress === undefined) return h('span.muted', '—');
  const clamp = value => Math.max(0, Math.min(1, value));
  return h('span.progress',
    h('span.track', { 'aria-hidden': 'true' },
      h('span.done', { style: `width:${clamp(progress) * 100}%` }),
      schedule !== undefined && h('span.due', { style: `left:${clamp(schedule) * 100}%` })),
    h('span', share(progress)), schedule !== undefined && h('span.muted', ` / ${share(schedule)}`));
}

/**
 * Groups of indicators or projects, one a row, counted by standing: as a stacked bar and in numbers.
 * @param {string} title
 * @param {Array<{name: *, scoreboard: object}>} groups
 */
export function standingsTable(title, groups) {
  const count = (scoreboard, name) => scoreboard.standings.find(entry => entry.standing === name)?.count ?? 0;
  const columns = Object.entries(standings).map(([name, [tone, symbol]]) => ({
    head: h('span', { class: tone }, h('span', { 'aria-hidden': 'true' }, symbol), ' ', t(`standing.${name}`)),
    number: true,
    cell: ({ scoreboard }) => h('span', { class: count(scoreboard, name) > 0 ? null : 'zero' }, number(count(scoreboard, name), 0)),
    key: groups.length > 6 ? ({ scoreboard }) => count(scoreboard, name) : undefined,
  }));
  return h('div.board', table(title, [
    { head: t('group'), cell: group => group.name },
    { head: t('total'), number: true, cell: ({ scoreboard }) => number(scoreboard.total, 0), key: groups.length > 6 ? ({ scoreboard }) => scoreboard.total : undefined },
    { head: '', cell: ({ scoreboard }) => stack(scoreboard) },
    ...columns,
  ].filter(column => column.head !== '' || groups.some(group => group.scoreboard.judged > 0)), groups, { hideCaption: true }));
}

function stack(scoreboard) {
  return h('div.stack', { 'aria-hidden': 'true' }, scoreboard.standings.filter(entry => entry.count > 0).map(entry =>
    h('span', { class: `${standings[entry.standing][0]} ${entry.standing}`, style: `flex-grow:${entry.count}` })));
}

/** Facts as a list of terms; those without a value are left out. */
export function facts(...pairs) {
  return h('dl.facts', pairs.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
    .map(([term, value]) => h('div', h('dt', term), h('dd', value))));
}

/** Big figures: [what, figure, what stands below it in small]. Those without a figure are left out. */
export function tiles(...entries) {
  return h('dl.tiles', entries.filter(([, figure]) => figure !== null && figure !== undefined && figure !== false && figure !== '')
    .map(([term, figure, below]) => h('div', h('dt', term), h('dd', figure, below && h('small', below)))));
}

/** What is judged, with its period below, which is not always that of the quarter. */
export const figure = (assessment, indicator) => assessment.value === undefined ? '—' : [amount(assessment.value, indicator), h('small.under', period(assessment.valuePeriod))];

/** A link to another view of these pages. */
export const to = (path, text, changes) => h('a', { href: link(path, changes) }, text);

/** The name of the department that reported a row, its code where it has none. */
export const reporter = row => row.reportedByName ?? row.reportedBy;

/** Where a row stands, as a link to its submission; the whole path below incoming/ shows under the pointer. */
export const sourceOf = row => h('a', { href: link(`submission/${row.submission}`, { department: row.reportedBy }), title: row.path }, cell(row));

export const severitySigns = { error: '✕', warning: '!', info: 'i' };

/** A finding's severity as symbol and word. */
export function severity(code) {
  const tone = { error: 'bad', warning: 'slow', info: 'neutral' }[code] ?? 'neutral';
  return h(`span.badge.${tone}`, h('span', { 'aria-hidden': 'true' }, severitySigns[code] ?? '•'), ' ', t(`severity.${code}`));
}

/** A verdict as symbol and word; a dash before there is one. */
export function verdict(code) {
  if (!code) return h('span.muted', '—');
  const tone = { accepted: 'good', 'accepted-with-warnings': 'slow', rejected: 'bad' }[code] ?? 'neutral';
  const symbol = { accepted: '✓', 'accepted-with-warnings': '!', rejected: '✕' }[code] ?? '•';
  return h(`span.badge.${tone}`, h('span', { 'aria-hidden': 'true' }, symbol), ' ', t(`verdict.${code}`));
}
