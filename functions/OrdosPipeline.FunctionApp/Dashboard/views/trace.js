// From a figure to the cell in the workbook it came from, to everything that stood in its place before, and to the summaries that used it.

import { h, table } from '../dom.js';
import { t, pick } from '../words.js';
import { get } from '../api.js';
import { fileName, number, period, quarter, instant } from '../format.js';
import { badge, facts, reporter, severity, sourceOf, to, verdict } from '../parts.js';

/** @param {import('../main.js').Context} context */
export default async function trace(context) {
  const [subject, ofPeriod] = context.parts;
  const answer = await get(`api/trace/${encodeURIComponent(context.plan)}/${encodeURIComponent(subject)}/${encodeURIComponent(ofPeriod)}`, { region: context.query.get('region'), asOf: context.query.get('asOf') });
  const name = pick(answer.name, answer.nameEn);
  const counts = answer.steps.find(step => step.counts);
  return h('article',
    h('p.muted', context.me.role === 'department' ? to('own', t('own')) : to(`${answer.kind}/${answer.id}`, `${answer.id} ${name}`)),
    h('h1', t('traceOf', name, period(answer.period))),
    answer.asOf && h('p.muted', t('asOf', instant(answer.asOf))),
    counts && h('section.card', h('h2', t(answer.asOf ? 'then' : 'now')), facts(
      [t('value'), h('b', value(counts, answer))],
      [t('text'), counts.text && h('code', counts.text)],
      [t('file'), fileName(counts.path)],
      [t('sheet'), counts.sheet],
      [t('cellAddress'), counts.cell],
      [t('remark'), counts.remark],
      [t('handedIn'), instant(counts.uploadedAt)],
      [t('by'), counts.submittedBy],
      [t('department'), reporter(counts)],
      [t('submission'), to(`submission/${counts.submission}`, counts.submission, { department: counts.reportedBy })],
      [t('region'), answer.regionName])),
    h('section.card', h('h2', t('history')), table(t('history'), [
      { head: t('handedIn'), tone: 'short', cell: step => instant(step.uploadedAt) },
      { head: t('value'), number: true, cell: step => step.counts ? h('b', value(step, answer)) : h('del', value(step, answer)) },
      { head: t('text'), tone: 'short', cell: step => step.text },
      { head: t('department'), tone: 'short', cell: reporter },
      { head: t('source'), tone: 'file', cell: sourceOf },
      { head: t('verdict'), cell: step => verdict(step.verdict) },
      { head: t('findings'), cell: step => step.findings.map(finding => h('p', severity(finding.severity), ' ', pick(finding.message, finding.messageEn))) },
    ], answer.steps, { hideCaption: true, rowAttributes: step => ({ class: step.counts ? 'counts' : null }) })),
    answer.uses.length > 0 && context.me.role !== 'department' && h('section.card', h('h2', t('usedIn')), table(t('usedIn'), [
      { head: t('quarter'), cell: use => quarter(use.quarter) },
      { head: t('versionNumber'), cell: use => `v${use.version}${use.state === 'published' ? ` ${t('published')}` : ''}` },
      { head: t('code'), cell: use => to(`${use.kind === 'project' ? 'project' : 'indicator'}/${use.id}`, use.id, { quarter: use.quarter }) },
      { head: t('status'), cell: use => badge(use.status) },
    ], answer.uses, { hideCaption: true, most: 12, more: rest => t('more', rest) })));
}

function value(step, answer) {
  if (step.state === 'withdrawn') return t('withdrawn');
  if (answer.kind === 'project') return [step.state && t(`project.${step.state}`), step.progress !== undefined && `${number(step.progress, 1)}%`, step.investment !== undefined && t('hundredMillion', number(step.investment))].filter(Boolean).join(' · ');
  return step.value === undefined ? '—' : `${step.value}${answer.unit === '%' ? '' : ' '}${answer.unit ?? ''}`;
}
