// Buttons that fetch a file, each with its fault beside it.

import { h, fill } from './dom.js';
import { t } from './words.js';
import { download } from './api.js';
import { faultLine } from './faults.js';
import { place } from './place.js';

/**
 * A button that cannot be pressed a second time until the file has come.
 * @param {string} text
 * @param {string} path of the API
 * @param {() => {parameters: object, name: string}|null} asked when it is pressed: what is asked for, and the name of the file; null where something must be chosen first
 * @param {HTMLElement} fault takes what went wrong
 */
export function downloadButton(text, path, asked, fault) {
  return h('button', {
    type: 'button',
    onclick: async event => {
      const control = event.currentTarget;
      fill(fault);
      const file = asked();
      if (!file) return;
      control.disabled = true;
      try {
        await download(path, file.parameters, file.name);
      } catch (problem) {
        fill(fault, faultLine(problem));
      } finally {
        control.disabled = false;
      }
    },
  }, text);
}

/**
 * Every row of a table that a filter leaves, as an Excel file.
 * @param {string} table
 * @param {() => {parameters: object, name: string}} asked the filter; the name of the file is without its ending
 */
export function exportButton(table, asked) {
  const fault = h('span');
  return h('span.actions', downloadButton(t('exportExcel'), `api/${table}`, () => {
    const { parameters, name } = asked();
    return { parameters: { ...parameters, format: 'xlsx', lang: place().language === 'en' ? 'en' : null }, name: `${name}.xlsx` };
  }, fault), fault);
}
