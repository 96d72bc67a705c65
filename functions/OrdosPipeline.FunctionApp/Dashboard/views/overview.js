// The plan at one quarter on one page: how many indicators stand how, what needs attention, who has not reported.

import { h, table } from '../dom.js';
import { t, named, pick } from '../words.js';
import { download } from '../api.js';
import { quarter, instant, amount, share, number } from '../format.js';
import { badgeOf, bar, standingsOf, to } from '../parts.js';

export default async function overview(context) {
  const summary = await context.summary();
  if (!summary) return noSummary();
  const board = group => summary.scoreboards.find(scoreboard => scoreboard.group === group);
  const red = summary.indicators.filter(entry => entry.red);
  const headline = summary.indicators.filter(entry => entry.attribute);
  return h('div',
    h('h1', `${quarter(summary.quarter)} ${t(`kind.${summary.kind}`)}`),
    h('p.muted', `${summary.plan} · ${t('version', summary.version)}（${context.head?.state === 'published' ? t('published') : t('draft')}） · ${t('asOf', instant(summary.asOf))}`),
    reports(context, summary),
    h('div.cards', standingsOf(board('headline'), t('standingsHeadline')), standingsOf(board('binding'), t('standingsBinding')), standingsOf(board('all'), t('standingsAll')), standingsOf(board('projects'), t('standingsProjects'))),
    h('section.card', h('h2', t('red')), red.length === 0 ? h('p', t('noRed')) : indicatorTable(t('red'), red)),
    h('section.card', h('h2', t('headline')), indicatorTable(t('headline'), headline)),
    completeness(context, summary),
    partBoard(summary),
    summary.brokenConsistencies.length > 0 && h('section.card', h('h2', t('broken')), h('ul', summary.brokenConsistencies.map(broken => h('li', pick(broken.message, broken.messageEn))))),
    differences(summary));
}

export function noSummary() {
  return h('section.card', h('h1', t('noSummary')), h('p', t('noSummaryHelp')), h('p', to('submissions', t('submissions'))));
}

function reports(context, summary) {
  const path = `api/report/${summary.plan}/${summary.quarter}`;
  const language = context.language === 'en' ? 'en' : null;
  const file = name => language ? name.replace('report.', 'report.en.') : name;
  const button = (text, act) => h('button', { type: 'button', onclick: event => run(event.currentTarget, act, context) }, text);
  return h('p.actions', h('span', t('reports')), ' ',
    button(t('reportHtml'), () => download(path, { format: 'html', lang: language }, `${summary.plan}-${summary.quarter}-${file('report.html')}`)),
    button(t('reportDocx'), () => download(path, { format: 'docx', lang: language }, `${summary.plan}-${summary.quarter}-${file('report.docx')}`)),
    button(t('annex'), () => download(path, { format: 'xlsx', lang: language }, `${summary.plan}-${summary.quarter}-annex.xlsx`)),
    button(t('summaryJson'), () => download(path, { format: 'json' }, `${summary.plan}-${summary.quarter}-summary.json`)));
}

async function run(control, act, context) {
  control.disabled = true;
  try {
    await act();
  } catch (problem) {
    context.say(problem.in?.(context.language) ?? String(problem));
    control.after(h('span.wrong', { role: 'alert' }, problem.in?.(context.language) ?? String(problem)));
  } finally {
    control.disabled = false;
  }
}

function indicatorTable(caption, entries) {
  return table(caption, [
    { head: t('code'), cell: entry => to(`indicator/${entry.id}`, entry.id), key: entry => entry.id },
    { head: t('name'), cell: entry => to(`indicator/${entry.id}`, named(entry)), key: entry => entry.name },
    { head: t('attribute'), cell: entry => entry.attribute === '约束性' ? t('binding') : entry.attribute === '预期性' ? t('expectedKind') : '—', key: entry => entry.attribute },
    { head: t('status'), cell: badgeOf, key: entry => entry.assessment.status },
    { head: t('value'), number: true, cell: entry => amount(entry.assessment.value, entry), key: entry => entry.assessment.value },
    { head: t('target'), number: true, cell: entry => entry.assessment.status === 'target-pending' ? '—' : amount(entry.assessment.target, entry), key: entry => entry.assessment.target },
    { head: `${t('progress')} / ${t('schedule')}`, cell: entry => bar(entry.assessment), key: entry => entry.assessment.progress },
  ], entries, { hideCaption: true });
}

function completeness(context, summary) {
  const { completeness: all, departments } = summary;
  const names = list => h('ul.names', list.map(department => h('li', to('submissions', department.name, { department: department.id }))));
  const missing = departments.filter(department => department.missing);
  const late = departments.filter(department => department.late);
  return h('section.card', h('h2', t('completeness')),
    h('ul.numbers',
      h('li', h('b', all.expected), t('expected')), h('li', h('b', all.received), t('received')), h('li', h('b', all.accepted), t('accepted')),
      h('li', h('b', all.onTime), t('onTime')), h('li', h('b', share(all.acceptedRate)), t('rate'))),
    missing.length === 0 ? h('p', t('nobodyMissing')) : [h('h3', `${t('missing')} `, h('span.muted', missing.length)), names(missing)],
    late.length > 0 && [h('h3', `${t('late')} `, h('span.muted', late.length)), names(late)],
    h('p', to('departments', t('matrix'))));
}

function partBoard(summary) {
  const boards = summary.scoreboards.filter(scoreboard => scoreboard.of === 'indicators' && scoreboard.dimension === 'part');
  const standing = name => ({
    head: t(`standing.${name}`), number: true,
    cell: scoreboard => number(count(scoreboard, name), 0), key: scoreboard => count(scoreboard, name),
  });
  return h('section.card', h('h2', t('parts')), table(t('parts'), [
    { head: t('part'), cell: scoreboard => to('indicators', `${pick(scoreboard.name, scoreboard.nameEn)}`, { part: scoreboard.key }) },
    { head: t('total'), number: true, cell: scoreboard => number(scoreboard.total, 0), key: scoreboard => scoreboard.total },
    ...['achieved', 'ahead', 'on-schedule', 'behind', 'open'].map(standing),
  ], boards, { hideCaption: true }));
}

const count = (scoreboard, name) => scoreboard.standings.find(entry => entry.standing === name)?.count ?? 0;

function differences(summary) {
  if (!summary.differences) return null;
  return h('section.card', h('h2', t('changes')), table(t('changes'), [
    { head: t('code'), cell: change => change.kind === 'indicator' ? to(`indicator/${change.id}`, change.id) : change.id },
    { head: t('name'), cell: change => `${change.name} · ${change.column}` },
    { head: `v${summary.differences.version}`, cell: change => change.old ?? '—' },
    { head: `v${summary.version}`, cell: change => change.new ?? '—' },
    { head: t('submission'), cell: change => (change.submissions ?? []).map(id => [to(`submission/${id}`, id.slice(0, 8)), ' ']) },
  ], summary.differences.changes, { hideCaption: true }));
}
