// Asks before something is done that cannot be taken back, in the browser's own dialog: it holds the focus, and Escape leaves it.

import { h, fill } from './dom.js';
import { t } from './words.js';
import { faultLine } from './faults.js';

/**
 * @param {object} question
 * @param {string} question.title what is to be done
 * @param {string[]} question.says what will happen, sentence by sentence
 * @param {string} question.confirm on the button that does it
 * @param {() => Promise<*>} question.act done while the dialog stands, so that a fault is told where it was ordered
 * @returns {Promise<*>} what the act gave; undefined when the reader has left it
 */
export function confirmAct({ title, says, confirm, act }) {
  return new Promise(resolve => {
    const before = document.activeElement;
    const fault = h('div');
    let result;
    const yes = h('button.first', { type: 'button', onclick: run }, confirm);
    const no = h('button', { type: 'button', autofocus: true, onclick: () => dialog.close() }, t('cancel'));
    const dialog = h('dialog', { 'aria-labelledby': 'dialog-title', onclose: ended, oncancel: event => yes.disabled && event.preventDefault() },
      h('h2', { id: 'dialog-title' }, title), says.map(sentence => h('p', sentence)), fault, h('p.actions', yes, no));
    document.body.append(dialog);
    dialog.showModal();

    async function run() {
      yes.disabled = no.disabled = true;
      fill(fault, h('p', h('span.spin', { 'aria-hidden': 'true' }), t('working')));
      try {
        result = await act();
        dialog.close();
      } catch (problem) {
        fill(fault, faultLine(problem));
        yes.disabled = no.disabled = false;
      }
    }

    function ended() {
      dialog.remove();
      if (before?.isConnected) before.focus();
      resolve(result);
    }
  });
}
