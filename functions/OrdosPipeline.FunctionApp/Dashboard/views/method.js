// By what standard the reports judge, and where the plan's own text leaves something open.

import { h, table } from '../dom.js';
import { t, pick, formulas } from '../words.js';
import { number, share } from '../format.js';
import { facts, to } from '../parts.js';

/** @param {import('../main.js').Context} context */
export default async function method(context) {
  const summary = await context.summary();
  const used = name => [...summary.indicators, ...summary.projects].filter(entry => entry.assessment.method === name).length;
  return h('article', h('h1', t('method')),
    summary && thresholds(summary.settings),
    h('section.card', h('h2', t('formulas')),
      table(t('formulas'), [
        { head: t('methodNumber'), cell: ([name]) => name },
        { head: t('reckoning'), cell: ([, [chinese, english]]) => pick(chinese, english) },
        summary && { head: t('judgedBy'), number: true, cell: ([name]) => number(used(name), 0) },
      ].filter(Boolean), Object.entries(formulas), { hideCaption: true }),
      h('p', h('a', { href: 'dashboard/METHODOLOGY.md', target: '_blank', rel: 'noopener' }, t('fullMethod')))),
    summary && h('section.card', h('h2', t('tensions')), h('p.muted', t('tensionsHelp')), table(t('tensions'), [
      { head: t('indicators'), tone: 'short', cell: tension => tension.indicators.map(id => [to(`indicator/${id}`, id), ' ']) },
      { head: t('document'), cell: tension => h('span', { lang: 'zh-CN' }, tension.document) },
      { head: t('position'), cell: tension => pick(tension.position, tension.positionEn) },
    ], summary.tensions, { hideCaption: true, empty: '—' })),
    h('p', h('a', { href: 'api/openapi.json', target: '_blank', rel: 'noopener' }, t('apiDescription'))));
}

function thresholds(settings) {
  return h('section.card', h('h2', t('thresholds')), h('p', t('thresholdsHelp')), facts(
    [t('ahead'), number(settings.aheadRatio)], [t('onSchedule'), number(settings.onScheduleRatio)], [t('behind'), number(settings.behindRatio)],
    [t('approximate'), share(settings.approximateTolerance)], [t('staleQuarterly'), settings.staleQuarterly], [t('staleYearly'), settings.staleYearly], [t('deadline'), settings.deadlineDays]));
}
