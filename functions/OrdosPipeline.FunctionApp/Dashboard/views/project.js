// One project: how it stands, each report on it with the cell it came from, and what it is made of.

import { h, table } from '../dom.js';
import { t, named, pick, formulas } from '../words.js';
import { rows } from '../api.js';
import { number, share, period, quarter, instant } from '../format.js';
import { badgeOf, reporter, sourceOf, tiles, to } from '../parts.js';
import { departmentName } from './indicators.js';
import { noSummary } from './overview.js';

/** @param {import('../main.js').Context} context */
export default async function project(context) {
  const [id] = context.parts;
  const summary = await context.summary();
  if (!summary) return noSummary(context);
  const entry = summary.projects.find(each => each.id === id);
  if (!entry) return h('section.card', h('h1', id), h('p', t('noSuchProject', id)), h('p', to('projects', t('projects'))));
  const [reports, catalogue] = await Promise.all([
    rows('projects', { plan: summary.plan, project: id }),
    rows('catalogue', { plan: summary.plan, kind: 'project', project: id }),
  ]);
  const known = catalogue[0] ?? {};
  const components = summary.projects.filter(each => each.parent === id);
  const { assessment } = entry;
  const planned = known.investmentPlan ?? known.investmentTotal ?? null;
  // A report has the columns of the quantities that it states.
  const quantities = new Map(reports.flatMap(row => Object.keys(row).filter(name => /^quantity\d+$/.test(name)).map(name => [name, row[name.replace('quantity', 'quantityName')]])));
  return h('article',
    h('p.muted', to('projects', t('projects')), entry.parent && [' › ', to(`project/${entry.parent}`, entry.parent)]),
    h('h1', `${entry.id} ${named(entry)}`),
    h('p', badgeOf(entry), ' ', h('span.muted', t('reportedBy', departmentName(summary, entry.department)), ' · ', quarter(summary.quarter))),
    h('section.card',
      tiles(
        [t('progress'), assessment.progress !== undefined && share(assessment.progress, 1), assessment.schedule !== undefined && t('scheduleText', share(assessment.schedule, 1))],
        [t('ratio'), assessment.ratio !== undefined && number(assessment.ratio), t('ratioHelp', number(summary.settings.onScheduleRatio))],
        [t('years'), known.startYear && `${known.startYear}–${known.endYear}`],
        [t('investment'), planned !== null && t('hundredMillion', number(planned))]),
      h('p.sentence', h('b', `${assessment.method} `), pick(...(formulas[assessment.method] ?? ['', ''])), ' ', to('method', t('methodMore'))),
      entry.dateAssumed && h('p.muted', t('dateAssumed'))),
    known.quote && h('section.card', h('h2', t('planText')), h('blockquote', { lang: 'zh-CN' }, known.quote)),
    h('section.card', h('h2', t('points')), table(t('points'), [
      { head: t('period'), cell: row => period(row.period), key: row => row.period },
      { head: t('projectState'), cell: row => row.state ? t(`project.${row.state}`) : '—' },
      { head: t('physical'), number: true, cell: row => row.progress === null || row.progress === undefined ? '—' : `${number(row.progress, 1)}%`, key: row => row.progress },
      { head: t('investmentUnit'), number: true, cell: row => number(row.investment), key: row => row.investment },
      ...[...quantities].sort().map(([name, what]) => ({ head: what ?? t('quantity'), number: true, cell: row => number(row[name]) })),
      { head: t('remark'), cell: row => row.remark ?? '—' },
      { head: t('handedIn'), cell: row => instant(row.uploadedAt), key: row => row.uploadedAt },
      { head: t('department'), tone: 'short', cell: reporter, key: reporter },
      { head: t('source'), cell: sourceOf },
    ], reports, { hideCaption: true, empty: t('noValues') })),
    components.length > 0 && h('section.card', h('h2', t('components')), table(t('components'), [
      { head: t('code'), cell: each => to(`project/${each.id}`, each.id) },
      { head: t('name'), cell: named },
      { head: t('status'), cell: badgeOf },
    ], components, { hideCaption: true })));
}
