// The plan at one quarter on one page: how the indicators stand, what needs attention, who has not reported, what has
// changed, and what an administrator can do about it.

import { h, table } from '../dom.js';
import { t, named, pick } from '../words.js';
import { quarter, instant, share, number } from '../format.js';
import { badgeOf, bar, figure, standingsTable, tiles, to } from '../parts.js';
import { downloadButton } from '../downloads.js';
import { quarterActs } from '../acts.js';
import { differences } from '../differences.js';

/** @param {import('../main.js').Context} context */
export default async function overview(context) {
  const summary = await context.summary();
  if (!summary) return noSummary(context);
  const attention = summary.indicators.filter(entry => entry.red || entry.standing === 'behind' && (entry.attribute || entry.veto)).sort((a, b) => urgency(a) - urgency(b));
  const othersBehind = summary.indicators.filter(entry => entry.standing === 'behind').length - attention.length;
  return h('div',
    h('div.head',
      h('div', h('h1', `${quarter(summary.quarter)} ${t(`kind.${summary.kind}`)}`),
        h('p.muted', planName(context), ' · ', t('version', summary.version), ' ', context.head.state === 'published' ? h('span.badge.good', '✓ ', t('published')) : h('span.badge.neutral', t('draft')), ' · ', t('asOf', instant(summary.asOf)))),
      h('div', reports(context, summary), context.me.role === 'administrator' && quarterActs(context))),
    laterQuarters(context),
    h('div.pair', standings(summary), completeness(summary)),
    h('section.card', h('h2', t('attention'), ' ', h('span.muted', attention.length)),
      attention.length === 0 ? h('p', t('noAttention')) : indicatorTable(t('attention'), attention),
      othersBehind > 0 && h('p', to('indicators', t('othersBehind', othersBehind), { standing: 'behind' }))),
    missing(summary),
    differences(summary),
    h('section.card', h('h2', t('headline')), indicatorTable(t('headline'), summary.indicators.filter(entry => entry.attribute))),
    partBoard(summary),
    summary.brokenConsistencies.length > 0 && h('section.card', h('h2', t('broken')), h('ul.plain', summary.brokenConsistencies.map(broken => h('li', pick(broken.message, broken.messageEn))))),
    summary.tensions.length > 0 && h('p', to('method', t('tensionsCount', summary.tensions.length))));
}

/** Red first, then vetoes, then binding, then the rest; far behind before behind. */
const urgency = entry => (entry.red ? 0 : entry.veto ? 10 : entry.attribute === '约束性' ? 20 : 30) + (entry.assessment.status === 'behind' ? 1 : 0);

const planName = context => {
  const plan = context.me.plans.find(each => each.id === context.plan);
  return pick(plan.name, plan.nameEn);
};

/** In the place of any view that shows a summary where none is written. */
export function noSummary(context) {
  if (context.quarter && !isOfPlan(context)) {
    return h('section.card.hint', h('h1', t('noQuarter', quarter(context.quarter))), h('p', t('noQuarterHelp', context.firstYear, context.lastYear)),
      h('p', to('overview', t('newestSummary'), { quarter: null })));
  }

  const isPast = context.quarter && context.heads.length > 0;
  return h('section.card.hint', h('h1', isPast ? t('noSummaryOf', quarter(context.quarter)) : t('noSummary')), h('p', t('noSummaryHelp')),
    context.me.role === 'administrator' && quarterActs(context),
    h('p', to('submissions', t('submissions')), isPast && [' · ', to('overview', t('newestSummary'), { quarter: null })]));
}

function isOfPlan({ quarter: name, firstYear, lastYear }) {
  const [, year] = /^(\d{4})Q[1-4]$/.exec(name) ?? [];
  return Number(year) >= firstYear && Number(year) <= lastYear;
}

function laterQuarters(context) {
  const later = context.heads.filter(head => head.quarter > context.quarter);
  if (later.length === 0 || context.query.has('quarter')) return null;
  return h('p.card.hint', t('laterQuarters', quarter(context.quarter), later.length), ' ', later.slice(0, 8).reverse().map(head => [to('overview', quarter(head.quarter), { quarter: head.quarter }), ' ']));
}

function reports(context, summary) {
  const path = `api/report/${summary.plan}/${summary.quarter}`;
  const lang = context.language === 'en' ? 'en' : null;
  const fault = h('span');
  const stem = `${summary.plan}-${summary.quarter}-v${summary.version}${lang ? '.en' : ''}`;
  const button = (text, format) => downloadButton(text, path, () => ({
    parameters: { version: summary.version, format, lang: format === 'json' ? null : lang }, name: `${stem}.${format}`,
  }), fault);
  return h('p.actions', h('span.muted', t('reports')), button(t('reportHtml'), 'html'), button(t('reportDocx'), 'docx'), button(t('annex'), 'xlsx'), button(t('summaryJson'), 'json'), fault);
}

function standings(summary) {
  const group = (name, code, path, changes) => {
    const scoreboard = summary.scoreboards.find(each => each.group === code);
    return scoreboard?.total > 0 && { name: path ? to(path, name, changes) : name, scoreboard };
  };
  return h('section.card', h('h2', t('standings')), standingsTable(t('standings'), [
    group(t('standingsHeadline'), 'headline'), group(t('standingsBinding'), 'binding', 'indicators', { attribute: '约束性' }), group(t('standingsVeto'), 'veto'),
    group(t('standingsAll'), 'all', 'indicators'), group(t('standingsProjects'), 'projects', 'projects'),
  ].filter(Boolean)));
}

function completeness(summary) {
  const { completeness: all, departments } = summary;
  const of = count => t('ofExpected', count, all.expected);
  return h('section.card', h('h2', t('completeness')),
    tiles([t('rate'), share(all.acceptedRate), of(all.accepted)], [t('onTime'), number(all.onTime, 0), t('deadlineDays', summary.settings.deadlineDays)], [t('missing'), number(departments.filter(each => each.missing).length, 0), null], [t('late'), number(departments.filter(isLate).length, 0), null]),
    h('p', to('departments', t('matrixLink'))));
}

/** Of those that are expected: what others hand in is counted nowhere. */
const isLate = department => department.expected && department.late;

function missing(summary) {
  const names = list => h('ul.names', list.map(department => h('li', to('submissions', department.name, { department: department.id }))));
  const none = summary.departments.filter(department => department.missing);
  const late = summary.departments.filter(isLate);
  return h('section.card', h('h2', t('whoMissing')),
    none.length === 0 ? h('p', t('nobodyMissing')) : [h('h3.bad', `○ ${t('missing')} `, h('span.muted', none.length)), names(none)],
    late.length > 0 && [h('h3.slow', `◐ ${t('late')} `, h('span.muted', late.length)), names(late)]);
}

function indicatorTable(caption, entries) {
  return table(caption, [
    { head: t('code'), cell: entry => to(`indicator/${entry.id}`, entry.id), key: entry => entry.id },
    { head: t('name'), tone: 'wide', cell: entry => to(`indicator/${entry.id}`, named(entry)), key: entry => entry.name },
    { head: t('attribute'), tone: 'short', cell: entry => [entry.attribute === '约束性' ? t('binding') : entry.attribute === '预期性' ? t('expectedKind') : '—', entry.veto && h('span.badge.bad', t('veto'))], key: entry => entry.attribute },
    { head: t('status'), cell: badgeOf, key: entry => entry.assessment.status },
    { head: t('value'), number: true, cell: entry => figure(entry.assessment, entry), key: entry => entry.assessment.value },
    { head: t('target'), tone: 'mid', cell: entry => entry.targetText || '—', key: entry => entry.assessment.target },
    { head: `${t('progress')} / ${t('schedule')}`, cell: entry => bar(entry.assessment), key: entry => entry.assessment.progress },
    { head: t('ratio'), number: true, cell: entry => number(entry.assessment.ratio), key: entry => entry.assessment.ratio },
  ], entries, { hideCaption: true });
}

function partBoard(summary) {
  const boards = summary.scoreboards.filter(scoreboard => scoreboard.of === 'indicators' && scoreboard.dimension === 'part');
  return h('section.card', h('h2', t('parts')), standingsTable(t('parts'), boards.map(scoreboard => ({ name: to('indicators', pick(scoreboard.name, scoreboard.nameEn), { part: scoreboard.key }), scoreboard }))));
}
