// What a page shows in the place of data: why there is none, and what to do about it.

import { h } from './dom.js';
import { t } from './words.js';
import { place, link } from './place.js';
import { Problem } from './api.js';

/**
 * The title of a problem and what to do, in one line for a place beside a control.
 * @param {unknown} problem
 */
function faultText(problem) {
  if (!(problem instanceof Problem)) return String(problem?.message ?? problem);
  const { language } = place();
  return [problem.title(language), problem.detail(language), problem.body.traceId && `traceId ${problem.body.traceId}`].filter(Boolean).join(language === 'en' ? '. ' : '。').replaceAll('。。', '。');
}

/** The same as an element that is read out at once. */
export const faultLine = problem => h('p.wrong', { role: 'alert' }, faultText(problem));

/**
 * A whole page in the place of the one that cannot be drawn.
 * @param {unknown} problem
 * @param {() => void} retry
 */
export function faultPage(problem, retry) {
  const { language } = place();
  const isProblem = problem instanceof Problem;
  if (!isProblem) console.error(problem);
  if (isProblem && problem.status === 403) return notAllowed(problem.detail(language));
  const isMissing = isProblem && problem.status === 404;
  return h('section.card.notice', { role: 'alert' },
    h('h1', isMissing ? problem.title(language) : t('failed')),
    isProblem && !isMissing && h('p', h('strong', problem.title(language))),
    h('p', isProblem ? problem.detail(language) : t('pageFailed')),
    !isProblem && h('p.muted', h('code', String(problem?.message ?? problem))),
    isProblem && problem.body.traceId && h('p.muted', 'traceId ', h('code', problem.body.traceId)),
    h('p.actions', h('button.first', { type: 'button', onclick: retry }, t('retry')), h('a', { href: link('') }, t('home'))));
}

/** A page that the reader's role does not open. */
export function notAllowed(detail) {
  return h('section.card.notice', { role: 'alert' },
    h('h1', t('forbidden')), h('p', detail), h('p.actions', h('a.button.first', { href: link('') }, t('home'))));
}
