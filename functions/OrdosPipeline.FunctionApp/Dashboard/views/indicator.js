// One indicator at one quarter: how it stands, its path, every figure with the cell it came from, and every revision.

import { h, table } from '../dom.js';
import { t, named, pick, formulas } from '../words.js';
import { rows } from '../api.js';
import { amount, number, share, period, quarter, instant, cell } from '../format.js';
import { badge, badgeOf, facts, to } from '../parts.js';
import { pathChart } from '../chart.js';
import { departmentName } from './indicators.js';
import { noSummary } from './overview.js';

export default async function indicator(context) {
  const [id] = context.parts;
  const summary = await context.summary();
  if (!summary) return noSummary();
  const entry = summary.indicators.find(each => each.id === id);
  if (!entry) return h('section.card', h('h1', id), h('p', t('notFound')));
  const [history, quarters] = await Promise.all([
    rows('history', { plan: summary.plan, indicator: id }),
    rows('summaries', { plan: summary.plan, indicator: id, kind: 'indicator', from: context.heads.at(-1).quarter, to: context.heads[0].quarter }),
  ]);
  const firstYear = firstYearOf(summary);
  const series = seriesOf(summary, entry);
  return h('article',
    h('p.muted', to('indicators', t('indicators')), ' › ', partOf(summary, entry)),
    h('h1', `${entry.id} ${named(entry)}`),
    h('p', badgeOf(entry), entry.attribute && h('span.muted', ' ', entry.attribute === '约束性' ? t('binding') : t('expectedKind')), entry.veto && h('span.badge.bad', entry.veto)),
    judged(summary, entry),
    h('section.card', h('h2', t('chart')),
      pathChart(entry, firstYear, []) ?? h('p', t('noValues'))),
    points(entry, series),
    beside(summary, entry),
    decisions(summary, entry),
    revisions(entry, history),
    regions(summary, entry),
    byQuarter(entry, quarters));
}

/** Position 0 is the beginning of the first year: the series' periods say which that is. */
export function firstYearOf(summary) {
  for (const { points } of summary.series) {
    for (const point of points) {
      if (/^\d{4}$/.test(point.period)) return Number(point.period) - point.t + 1;
    }
  }

  const target = summary.indicators.find(entry => entry.path?.target);
  return target ? target.targetYear - target.path.target.t + 1 : Number(summary.quarter.slice(0, 4));
}

// An indicator that is judged by another's series has the cells of that one.
function seriesOf(summary, entry) {
  const own = summary.series.filter(series => series.region === entry.assessment.region);
  return own.find(series => series.indicator === entry.id)
    ?? own.find(series => entry.related?.includes(series.indicator) && series.points.some(point => entry.path.points.some(other => other.period === point.period && other.value === point.value)))
    ?? { indicator: entry.id, points: [] };
}

const partOf = (summary, entry) => {
  const part = summary.parts.find(each => each.number === entry.part);
  return part ? pick(part.name, part.nameEn) : entry.part;
};

function judged(summary, entry) {
  const { assessment } = entry;
  return h('section.card',
    facts(
      [t('value'), assessment.value !== undefined && `${amount(assessment.value, entry)}（${period(assessment.valuePeriod)}）`],
      [t('target'), assessment.status === 'target-pending' ? null : targetText(entry)],
      [t('targetSource'), t(`source.${assessment.targetSource ?? 'plan'}`)],
      [t('planText'), entry.targetText],
      [t('baseline'), assessment.baseline !== undefined && amount(assessment.baseline, entry)],
      [t('progress'), assessment.progress !== undefined && `${share(assessment.progress, 1)}（${t('schedule')} ${share(assessment.schedule, 1)}，${t('ratio')} ${number(assessment.ratio)}）`],
      [t('margin'), assessment.margin !== undefined && amount(assessment.margin, entry)],
      [t('neededPace'), assessment.neededPace !== undefined && amount(assessment.neededPace, entry)],
      [t('projected'), assessment.projected !== undefined && `${amount(assessment.projected, entry)}${assessment.projectedLow === undefined ? '' : `（${t('projectionRange')} ${amount(assessment.projectedLow, entry)} – ${amount(assessment.projectedHigh, entry)}）`}`],
      [t('secondOpinion'), assessment.secondOpinion && `${number(assessment.secondOpinion.ratio)} ${assessment.secondOpinion.band}`],
      [t('yearsMet'), assessment.yearsMet],
      [t('missingYears'), assessment.missingYears?.join('、')],
      [t('methodNumber'), `${assessment.method} ${pick(...(formulas[assessment.method] ?? ['', '']))}`],
      [t('evidence'), assessment.evidence.points > 0 && t('evidenceText', assessment.evidence.points, period(assessment.evidence.latest))],
      [t('department'), departmentName(summary, entry.department)]),
    entry.dateAssumed && h('p.muted', t('dateAssumed')));
}

function targetText(entry) {
  const { comparator, low, high } = entry.targetInForce ?? {};
  if (low === undefined || low === null) return entry.targetText;
  return comparator === 'range' ? `${amount(low, entry)} – ${amount(high, entry)}` : `${comparator === '~' ? '≈' : comparator} ${amount(comparator?.startsWith('<') ? high : low, entry)}`;
}

function points(entry, series) {
  return h('section.card', h('h2', t('points')), table(t('points'), [
    { head: t('period'), cell: point => period(point.period) },
    { head: t('value'), number: true, cell: point => amount(point.value, entry) },
    { head: t('text'), cell: point => point.text ?? '—' },
    { head: t('source'), cell: point => to(`submission/${point.submission}`, cell(point)) },
    { head: t('trace'), cell: point => to(`trace/${series.indicator}/${point.period}`, t('trace')) },
  ], series.points, { hideCaption: true, empty: t('noValues') }));
}

function beside(summary, entry) {
  const related = (entry.related ?? []).map(id => summary.indicators.find(each => each.id === id)).filter(Boolean);
  const tensions = summary.tensions.filter(tension => tension.indicators.includes(entry.id));
  if (related.length === 0 && tensions.length === 0) return null;
  return h('section.card', h('h2', t('related')),
    related.length > 0 && table(t('related'), [
      { head: t('code'), cell: each => to(`indicator/${each.id}`, each.id) },
      { head: t('name'), cell: named },
      { head: t('target'), cell: each => each.targetText },
      { head: t('value'), number: true, cell: each => amount(each.assessment.value, each) },
      { head: t('status'), cell: badgeOf },
    ], related, { hideCaption: true }),
    tensions.map(tension => h('blockquote', h('p', tension.document), h('p', pick(tension.position, tension.positionEn)))));
}

function decisions(summary, entry) {
  const own = summary.decisions.filter(decision => decision.indicator === entry.id);
  return own.length > 0 && h('section.card', h('h2', t('decisions')), table(t('decisions'), [
    { head: t('targetSource'), cell: decision => decision.kind === 'baseline' ? t('baseline') : t(`source.${decision.kind}`) },
    { head: t('quarter'), cell: decision => quarter(decision.effectiveFrom) },
    { head: t('target'), cell: decision => decision.target ? `${decision.target.comparator} ${number(decision.target.low ?? decision.target.high, entry.decimals)}` : number(decision.baseline?.value, entry.decimals) },
    { head: t('document'), cell: decision => [decision.authority, decision.documentNumber, decision.documentDate].filter(Boolean).join(' · ') },
    { head: t('remark'), cell: decision => decision.reason ?? '—' },
  ], own, { hideCaption: true }));
}

function revisions(entry, history) {
  const city = history.filter(row => row.region === entry.assessment.region);
  return city.length > 0 && h('section.card', h('details', h('summary', `${t('history')} (${city.length})`), table(t('history'), [
    { head: t('period'), cell: row => period(row.period), key: row => row.period },
    { head: t('value'), number: true, cell: row => row.state === 'withdrawn' ? t('withdrawn') : amount(row.value, entry), key: row => row.value },
    { head: t('text'), cell: row => row.text ?? '—' },
    { head: t('handedIn'), cell: row => instant(row.uploadedAt), key: row => row.uploadedAt },
    { head: t('department'), cell: row => row.reportedBy },
    { head: t('source'), cell: row => to(`submission/${row.submission}`, cell(row)) },
  ], city, { hideCaption: true })));
}

function regions(summary, entry) {
  const own = summary.regions.filter(each => each.assessment.indicator === entry.id);
  return own.length > 0 && h('section.card', h('h2', t('regions')), table(t('regions'), [
    { head: t('region'), cell: each => each.assessment.region },
    { head: t('status'), cell: badgeOf },
    { head: t('value'), number: true, cell: each => amount(each.assessment.value, each) },
    { head: t('target'), number: true, cell: each => amount(each.assessment.target, each) },
  ], own, { hideCaption: true }));
}

function byQuarter(entry, quarters) {
  return quarters.length > 0 && h('section.card', h('h2', t('earlier')), table(t('earlier'), [
    { head: t('quarter'), cell: row => to(`indicator/${entry.id}`, quarter(row.quarter), { quarter: row.quarter }), key: row => row.quarter },
    { head: t('status'), cell: row => badge(row.status, { text: row.statusText, stale: row.stale, red: row.red }) },
    { head: t('value'), number: true, cell: row => amount(row.value, entry), key: row => row.value },
    { head: t('progress'), number: true, cell: row => share(row.progress, 1), key: row => row.progress },
    { head: t('schedule'), number: true, cell: row => share(row.schedule, 1) },
    { head: t('ratio'), number: true, cell: row => number(row.ratio), key: row => row.ratio },
  ], quarters, { hideCaption: true }));
}
