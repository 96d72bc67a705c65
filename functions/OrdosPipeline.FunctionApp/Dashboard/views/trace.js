// From a figure to the cell in the workbook it came from, to everything that stood in its place before, and to the summaries that used it.

import { h, table } from '../dom.js';
import { t, pick } from '../words.js';
import { get } from '../api.js';
import { period, quarter, instant, cell } from '../format.js';
import { badge, facts, severity, to, verdict } from '../parts.js';

export default async function trace(context) {
  const [subject, ofPeriod] = context.parts;
  const answer = await get(`api/trace/${encodeURIComponent(context.plan)}/${encodeURIComponent(subject)}/${encodeURIComponent(ofPeriod)}`, { region: context.query.get('region'), asOf: context.query.get('asOf') });
  const name = pick(answer.name, answer.nameEn);
  const counts = answer.steps.find(step => step.counts);
  return h('article',
    h('p.muted', to(`${answer.kind}/${answer.id}`, `${answer.id} ${name}`)),
    h('h1', t('traceOf', name, period(answer.period))),
    counts && h('section.card', h('h2', t('now')), facts(
      [t('value'), value(counts, answer)],
      [t('text'), counts.text],
      [t('file'), counts.path],
      [t('sheet'), counts.sheet],
      [t('cellAddress'), counts.cell],
      [t('remark'), counts.remark],
      [t('handedIn'), instant(counts.uploadedAt)],
      [t('by'), counts.submittedBy],
      [t('department'), counts.reportedByName ?? counts.reportedBy],
      [t('submission'), to(`submission/${counts.submission}`, counts.submission, { department: counts.reportedBy })])),
    h('section.card', h('h2', t('history')), table(t('history'), [
      { head: t('handedIn'), cell: step => instant(step.uploadedAt) },
      { head: t('value'), number: true, cell: step => value(step, answer) },
      { head: t('text'), cell: step => step.text },
      { head: t('department'), cell: step => step.reportedByName ?? step.reportedBy },
      { head: t('source'), cell: step => to(`submission/${step.submission}`, cell(step), { department: step.reportedBy }) },
      { head: t('verdict'), cell: step => verdict(step.verdict) },
      { head: t('findings'), cell: step => step.findings.map(finding => h('p', severity(finding.severity), ' ', pick(finding.message, finding.messageEn))) },
    ], answer.steps, { hideCaption: true })),
    answer.uses.length > 0 && h('section.card', h('h2', t('usedIn')), table(t('usedIn'), [
      { head: t('quarter'), cell: use => quarter(use.quarter) },
      { head: t('versionNumber'), cell: use => `v${use.version}${use.state === 'published' ? ` ${t('published')}` : ''}` },
      { head: t('code'), cell: use => to(`${use.kind === 'project' ? 'project' : 'indicator'}/${use.id}`, use.id, { quarter: use.quarter }) },
      { head: t('status'), cell: use => badge(use.status) },
    ], answer.uses, { hideCaption: true })));
}

function value(step, answer) {
  if (step.state === 'withdrawn') return t('withdrawn');
  if (answer.kind === 'project') return [step.state && t(`project.${step.state}`), step.progress !== undefined && `${step.progress}%`, step.investment !== undefined && `${step.investment} 亿元`].filter(Boolean).join(' · ');
  return step.value === undefined ? '—' : `${step.value} ${answer.unit ?? ''}`;
}
