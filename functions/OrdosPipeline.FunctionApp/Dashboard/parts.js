// Pieces that several views show in the same way.

import { h } from './dom.js';
import { t, pick, statuses, standings, statusText } from './words.js';
import { link } from './place.js';
import { share, number } from './format.js';

/** A status as symbol and word; its colour only repeats them. */
export function badge(code, { text, stale, red } = {}) {
  const [, , tone, symbol] = statuses[code] ?? ['', '', 'neutral', '•'];
  return h('span.badges',
    h(`span.badge.${tone}`, h('span', { 'aria-hidden': 'true' }, symbol), ' ', statusText(code, text)),
    red && h('span.badge.bad', t('binding')),
    stale && h('span.badge.neutral', t('stale')));
}

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

/** Counts and shares by standing, as one stacked bar with a legend that says the same in words. */
export function standingsOf(scoreboard, title) {
  if (!scoreboard) return null;
  const entries = scoreboard.standings.filter(entry => entry.count > 0);
  return h('section.card',
    h('h3', title, ' ', h('span.muted', scoreboard.total)),
    h('div.stack', { 'aria-hidden': 'true' }, entries.map(entry => h(`span.${standings[entry.standing][2]}`, { style: `flex-grow:${entry.count}` }))),
    h('ul.legend', scoreboard.standings.map(entry => {
      const [chinese, english, tone, symbol] = standings[entry.standing];
      return h('li', h(`span.badge.${tone}`, h('span', { 'aria-hidden': 'true' }, symbol), ' ', pick(chinese, english)), ' ', h('b', number(entry.count, 0)), ' ', h('span.muted', share(entry.share)));
    })));
}

/** Facts as a list of terms; those without a value are left out. */
export function facts(...pairs) {
  return h('dl.facts', pairs.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
    .map(([term, value]) => h('div', h('dt', term), h('dd', value))));
}

export const to = (path, text, changes) => h('a', { href: link(path, changes) }, text);

/** A finding's severity as symbol and word. */
export function severity(code) {
  const tone = { error: 'bad', warning: 'slow', info: 'neutral' }[code] ?? 'neutral';
  const symbol = { error: '✕', warning: '!', info: 'i' }[code] ?? '•';
  return h(`span.badge.${tone}`, h('span', { 'aria-hidden': 'true' }, symbol), ' ', t(`severity.${code}`));
}

export function verdict(code) {
  if (!code) return h('span.muted', '—');
  const tone = { accepted: 'good', 'accepted-with-warnings': 'slow', rejected: 'bad' }[code] ?? 'neutral';
  const symbol = { accepted: '✓', 'accepted-with-warnings': '!', rejected: '✕' }[code] ?? '•';
  return h(`span.badge.${tone}`, h('span', { 'aria-hidden': 'true' }, symbol), ' ', t(`verdict.${code}`));
}
