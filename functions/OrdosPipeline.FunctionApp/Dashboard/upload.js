// Trying a file without storing anything, seeing what would be marked, and handing it in.

import { h, fill } from './dom.js';
import { t } from './words.js';
import { post, save } from './api.js';
import { verdict } from './parts.js';
import { findingsTable, findingCounts } from './findings.js';

/** @param {Function} submitted called after a file has been handed in */
export function dropZone(context, departments, department, submitted) {
  let chosen = department || (departments.length === 1 ? departments[0].id : '');
  const result = h('div', { 'aria-live': 'polite' });
  const input = h('input.unseen', { type: 'file', id: 'file', accept: '.xlsx,.xls,.csv', onchange: () => input.files[0] && tryOut(input.files[0]) });
  const select = h('select', { id: 'department', onchange: () => { chosen = select.value; } },
    h('option', { value: '' }, t('chooseDepartment')), departments.map(each => h('option', { value: each.id, selected: each.id === chosen }, each.name)));
  const zone = h('section.card.drop', {
    ondragover: event => { event.preventDefault(); zone.classList.add('over'); },
    ondragleave: () => zone.classList.remove('over'),
    ondrop: event => {
      event.preventDefault();
      zone.classList.remove('over');
      if (event.dataTransfer.files[0]) tryOut(event.dataTransfer.files[0]);
    },
  },
  h('label.field', { for: 'department' }, h('span', t('department')), select),
  h('p', t('drop'), ' ', h('label.button', { for: 'file' }, t('choose')), input),
  h('p.muted', t('dropHelp')), result);
  return zone;

  async function tryOut(file) {
    input.value = '';
    if (!chosen) {
      fill(result, h('p.wrong', { role: 'alert' }, t('chooseDepartment')));
      select.focus();
      return;
    }

    fill(result, h('p', h('span.spin', { 'aria-hidden': 'true' }), t('checking', file.name)));
    try {
      show(file, await (await post('api/check', { department: chosen, file: file.name }, file)).json());
    } catch (problem) {
      fail(problem);
    }
  }

  function show(file, answer) {
    const isRejected = answer.verdict === 'rejected';
    fill(result, h('h2', t('tried', file.name)),
      h('p', verdict(answer.verdict), ' ', t('valuesRead', answer.observations.length, answer.projectReports.length)),
      isRejected && h('p', t('rejectedHelp')),
      h('p.actions',
        h('button', { type: 'button', onclick: () => feedback(file) }, t('downloadFeedback')),
        !isRejected && h('button.first', { type: 'button', onclick: event => handIn(file, event.currentTarget) }, t('submitNow')),
        h('label.button', { for: 'file' }, t('again'))),
      findingCounts(answer.findings),
      findingsTable(answer.findings));
  }

  async function feedback(file) {
    try {
      await save(await post('api/check', { department: chosen, file: file.name, format: 'xlsx' }, file), `${file.name}.校验.xlsx`);
    } catch (problem) {
      fail(problem);
    }
  }

  async function handIn(file, button) {
    button.disabled = true;
    try {
      await post('api/submissions', { department: chosen, file: file.name }, file);
      fill(result, h('p', { role: 'status' }, t('submitted')));
      submitted();
    } catch (problem) {
      button.disabled = false;
      fail(problem);
    }
  }

  function fail(problem) {
    fill(result, h('p.wrong', { role: 'alert' }, problem.in?.(context.language) ?? String(problem)));
  }
}
