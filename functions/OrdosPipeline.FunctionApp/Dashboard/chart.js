// The path of an indicator: what was reached against the schedule, with target, baseline, projection and its range, and
// what was reported before it was revised. The tables beside it say the same in numbers.

import uPlot from './lib/uPlot.esm.js';
import { h, fill } from './dom.js';
import { t } from './words.js';
import { number } from './format.js';
import { place } from './place.js';

const height = 300;

/**
 * @typedef {object} Line
 * @property {string} label in the legend; empty for one that is not listed there
 * @property {Array<number|null>} values at each position
 * @property {'line'|'dash'|'dots'|'none'} stroke
 * @property {'full'|'hollow'|'ring'|'cross'|'none'} points
 * @property {string} color a custom property of the style sheet
 * @property {number} [note] a figure that the legend gives beside the label
 * @property {boolean} [isRange] the upper bound of a range; the lower is the next line
 */

/**
 * @param {object} picture
 * @param {object} picture.path as SUMMARY.md has it
 * @param {object} [picture.assessment] for the projection
 * @param {number} picture.decimals of the values
 * @param {string} picture.unit of the values
 * @param {number} picture.firstYear of the plan; position 0 is its beginning
 * @param {Array<{t: number, value: number}>} [picture.earlier] values that were revised later
 * @returns {HTMLElement|null} a figure; null where there is nothing to draw
 */
export function pathChart({ path, assessment = {}, decimals, unit, firstYear, earlier = [] }) {
  if (!path || path.points.length === 0 && path.schedule.length === 0) return null;
  const last = path.points.at(-1);
  const end = path.target?.t ?? path.schedule.at(-1)?.t;
  const positions = [...new Set([
    ...path.points.map(point => point.t), ...path.schedule.map(corner => corner.t), ...earlier.map(point => point.t),
    ...(path.baseline ? [path.baseline.t] : []), ...(end === undefined ? [] : [end]),
  ])].sort((a, b) => a - b);
  const lines = linesOf({ path, assessment, earlier }, positions, last, end);
  const readout = h('div.readout', { hidden: true, 'aria-hidden': 'true' });
  const canvas = h('div.chart', readout);
  drawWhenPlaced(canvas, width => options(lines, positions, { width, decimals, firstYear, readout, unit }), [positions, ...lines.map(line => line.values)]);
  return h('figure',
    h('ul.keys', lines.filter(line => line.label).map(line => h('li', swatch(line), line.label, line.note && h('b', ` ${number(line.note, decimals)}`)))),
    canvas,
    h('figcaption', t('chartUnit', unit), ' · ', t('chartAxis')));
}

function linesOf({ path, assessment, earlier }, positions, last, end) {
  const at = points => positions.map(position => points.find(point => point.t === position)?.value ?? null);
  // A single month among longer periods is no step on the way from one of them to the next.
  const months = path.points.some(point => !isMonth(point)) ? path.points.filter(isMonth) : [];
  const joined = path.points.filter(point => !months.includes(point));
  const lines = [{ label: t('actual'), values: at([...joined, ...(path.baseline ? [path.baseline] : [])]), stroke: 'line', points: 'full', color: '--accent' }];
  if (months.length > 0) lines.push({ label: t('singleMonth'), values: at(months), stroke: 'none', points: 'hollow', color: '--accent' });
  // Of several earlier values of one period each is a point of its own.
  for (let layer = earlier, isFirst = true; layer.length > 0; isFirst = false) {
    const seen = new Set();
    const now = layer.filter(point => !seen.has(point.t) && seen.add(point.t));
    layer = layer.filter(point => !now.includes(point));
    lines.push({ label: isFirst ? t('revised') : '', values: at(now), stroke: 'none', points: 'cross', color: '--bad' });
  }

  if (path.schedule.length > 0) lines.push({ label: t('scheduleLine'), values: along(path.schedule, positions), stroke: 'dash', points: 'none', color: '--muted' });
  if (path.target) lines.push({ label: t('target'), note: path.target.value, values: at([path.target]), stroke: 'none', points: 'ring', color: '--ink' });
  if (path.baseline) lines.push({ label: t('baseline'), note: path.baseline.value, values: at([path.baseline]), stroke: 'none', points: 'hollow', color: '--muted' });
  if (assessment.projected !== undefined && last && end > last.t) {
    const fan = value => positions.map(position => position === last.t ? last.value : position === end ? value : null);
    lines.push({ label: t('projection'), note: assessment.projected, values: fan(assessment.projected), stroke: 'dots', points: 'none', color: '--accent' });
    if (assessment.projectedLow !== undefined && assessment.projectedHigh !== undefined) {
      lines.push({ label: t('projectionRange'), isRange: true, values: fan(assessment.projectedHigh), stroke: 'none', points: 'none', color: '--accent' });
      lines.push({ label: '', values: fan(assessment.projectedLow), stroke: 'none', points: 'none', color: '--accent' });
    }
  }

  return lines;
}

const isMonth = point => /^\d{4}M\d\d$/.test(point.period);

function along(corners, positions) {
  return positions.map(position => {
    const right = corners.findIndex(corner => corner.t >= position);
    if (right < 0) return null;
    if (corners[right].t === position) return corners[right].value;
    if (right === 0) return null;
    const [a, b] = [corners[right - 1], corners[right]];
    return a.value + (b.value - a.value) * (position - a.t) / (b.t - a.t);
  });
}

const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const dashes = { dash: [6, 4], dots: [2, 4] };

function options(lines, positions, { width, decimals, firstYear, readout }) {
  const [ink, grid] = [color('--muted'), color('--line')];
  const years = width < 480 ? year => `${year}` : year => t('yearEnd', year);
  const range = lines.findIndex(line => line.isRange) + 1;
  return {
    width, height, legend: { show: false }, cursor: { y: false, points: { show: false } },
    series: [{}, ...lines.map(line => ({
      stroke: line.stroke === 'none' ? 'transparent' : color(line.color), width: line.stroke === 'line' ? 3 : 2, dash: dashes[line.stroke], spanGaps: true,
      points: line.points === 'none' ? { show: false } : { show: true, ...pointsOf(line) },
    }))],
    bands: range > 0 ? [{ series: [range, range + 1], fill: `${color('--accent')}20` }] : [],
    scales: { x: { time: false, range: [Math.min(0, positions[0]) - 0.08, positions.at(-1) + 0.15] } },
    axes: [
      { stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid }, incrs: [1], values: (_, ticks) => ticks.map(tick => years(firstYear + tick - 1)) },
      { stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid }, size: 64, values: (_, ticks) => ticks.map(tick => number(tick, decimalsOf(ticks))) },
    ],
    hooks: { setCursor: [chart => read(chart, lines, readout, { decimals, firstYear })] },
  };
}

const sizes = { full: 8, hollow: 10, ring: 13, cross: 9 };

function pointsOf(line) {
  const stroke = color(line.color);
  return { size: sizes[line.points], width: line.points === 'ring' ? 3 : 2, stroke, fill: line.points === 'full' ? stroke : '#fff', ...(line.points === 'cross' ? { paths: crosses } : {}) };
}

// A struck point: what stood there counts no more.
function crosses(chart, index, from, to) {
  const [positions, values] = [chart.data[0], chart.data[index]];
  const half = 4 * devicePixelRatio;
  const stroke = new Path2D();
  for (let each = from; each <= to; each++) {
    if (values[each] === null || values[each] === undefined) continue;
    const [x, y] = [chart.valToPos(positions[each], 'x', true), chart.valToPos(values[each], 'y', true)];
    stroke.moveTo(x - half, y - half);
    stroke.lineTo(x + half, y + half);
    stroke.moveTo(x - half, y + half);
    stroke.lineTo(x + half, y - half);
  }

  return { stroke, fill: null, clip: null, flags: 0 };
}

// What stands below the pointer, in words.
function read(chart, lines, readout, { decimals, firstYear }) {
  const { idx, left } = chart.cursor;
  const shown = idx === null || idx === undefined ? [] : lines.filter(line => line.label && line.values[idx] !== null);
  readout.hidden = shown.length === 0 || left < 0;
  if (readout.hidden) return;
  fill(readout, h('b', moment(chart.data[0][idx], firstYear)), shown.map(line => h('div', `${line.label} ${number(line.values[idx], decimals)}`)));
  const isRight = left > chart.width / 2;
  readout.style.left = isRight ? 'auto' : `${left + 80}px`;
  readout.style.right = isRight ? `${chart.width - left - 50}px` : 'auto';
}

// The chart needs its width, which it has only once it stands in the page, and takes a new one when the window changes.
function drawWhenPlaced(canvas, optionsFor, data) {
  let chart = null;
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width < 1) return;
    // Drawing within the notice would change the very size that is being told.
    requestAnimationFrame(() => {
      if (chart) {
        chart.setSize({ width: contentRect.width, height });
        return;
      }

      chart = new uPlot(optionsFor(contentRect.width), data, canvas);
      chart.root.setAttribute('aria-hidden', 'true');
    });
  }).observe(canvas);
}

function swatch(line) {
  const svg = element('svg', { viewBox: '0 0 32 16', class: 'swatch', 'aria-hidden': 'true' });
  const stroke = color(line.color);
  if (line.isRange) svg.append(element('rect', { x: 0, y: 1, width: 32, height: 14, fill: `${stroke}30` }));
  if (line.stroke !== 'none') svg.append(element('line', { x1: 0, y1: 8, x2: 32, y2: 8, stroke, 'stroke-width': line.stroke === 'line' ? 4 : 3, 'stroke-dasharray': (dashes[line.stroke] ?? []).join(' ') }));
  if (line.points === 'full') svg.append(element('circle', { cx: 16, cy: 8, r: 5, fill: stroke }));
  if (line.points === 'hollow') svg.append(element('circle', { cx: 16, cy: 8, r: 5, fill: '#fff', stroke, 'stroke-width': 2 }));
  if (line.points === 'ring') svg.append(element('circle', { cx: 16, cy: 8, r: 6, fill: '#fff', stroke, 'stroke-width': 3 }));
  if (line.points === 'cross') svg.append(element('path', { d: 'M11 3 L21 13 M11 13 L21 3', stroke, 'stroke-width': 2.5, fill: 'none' }));
  return svg;
}

function element(name, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

function decimalsOf(ticks) {
  const step = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : 1;
  return Math.max(0, Math.min(4, Math.ceil(-Math.log10(step) - 1e-9)));
}

/**
 * Where the end of a period stands in the picture, in years since the start of the plan: 2023Q3YTD is 2.75 of a plan that
 * starts with 2021.
 * @param {string} text canonical
 * @param {number} firstYear
 */
export function positionOf(text, firstYear) {
  const [, year, ofQuarter, month] = /^(\d{4})(?:Q([1-4])|M(\d\d))?/.exec(text);
  const months = ofQuarter ? ofQuarter * 3 : month ? Number(month) : 12;
  return Number(year) - firstYear + months / 12;
}

// The other way about.
function moment(position, firstYear) {
  const months = Math.round(position * 12);
  const year = firstYear + Math.ceil(months / 12) - 1;
  const month = months - (year - firstYear) * 12;
  return place().language === 'en' ? `${year}-${String(month).padStart(2, '0')}` : `${year}年${month}月`;
}
