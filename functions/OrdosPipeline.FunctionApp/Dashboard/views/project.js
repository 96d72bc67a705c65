// One project: how it stands, each report on it with the cell it came from, and what it is made of.

import { h, table } from '../dom.js';
import { t, named } from '../words.js';
import { rows } from '../api.js';
import { number, share, period, instant, cell } from '../format.js';
import { badgeOf, facts, to } from '../parts.js';
import { departmentName } from './indicators.js';
import { noSummary } from './overview.js';

export default async function project(context) {
  const [id] = context.parts;
  const summary = await context.summary();
  if (!summary) return noSummary();
  const entry = summary.projects.find(each => each.id === id);
  if (!entry) return h('section.card', h('h1', id), h('p', t('notFound')));
  const [reports, catalogue] = await Promise.all([
    rows('projects', { plan: summary.plan, project: id }),
    rows('catalogue', { plan: summary.plan, kind: 'project', project: id }),
  ]);
  const known = catalogue[0] ?? {};
  const components = summary.projects.filter(each => each.parent === id);
  const quantities = Object.keys(reports[0] ?? {}).filter(name => /^quantity\d+$/.test(name));
  return h('article',
    h('p.muted', to('projects', t('projects')), entry.parent && [' › ', to(`project/${entry.parent}`, entry.parent)]),
    h('h1', `${entry.id} ${named(entry)}`),
    h('p', badgeOf(entry)),
    h('section.card', facts(
      [t('progress'), entry.assessment.progress !== undefined && `${share(entry.assessment.progress, 1)}（${t('schedule')} ${share(entry.assessment.schedule, 1)}，${t('ratio')} ${number(entry.assessment.ratio)}）`],
      [t('years'), known.startYear && `${known.startYear}–${known.endYear}`],
      [t('investment'), (known.investmentPlan ?? known.investmentTotal) !== undefined && (known.investmentPlan ?? known.investmentTotal) !== null && `${number(known.investmentPlan ?? known.investmentTotal)} 亿元`],
      [t('planText'), known.quote],
      [t('methodNumber'), entry.assessment.method],
      [t('department'), departmentName(summary, entry.department)]), entry.dateAssumed && h('p.muted', t('dateAssumed'))),
    h('section.card', h('h2', t('points')), table(t('points'), [
      { head: t('period'), cell: row => period(row.period), key: row => row.period },
      { head: t('projectState'), cell: row => row.state ? t(`project.${row.state}`) : '—' },
      { head: t('physical'), number: true, cell: row => row.progress === null || row.progress === undefined ? '—' : `${number(row.progress, 1)}%`, key: row => row.progress },
      { head: `${t('investment')}（亿元）`, number: true, cell: row => number(row.investment), key: row => row.investment },
      ...quantities.map(name => ({ head: reports[0][name.replace('quantity', 'quantityName')] ?? t('quantity'), number: true, cell: row => number(row[name]) })),
      { head: t('remark'), cell: row => row.remark ?? '—' },
      { head: t('handedIn'), cell: row => instant(row.uploadedAt), key: row => row.uploadedAt },
      { head: t('source'), cell: row => to(`submission/${row.submission}`, cell(row)) },
    ], reports, { hideCaption: true, empty: t('noValues') })),
    components.length > 0 && h('section.card', h('h2', t('components')), table(t('components'), [
      { head: t('code'), cell: each => to(`project/${each.id}`, each.id) },
      { head: t('name'), cell: named },
      { head: t('status'), cell: badgeOf },
    ], components, { hideCaption: true })));
}
