// The path of an indicator: what was reached against the schedule, with target, baseline, projection and its range.

import uPlot from './lib/uPlot.esm.js';
import { h } from './dom.js';
import { t } from './words.js';
import { number } from './format.js';

const height = 320;

/**
 * @param {object} entry of the summary, with its path and assessment
 * @param {number} firstYear of the plan; position 0 is its beginning
 * @param {Array<{t: number, value: number}>} earlier values that were revised later
 * @returns a figure, or null where there is nothing to draw. The table of the same numbers stands beside it.
 */
export function pathChart(entry, firstYear, earlier) {
  const { path, assessment } = entry;
  if (!path || path.points.length === 0 && path.schedule.length === 0) return null;
  const decimals = entry.decimals ?? 2;
  const last = path.points.at(-1);
  const end = path.target?.t ?? path.schedule.at(-1)?.t;
  const projects = assessment.projected !== undefined && last && end > last.t;

  const positions = [...new Set([
    ...path.points.map(point => point.t), ...path.schedule.map(corner => corner.t), ...earlier.map(point => point.t),
    ...(path.baseline ? [path.baseline.t] : []), ...(end === undefined ? [] : [end]),
  ])].sort((a, b) => a - b);
  const at = (points, position) => points.find(point => point.t === position)?.value ?? null;
  const along = (corners, position) => {
    const right = corners.findIndex(corner => corner.t >= position);
    if (right < 0 || corners.length === 0) return null;
    if (corners[right].t === position) return corners[right].value;
    if (right === 0) return null;
    const [a, b] = [corners[right - 1], corners[right]];
    return a.value + (b.value - a.value) * (position - a.t) / (b.t - a.t);
  };
  const fan = value => positions.map(position => position === last?.t ? last.value : position === end ? value : null);

  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const [ink, muted, line, actual] = [css('--ink'), css('--muted'), css('--line'), css('--accent')];
  const series = [{ label: t('period'), value: (_, position) => position === null ? '' : moment(position, firstYear) }];
  const data = [positions];
  const show = (label, values, options) => {
    series.push({ label, spanGaps: true, value: (_, value) => value === null || value === undefined ? '' : number(value, decimals), ...options });
    data.push(values);
  };

  show(t('actual'), positions.map(position => at(path.points, position) ?? (position === path.baseline?.t ? path.baseline.value : null)), { stroke: actual, width: 3, points: { size: 8, fill: actual, show: true } });
  if (path.schedule.length > 0) show(t('scheduleLine'), positions.map(position => along(path.schedule, position)), { stroke: muted, width: 2, dash: [6, 4], points: { show: false } });
  if (path.target) show(t('target'), positions.map(position => position === path.target.t ? path.target.value : null), { stroke: ink, width: 0, points: { show: true, size: 12, width: 3, stroke: ink } });
  if (path.baseline) show(t('baseline'), positions.map(position => position === path.baseline.t ? path.baseline.value : null), { stroke: muted, width: 0, points: { show: true, size: 10, width: 2, stroke: muted } });
  const bands = [];
  if (projects) {
    show(t('projection'), fan(assessment.projected), { stroke: actual, width: 2, dash: [2, 4], points: { show: false } });
    if (assessment.projectedLow !== undefined && assessment.projectedHigh !== undefined) {
      show(`${t('projectionRange')} ↑`, fan(assessment.projectedHigh), { stroke: 'transparent', points: { show: false } });
      show(`${t('projectionRange')} ↓`, fan(assessment.projectedLow), { stroke: 'transparent', points: { show: false } });
      bands.push({ series: [series.length - 2, series.length - 1], fill: `${actual}22` });
    }
  }

  if (earlier.length > 0) show(t('revised'), positions.map(position => at(earlier, position)), { stroke: muted, width: 0, points: { show: true, size: 7, stroke: muted } });

  const place = h('div.chart');
  const figure = h('figure', place, h('figcaption', describe(entry, decimals)));
  const options = {
    width: 600, height, series, bands,
    scales: { x: { time: false } },
    axes: [
      { stroke: ink, grid: { stroke: line }, ticks: { stroke: line }, incrs: [1], values: (_, ticks) => ticks.map(tick => `${firstYear + tick - 1}`) },
      { stroke: ink, grid: { stroke: line }, ticks: { stroke: line }, size: 70, values: (_, ticks) => ticks.map(tick => number(tick, decimalsOf(ticks))) },
    ],
  };
  let chart = null;
  // The chart needs its width, which it has only once it stands in the page.
  const watch = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width < 1) return;
    // Drawing within the notice would change the very size that is being told.
    requestAnimationFrame(() => {
      if (!chart) {
        chart = new uPlot(options, data, place);
        place.querySelectorAll('canvas').forEach(canvas => canvas.setAttribute('aria-hidden', 'true'));
      }

      chart.setSize({ width: contentRect.width, height });
    });
  });
  watch.observe(place);
  return figure;
}

function decimalsOf(ticks) {
  const step = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : 1;
  return Math.max(0, Math.min(4, Math.ceil(-Math.log10(step) - 1e-9)));
}

// Position 2.75 of a plan that starts with 2021 is the end of the third quarter of 2023.
function moment(position, firstYear) {
  const months = Math.round(position * 12);
  const year = firstYear + Math.ceil(months / 12) - 1;
  const month = months - (year - firstYear) * 12;
  return month === 12 ? `${year}` : `${year}-${String(month).padStart(2, '0')}`;
}

function describe(entry, decimals) {
  const { path, assessment } = entry;
  const points = path.points.map(point => `${point.period} ${number(point.value, decimals)}`).join('; ');
  return [
    points && `${t('actual')}: ${points}`,
    path.baseline && `${t('baseline')}: ${number(path.baseline.value, decimals)}`,
    path.target && `${t('target')}: ${number(path.target.value, decimals)}`,
    assessment.projected !== undefined && `${t('projected')}: ${number(assessment.projected, decimals)}`,
  ].filter(Boolean).join(' · ');
}
