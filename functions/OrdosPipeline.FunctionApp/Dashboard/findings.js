// Findings as the clerk reads them: grouped by what is wrong, the worst first, each with every place where it is and how
// to mend it.

import { h } from './dom.js';
import { groupBy } from './lists.js';
import { t, pick } from './words.js';
import { severity } from './parts.js';

const order = { error: 0, warning: 1, info: 2 };

/** Places of a group that are listed at once; the rest on demand. */
const placesShown = 5;

/**
 * @param {object[]} findings of a submission or a dry run
 * @param {(code: string) => string} nameOf from findingNames
 */
export function findingGroups(findings, nameOf) {
  if (findings.length === 0) return h('p', t('noFindings'));
  const groups = [...groupBy(findings, finding => `${finding.severity} ${finding.code}`).values()]
    .sort(([a], [b]) => order[a.severity] - order[b.severity]);
  return h('div', groups.map(group => h('section.finding',
    h('h3', severity(group[0].severity), ' ', nameOf(group[0].code), ' ', h('span.muted', '× ', group.length, ' ', h('code', group[0].code))),
    places(group))));
}

function places(group) {
  const item = finding => h('li', where(finding), ' ', pick(finding.message, finding.messageEn));
  const [first, rest] = [group.slice(0, placesShown), group.slice(placesShown)];
  return [
    h('ul.plain', first.map(item)),
    rest.length > 0 && h('details', h('summary', t('moreFindings', rest.length)), h('ul.plain', rest.map(item))),
  ];
}

const where = finding => finding.cell && h('code', [finding.sheet, finding.cell].filter(Boolean).join('!'));

/** How many of each severity. */
export function findingCounts(findings) {
  const counts = Object.keys(order).map(code => [code, findings.filter(finding => finding.severity === code).length]).filter(([, count]) => count > 0);
  return counts.length > 0 && h('span', counts.map(([code, count]) => [severity(code), ` × ${count} `]));
}
