// Findings as the clerk reads them: by place, the worst first, with what to do.

import { h, table } from './dom.js';
import { t, pick } from './words.js';
import { severity } from './parts.js';

const order = { error: 0, warning: 1, info: 2 };

export function findingsTable(findings) {
  const sorted = findings.map((finding, index) => [finding, index]).sort(([a, i], [b, j]) => order[a.severity] - order[b.severity] || i - j).map(([finding]) => finding);
  return table(t('findings'), [
    { head: t('what'), cell: finding => [severity(finding.severity), ' ', pick(finding.message, finding.messageEn)] },
    { head: t('place'), cell: finding => finding.cell ? h('code', [finding.sheet, finding.cell].filter(Boolean).join('!')) : finding.sheet ?? t('wholeFile') },
    { head: t('text'), cell: finding => finding.found ? h('mark', { class: finding.severity }, finding.found) : '—' },
    { head: t('code'), cell: finding => h('code', finding.code) },
  ], sorted, { empty: t('noFindings') });
}

/** How many of each severity. */
export function findingCounts(findings) {
  const counts = ['error', 'warning', 'info'].map(code => [code, findings.filter(finding => finding.severity === code).length]).filter(([, count]) => count > 0);
  return counts.length > 0 && h('p', counts.map(([code, count]) => [severity(code), ` × ${count} `]));
}
