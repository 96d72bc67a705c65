// One indicator at one quarter: how it stands and by what reckoning, its path, what the plan says of it, every figure with
// the cell it came from, every revision, and how it was judged quarter by quarter.

import { h, fill, table, choice } from '../dom.js';
import { t, named, pick, formulas } from '../words.js';
import { rows } from '../api.js';
import { groupBy } from '../lists.js';
import { change } from '../place.js';
import { amount, number, share, period, quarter, instant } from '../format.js';
import { badge, badgeOf, facts, reporter, sourceOf, symbolOf, tiles, to, toneOf } from '../parts.js';
import { asKnown } from '../asknown.js';
import { pathChart, positionOf } from '../chart.js';
import { exportButton } from '../downloads.js';
import { withShownProjection } from '../projection.js';
import { changesOf, countingOf } from '../revisions.js';
import { departmentName } from './indicators.js';
import { noSummary } from './overview.js';

/** @param {import('../main.js').Context} context */
export default async function indicator(context) {
  const [id] = context.parts;
  const summary = await context.summary();
  if (!summary) return noSummary(context);
  const found = summary.indicators.find(each => each.id === id);
  if (!found) return h('section.card', h('h1', id), h('p', t('noSuchIndicator', id)), h('p', to('indicators', t('indicators'))));
  const series = seriesOf(summary, found);
  const [history, quarters, [catalogue]] = await Promise.all([
    rows('history', { plan: summary.plan, indicator: series.indicator }),
    rows('summaries', { plan: summary.plan, indicator: id, kind: 'indicator', from: context.heads.at(-1).quarter, to: context.heads[0].quarter }),
    rows('catalogue', { plan: summary.plan, kind: 'indicator', indicator: id }),
  ]);
  const entry = { ...found, bounds: catalogue, assessment: withShownProjection(found.assessment, catalogue) };
  return h('article',
    h('p.muted', to('indicators', t('indicators')), ' › ', partOf(summary, entry)),
    h('h1', `${entry.id} ${named(entry)}`),
    h('p', badgeOf(entry), ' ', entry.attribute && h('span.badge.neutral', entry.attribute === '约束性' ? t('binding') : t('expectedKind')), ' ',
      entry.veto && h('span.badge.bad', t('veto')), ' ', h('span.muted', t('reportedBy', departmentName(summary, entry.department)), ' · ', quarter(summary.quarter))),
    judged(summary, entry),
    byRegion(context, summary, entry, series, history),
    byQuarter(context, entry, quarters),
    h('div.grid', planSays(entry, catalogue), decisions(summary, entry)),
    beside(summary, entry));
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
  const range = assessment.projectedLow !== undefined && assessment.projectedHigh !== undefined && t('rangeText', amount(assessment.projectedLow, entry), amount(assessment.projectedHigh, entry));
  return h('section.card',
    tiles(
      [t(valueNames[assessment.method] ?? 'value'), assessment.value !== undefined && amount(assessment.value, entry), period(assessment.valuePeriod)],
      [t('target'), assessment.status === 'target-pending' ? t('pendingTarget') : targetText(entry), `${t('targetYear', entry.targetYear)} · ${t(`source.${assessment.targetSource ?? 'plan'}`)}`],
      [t('progress'), assessment.progress !== undefined && share(assessment.progress, 1), assessment.schedule !== undefined && t('scheduleText', share(assessment.schedule, 1))],
      [t('ratio'), assessment.ratio !== undefined && number(assessment.ratio), t('ratioHelp', number(summary.settings.onScheduleRatio))],
      [t('projected'), assessment.projected !== undefined && amount(assessment.projected, entry), range],
      [t('margin'), assessment.margin !== undefined && amount(assessment.margin, entry)]),
    h('p.sentence', h('b', `${assessment.method} `), pick(...(formulas[assessment.method] ?? ['', ''])), ' ', to('method', t('methodMore'))),
    facts(
      [t('baseline'), assessment.baseline !== undefined && `${amount(assessment.baseline, entry)}${assessment.baselineSource ? `（${t(`baseline.${assessment.baselineSource}`)}）` : ''}`],
      [t('neededPace'), assessment.neededPace !== undefined && amount(assessment.neededPace, entry)],
      [t('changeOfRatio'), entry.change?.ratio !== undefined && signed(entry.change.ratio)],
      [t('secondOpinion'), assessment.secondOpinion && `${number(assessment.secondOpinion.ratio)} ${t(`band.${assessment.secondOpinion.band}`)}`],
      [t('yearsMet'), assessment.yearsMet],
      [t('missingYears'), assessment.missingYears?.join('、')],
      [t('evidence'), assessment.evidence.points > 0 && t('evidenceText', assessment.evidence.points, period(assessment.evidence.latest))],
      [t('vetoOf'), entry.veto]));
}

/** What is judged is not always the latest figure. */
const valueNames = { M3: 'averageSoFar', M4: 'totalSoFar', M5: 'changeSoFar' };

const signed = value => `${value > 0 ? '+' : ''}${number(value)}`;

function targetText(entry) {
  const { comparator, low, high } = entry.targetInForce ?? {};
  if (low === undefined || low === null) return entry.targetText;
  if (comparator === 'range') return `${amount(low, entry)} – ${amount(high, entry)}`;
  const sign = { '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ', '~': '≈ ', '=': '' }[comparator] ?? '';
  return `${sign}${amount(comparator?.startsWith('<') ? high : low, entry)}`;
}

/** The path and the figures, of the city or of a banner or district; which one stands in the address. */
function byRegion(context, summary, entry, series, history) {
  const city = entry.assessment.region;
  const names = new Map(history.map(row => [row.region, row.regionName]));
  const options = [[city, t('wholeCity')], ...[...names].filter(([code]) => code !== city).sort()];
  const place = h('div');
  const draw = region => fill(place, path(context, summary, entry, history, region), figures(summary, entry, series, history, region),
    asKnown(context, entry, series.indicator, region), revisions(entry, series, history, region));
  const asked = context.query.get('region');
  const chosen = options.some(([code]) => code === asked) ? asked : city;
  draw(chosen);
  return h('div',
    options.length > 1 && h('form.filters', { onsubmit: event => event.preventDefault() }, choice(t('region'), chosen, options, code => {
      change({ region: code === city ? null : code });
      draw(code);
    })), place);
}

function path({ firstYear }, summary, entry, history, region) {
  const ofRegion = region === entry.assessment.region ? null : summary.regions.find(each => each.assessment.indicator === entry.id && each.assessment.region === region);
  const own = ofRegion ? { ...ofRegion, assessment: withShownProjection(ofRegion.assessment, entry.bounds) } : region === entry.assessment.region ? entry : null;
  const reported = history.filter(row => row.region === region);
  const counting = countingOf(reported);
  const drawn = own?.path ?? { quantity: 'level', schedule: [], points: counting.map(row => ({ t: positionOf(row.period, firstYear), period: row.period, value: row.value })) };
  // Where the picture adds values up or compares them with a baseline, an earlier value of a single period has no place in it.
  const isAsReported = !['total', 'change'].includes(drawn.quantity);
  const end = drawn.points.at(-1)?.t ?? 0;
  // What was reported after the quarter that is looked at is not in its picture.
  const earlier = isAsReported ? changesOf(reported).map(({ before }) => ({ t: positionOf(before.period, firstYear), value: before.value })).filter(point => point.value !== undefined && point.t <= end) : [];
  const chart = pathChart({ path: drawn, assessment: own?.assessment, decimals: entry.decimals ?? 2, unit: entry.unit, firstYear, earlier });
  return h('section.card', h('h2', t('chart')),
    !own && h('p.muted', t('regionWithoutTarget')),
    own && own !== entry && h('p', badgeOf(own)),
    chart ?? h('p.muted', nothing(summary, entry, history)));
}

/** Why there are no figures: nobody has reported any, or what was reported is of another region or withdrawn. */
const nothing = (summary, entry, history) => history.length > 0 ? t('noValues') : t('nobodyReported', departmentName(summary, entry.department));

function figures(summary, entry, series, history, region) {
  const reported = history.filter(row => row.region === region);
  const changed = new Map(changesOf(reported).map(({ before, after }) => [after.period, before]));
  const counting = countingOf(reported).reverse();
  return h('section.card', h('h2', t('points')), table(t('points'), [
    { head: t('period'), tone: 'short', cell: row => period(row.period), key: row => `${row.quarter} ${row.period}` },
    { head: t('value'), number: true, cell: row => [changed.has(row.period) && [h('del', shown(changed.get(row.period), entry)), ' '], amount(row.value, entry)], key: row => row.value },
    { head: t('text'), number: true, cell: row => row.text ?? '—' },
    { head: t('handedIn'), tone: 'short', cell: row => instant(row.uploadedAt), key: row => row.uploadedAt },
    { head: t('department'), tone: 'short', cell: reporter, key: reporter },
    { head: t('source'), tone: 'file', cell: sourceOf },
    { head: t('trace'), tone: 'short', cell: row => traceLink(series, row) },
  ], counting, { hideCaption: true, empty: nothing(summary, entry, history), most: 12, more: rest => t('more', rest) }),
  counting.length > 0 && h('p', exportButton('observations', () => ({ parameters: { plan: summary.plan, indicator: series.indicator, region }, name: `${summary.plan}-${series.indicator}-${region}` }))));
}

const shown = (row, entry) => row.state === 'withdrawn' ? t('withdrawn') : amount(row.value, entry);
const traceLink = (series, row) => to(`trace/${series.indicator}/${row.period}`, t('trace'), { region: row.region });

function revisions(entry, series, history, region) {
  const changes = changesOf(history.filter(row => row.region === region)).sort((a, b) => b.after.uploadedAt.localeCompare(a.after.uploadedAt));
  return changes.length > 0 && h('section.card', h('h2', t('revisions'), ' ', h('span.muted', changes.length)), table(t('revisions'), [
    { head: t('period'), tone: 'short', cell: ({ after }) => period(after.period), key: ({ after }) => after.period },
    { head: t('before'), number: true, cell: ({ before }) => h('del', shown(before, entry)) },
    { head: t('after'), number: true, cell: ({ after }) => shown(after, entry) },
    { head: t('revisedAt'), tone: 'short', cell: ({ after }) => instant(after.uploadedAt), key: ({ after }) => after.uploadedAt },
    { head: t('department'), tone: 'short', cell: ({ after }) => reporter(after) },
    { head: t('revisedBy'), tone: 'file', cell: ({ after }) => sourceOf(after) },
    { head: t('remark'), cell: ({ after }) => after.remark || '—' },
    { head: t('trace'), tone: 'short', cell: ({ after }) => traceLink(series, after) },
  ], changes, { hideCaption: true }));
}

/** As a strip of symbols to see it at a glance and to go there, and as a table for the figures. */
function byQuarter(context, entry, quarters) {
  if (quarters.length === 0) return null;
  const latest = new Map(context.heads.map(head => [head.quarter, head.version]));
  const own = quarters.filter(row => row.version === latest.get(row.quarter));
  const years = groupBy(own, row => row.quarter.slice(0, 4));
  return h('section.card', h('h2', t('earlier')),
    h('ul.strip', [...years].map(([year, list]) => h('li', h('span.year', year), list.map(row => {
      const label = `${quarter(row.quarter)} ${pick(row.statusText, null) ?? ''}`;
      return h('a', {
        class: toneOf(row.status), href: to(`indicator/${entry.id}`, '', { quarter: row.quarter }).getAttribute('href'), title: label, 'aria-label': label,
        'aria-current': row.quarter === context.quarter ? 'true' : null,
      }, symbolOf(row.status));
    })))),
    h('details', h('summary', t('asTable')), table(t('earlier'), [
      { head: t('quarter'), cell: row => to(`indicator/${entry.id}`, quarter(row.quarter), { quarter: row.quarter }), key: row => row.quarter },
      { head: t('status'), cell: row => badge(row.status, { text: row.statusText, stale: row.stale, red: row.red }) },
      { head: t('value'), number: true, cell: row => amount(row.value, entry), key: row => row.value },
      { head: t('progress'), number: true, cell: row => share(row.progress, 1), key: row => row.progress },
      { head: t('schedule'), number: true, cell: row => share(row.schedule, 1) },
      { head: t('ratio'), number: true, cell: row => number(row.ratio), key: row => row.ratio },
    ], own, { hideCaption: true })));
}

function planSays(entry, catalogue) {
  if (!catalogue) return null;
  const at = [catalogue.part && t('atPart', catalogue.part), catalogue.chapter && t('atChapter', catalogue.chapter), catalogue.section && t('atSection', catalogue.section), catalogue.box && t('atBox', catalogue.box)];
  return h('section.card', h('h2', t('planText')),
    catalogue.quote && h('blockquote', { lang: 'zh-CN' }, quoted(catalogue.quote)),
    h('p.muted', at.filter(Boolean).join(pick('', ', '))),
    entry.targetText && h('p', t('planTarget', entry.targetText)),
    entry.dateAssumed && h('p.muted', t('dateAssumed')),
    catalogue.note && h('p.muted', { lang: 'zh-CN' }, catalogue.note));
}

// A row of a table of the plan is kept with its bars.
const quoted = text => text.startsWith('|') ? text.split('|').map(part => part.trim()).filter(Boolean).join(' · ') : text;

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

function beside(summary, entry) {
  const related = (entry.related ?? []).map(id => summary.indicators.find(each => each.id === id)).filter(Boolean);
  const tensions = summary.tensions.filter(tension => tension.indicators.includes(entry.id));
  return [
    related.length > 0 && h('section.card', h('h2', t('related')), table(t('related'), [
      { head: t('code'), cell: each => to(`indicator/${each.id}`, each.id) },
      { head: t('name'), cell: named },
      { head: t('target'), cell: each => each.targetText },
      { head: t('value'), number: true, cell: each => amount(each.assessment.value, each) },
      { head: t('status'), cell: badgeOf },
    ], related, { hideCaption: true })),
    tensions.length > 0 && h('section.card', h('h2', t('tension')), tensions.map(tension => h('blockquote', h('p', { lang: 'zh-CN' }, tension.document), h('p.muted', pick(tension.position, tension.positionEn))))),
  ];
}
