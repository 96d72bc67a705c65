// Numbers, periods and instants as people read them.

import { groupBy } from './lists.js';
import { place } from './place.js';

const formats = new Map();

/** A number with a fixed count of decimals, rounded half away from zero as offices do; an em dash where there is none. */
export function number(value, decimals = 2) {
  if (value === null || value === undefined) return '—';
  if (!formats.has(decimals)) formats.set(decimals, new Intl.NumberFormat('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: 'halfExpand' }));
  return formats.get(decimals).format(value).replace('-', '−');
}

/** A value of an indicator with its unit. */
export function amount(value, indicator) {
  if (value === null || value === undefined) return '—';
  if (indicator.unit === '是否') return place().language === 'en' ? (value === 1 ? 'yes' : 'no') : (value === 1 ? '是' : '否');
  const unit = indicator.unit === '%' || indicator.unit === '‰' ? indicator.unit : ` ${indicator.unit}`;
  return `${number(value, indicator.decimals ?? 2)}${unit}`;
}

/** A fraction in per cent. */
export function share(fraction, decimals = 0) {
  return fraction === null || fraction === undefined ? '—' : `${number(fraction * 100, decimals)}%`;
}

const halves = { 1: '一季度', 2: '二季度', 3: '三季度', 4: '四季度' };

/** A canonical period in words: 2023Q3YTD is 2023年1—9月. */
export function period(text) {
  const match = /^(\d{4})(?:Q([1-4])|M(\d\d))?(YTD)?$/.exec(text ?? '');
  if (!match) return text ?? '—';
  const [, year, quarter, month, toDate] = match;
  if (place().language === 'en') return text;
  if (quarter) return toDate ? `${year}年1—${quarter * 3}月` : `${year}年${halves[quarter]}`;
  if (month) return toDate ? `${year}年1—${Number(month)}月` : `${year}年${Number(month)}月`;
  return `${year}年`;
}

/** A reporting quarter in words. */
export function quarter(text) {
  return place().language === 'en' ? text : period(text);
}

/** Quarters as one text: 2021Q1 2021Q3 2022Q4 is 2021年一、三季度，2022年四季度. */
export function quarters(text) {
  const list = (text ?? '').split(' ').filter(Boolean);
  if (list.length === 0) return '—';
  if (place().language === 'en') return list.join(', ');
  const years = groupBy(list, each => each.slice(0, 4));
  return [...years].map(([year, own]) => own.length === 4 ? `${year}年各季度` : `${year}年${own.map(each => halves[each.at(-1)].replace('季度', '')).join('、')}季度`).join('，');
}

/** A path below incoming/ without the department's folder, which stands beside it. */
export const fileName = path => path.split('/').slice(1).join('/') || path;

/** An instant in China's time. */
export function instant(text) {
  if (!text) return '—';
  return new Intl.DateTimeFormat(place().language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }).format(new Date(text));
}

/** Where a value stands: file, sheet and cell, without the department's folder. */
export function cell(origin) {
  if (!origin) return '—';
  const at = origin.cell ? `${origin.sheet ? `${origin.sheet}!` : ''}${origin.cell}` : '';
  return [origin.path && fileName(origin.path), at].filter(Boolean).join(' · ');
}
