// By what standard the reports judge, and where the plan's own text leaves something open.

import { h, table } from '../dom.js';
import { t, pick, formulas } from '../words.js';
import { number, share } from '../format.js';
import { facts, to } from '../parts.js';
import { noSummary } from './overview.js';

export default async function method(context) {
  const summary = await context.summary();
  if (!summary) return noSummary();
  const { settings } = summary;
  return h('article', h('h1', t('method')),
    h('section.card', h('h2', t('thresholds')), h('p', t('thresholdsHelp')), facts(
      [t('ahead'), number(settings.aheadRatio)], [t('onSchedule'), number(settings.onScheduleRatio)], [t('behind'), number(settings.behindRatio)],
      [t('approximate'), share(settings.approximateTolerance)], [t('staleQuarterly'), settings.staleQuarterly], [t('staleYearly'), settings.staleYearly], [t('deadline'), settings.deadlineDays])),
    h('section.card', h('h2', t('formulas')),
      table(t('formulas'), [
        { head: t('methodNumber'), cell: ([name]) => name },
        { head: t('what'), cell: ([, [chinese, english]]) => pick(chinese, english) },
        { head: t('count'), number: true, cell: ([name]) => [...summary.indicators, ...summary.projects].filter(entry => entry.assessment.method === name).length },
      ], Object.entries(formulas), { hideCaption: true }),
      h('p', h('a', { href: 'dashboard/METHODOLOGY.md', target: '_blank', rel: 'noopener' }, t('fullMethod')))),
    h('section.card', h('h2', t('tensions')), summary.tensions.length === 0 ? h('p.muted', '—') : table(t('tensions'), [
      { head: t('indicators'), cell: tension => tension.indicators.map(id => [to(`indicator/${id}`, id), ' ']) },
      { head: t('document'), cell: tension => tension.document },
      { head: t('position'), cell: tension => pick(tension.position, tension.positionEn) },
    ], summary.tensions, { hideCaption: true })));
}
