// Trying a file without storing anything, seeing what would be marked, and handing it in.

import { h, fill } from './dom.js';
import { t } from './words.js';
import { post, save } from './api.js';
import { cellGrids } from './cells.js';
import { downloadButton } from './downloads.js';
import { faultLine } from './faults.js';
import { findingCounts, findingGroups } from './findings.js';
import { findingNames } from './rules.js';
import { quarter } from './format.js';
import { to, verdict } from './parts.js';

/**
 * @param {import('./main.js').Context} context
 * @param {Array<{id: string, name: string}>} departments that the reader may hand in for
 * @param {string} department chosen at first; empty for none
 * @param {() => void} submitted called after a file has been handed in
 */
export function dropZone(context, departments, department, submitted) {
  const { me } = context;
  let chosen = department || (departments.length === 1 ? departments[0].id : '');
  let turn = 0;
  const mayHandIn = me.role !== 'reader';
  const result = h('div.result', { 'aria-live': 'polite' });
  const input = h('input.unseen', { type: 'file', id: 'file', accept: '.xlsx,.xls,.csv', onchange: () => input.files[0] && tryOut(input.files[0]) });
  const select = h('select', { id: 'department', onchange: () => { chosen = select.value; turn++; fill(result); } },
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
  h('h2', t(mayHandIn ? 'dropTitle' : 'dropTitleReader')),
  h('div.choose',
    departments.length > 1 && h('label.field', { for: 'department' }, h('span', t('department')), select),
    h('span', input, h('label.button.first', { for: 'file' }, t('choose')), ' ', h('span.muted', t('drop')))),
  h('p.muted', t(mayHandIn ? 'dropHelp' : 'dropHelpReader')), template(), result);
  return zone;

  /** The workbook to fill in: of the quarter that is being reported, or of the plan's last once that is over. */
  function template() {
    const year = Number(me.openQuarter.slice(0, 4));
    const of = year > context.lastYear ? `${context.lastYear}Q4` : me.openQuarter;
    const fault = h('span');
    const asked = () => isChosen() ? { parameters: { department: chosen, quarter: of, plan: context.plan }, name: `${chosen}-${of}.xlsx` } : null;
    return h('p.actions', downloadButton(t('template', quarter(of)), 'api/template', asked, fault), fault);
  }

  function isChosen() {
    if (chosen) return true;
    fill(result, h('p.wrong', { role: 'alert' }, t('chooseDepartment')));
    select.focus();
    return false;
  }

  async function tryOut(file) {
    input.value = '';
    if (!isChosen()) return;
    // Of two files tried in quick succession only the later is shown, and none that was tried for another department.
    const mine = ++turn;
    fill(result, h('p', h('span.spin', { 'aria-hidden': 'true' }), t('checking', file.name)));
    try {
      const [answer, nameOf] = await Promise.all([post('api/check', { department: chosen, file: file.name, cells: 'true' }, file).then(response => response.json()), findingNames()]);
      if (mine === turn) show(file, answer, nameOf);
    } catch (problem) {
      if (mine === turn) fill(result, faultLine(problem));
    }
  }

  function show(file, answer, nameOf) {
    const isRejected = answer.verdict === 'rejected';
    const fault = h('div');
    const heading = h('h2', { tabindex: '-1' }, t('tried', file.name));
    fill(result, heading,
      h('p', verdict(answer.verdict), ' ', t('valuesRead', answer.observations.length, answer.projectReports.length), ' ', findingCounts(answer.findings)),
      h('p', t(isRejected ? (answer.findings.some(finding => finding.cell) ? 'rejectedHelp' : 'rejectedFileHelp') : mayHandIn ? 'acceptedHelp' : 'acceptedHelpReader')),
      h('p.actions',
        !isRejected && mayHandIn && h('button.first', { type: 'button', onclick: event => handIn(file, event.currentTarget, fault) }, t('submitNow')),
        h('button', { type: 'button', onclick: () => feedback(file, fault) }, t('downloadFeedback')),
        h('button', { type: 'button', onclick: () => input.click() }, t('again'))),
      fault,
      cellGrids(answer.sheets ?? [], answer.findings),
      answer.findings.length > 0 && findingGroups(answer.findings, nameOf));
    heading.focus({ preventScroll: true });
  }

  async function feedback(file, fault) {
    try {
      await save(await post('api/check', { department: chosen, file: file.name, format: 'xlsx' }, file), `${file.name}.校验.xlsx`);
    } catch (problem) {
      fill(fault, faultLine(problem));
    }
  }

  async function handIn(file, button, fault) {
    button.disabled = true;
    try {
      const handedIn = await (await post('api/submissions', { department: chosen, file: file.name }, file)).json();
      fill(result, h('p', { role: 'status' }, t('submitted'), ' ', to(`submission/${handedIn.submission}`, t('follow'), { department: handedIn.department })));
      submitted();
    } catch (problem) {
      button.disabled = false;
      fill(fault, faultLine(problem));
    }
  }
}
