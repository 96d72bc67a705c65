// The rows of a file that have findings, as they stand in it, with the faulty cells marked: by colour, border and sign.

import { h } from './dom.js';
import { t } from './words.js';
import { severitySigns } from './parts.js';

const order = ['error', 'warning', 'info'];

/** A, B … Z, AA: the name of a column by its index. */
export function columnName(index) {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + (rest - 1) % 26) + name;
  return name;
}

/**
 * @param {Array<{sheet: string|null, left: number, rows: Array<{row: number, cells: string[]}>}>} sheets of a dry run
 * @param {object[]} findings of the same
 * @returns {HTMLElement|null} null where no finding stands at a cell
 */
export function cellGrids(sheets, findings) {
  const shown = sheets.filter(sheet => findings.some(finding => finding.cell && (finding.sheet ?? null) === sheet.sheet));
  return shown.length > 0 ? h('div', h('h3', t('marked')), shown.map(sheet => grid(sheet, findings.filter(finding => (finding.sheet ?? null) === sheet.sheet)))) : null;
}

function grid(sheet, findings) {
  const byCell = new Map();
  for (const finding of findings.filter(each => each.cell)) {
    const known = byCell.get(finding.cell);
    if (!known || order.indexOf(finding.severity) < order.indexOf(known.severity)) byCell.set(finding.cell, finding);
  }

  const marked = findings.map(finding => finding.column ?? 0);
  const width = Math.max(0, ...marked, ...sheet.rows.map(row => row.cells.length));
  const columns = Array.from({ length: width }, (_, index) => columnName(index));
  const caption = sheet.sheet ? `${t('sheet')} ${sheet.sheet}` : t('marked');
  const body = [];
  let last = 0;
  for (const { row, cells } of sheet.rows) {
    if (last > 0 && row > last + 1) body.push(h('tr.gap', h('th', { 'aria-hidden': 'true' }, '⋮'), h('td', { colspan: width })));
    last = row;
    body.push(h('tr', h('th', { scope: 'row' }, row), columns.map((column, index) => cell(cells[index] ?? '', byCell.get(`${column}${row}`)))));
  }

  return h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': caption },
    h('table.cells', h('caption', { class: sheet.sheet ? null : 'unseen' }, caption),
      h('thead', h('tr', h('td'), columns.map(column => h('th', { scope: 'col' }, column)))), h('tbody', body)),
    sheet.left > 0 && h('p.muted', t('rowsLeft', sheet.left)));
}

function cell(text, finding) {
  if (!finding) return h('td', text);
  return h('td', { class: finding.severity }, text,
    h('sup', { class: { error: 'bad', warning: 'slow', info: 'fair' }[finding.severity] }, h('span', { 'aria-hidden': 'true' }, severitySigns[finding.severity]), h('span.unseen', t(`severity.${finding.severity}`))));
}
