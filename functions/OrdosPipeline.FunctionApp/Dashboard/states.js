// How far a submission has come.

import { h } from './dom.js';
import { t } from './words.js';

const settled = new Set(['applied', 'rejected', 'failed']);
const line = ['received', 'checking', 'accepted', 'applying', 'applied'];

/** Whether nothing more will happen by itself. */
export const isSettled = entry => settled.has(entry.state);

/** The state as a word, with a sign that it is on its way. */
export const stateText = entry => h('span', { class: entry.state === 'failed' ? 'wrong' : null }, isSettled(entry) ? '' : h('span.spin', { 'aria-hidden': 'true' }), t(`state.${entry.state}`));

/** The steps of the line, those behind it done; where it was rejected or has failed, it stops there. */
export function steps(entry) {
  const stopped = entry.state === 'rejected' || entry.state === 'failed';
  const reached = entry.state === 'rejected' ? 1 : entry.state === 'failed' ? (entry.verdict ? 2 : 0) : line.indexOf(entry.state);
  const shown = stopped ? [...line.slice(0, reached + 1), entry.state] : line;
  return h('ol.steps', { 'aria-label': t('state') }, shown.map((state, index) => h('li', {
    class: stopped && index === shown.length - 1 ? 'stopped' : index <= reached ? 'done' : null,
    'aria-current': (stopped ? index === shown.length - 1 : index === reached) ? 'step' : null,
  }, !stopped && index === reached && !isSettled(entry) && h('span.spin', { 'aria-hidden': 'true' }), t(`state.${state}`))));
}
