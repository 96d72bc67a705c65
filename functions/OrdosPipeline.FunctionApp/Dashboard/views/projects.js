// Every project of the plan, counted and filtered apart from the indicators.

import { h } from '../dom.js';
import { t, named } from '../words.js';
import { number } from '../format.js';
import { exportButton } from '../downloads.js';
import { badgeOf, bar, standingsTable, to } from '../parts.js';
import { filtered, departmentName } from './indicators.js';
import { noSummary } from './overview.js';

/** @param {import('../main.js').Context} context */
export default async function projects(context) {
  const summary = await context.summary();
  if (!summary) return noSummary(context);
  const list = filtered(context, summary, {
    title: t('projects'),
    entries: summary.projects,
    columns: [
      { head: t('code'), cell: entry => to(`project/${entry.id}`, entry.id), key: entry => entry.id },
      { head: t('name'), tone: 'wide', cell: entry => [entry.parent && h('span.muted', { 'aria-hidden': 'true' }, '└ '), to(`project/${entry.id}`, named(entry))], key: entry => entry.name },
      { head: t('department'), tone: 'short', cell: entry => departmentName(summary, entry.department), key: entry => entry.department },
      { head: t('status'), cell: badgeOf, key: entry => entry.assessment.status },
      { head: `${t('progress')} / ${t('schedule')}`, cell: entry => bar(entry.assessment), key: entry => entry.assessment.progress },
      { head: t('ratio'), number: true, cell: entry => number(entry.assessment.ratio), key: entry => entry.assessment.ratio },
    ],
  });
  const scoreboard = summary.scoreboards.find(each => each.group === 'projects');
  list.append(h('section.card', h('h2', t('exportProjects')), h('p.muted', t('exportProjectsHelp')),
    h('p', exportButton('projects', () => ({ parameters: { plan: context.plan }, name: `${context.plan}-projects` })))));
  list.querySelector('h1').after(h('section.card', standingsTable(t('standings'), [{ name: t('standingsProjects'), scoreboard }])));
  return list;
}
