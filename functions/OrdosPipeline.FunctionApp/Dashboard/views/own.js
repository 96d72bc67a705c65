// What a department has reported: the latest value of each of its indicators, and where it stands. A banner or district
// sees those of its region.

import { h, table } from '../dom.js';
import { t, named } from '../words.js';
import { rows } from '../api.js';
import { amount, period, instant } from '../format.js';
import { sourceOf, to } from '../parts.js';

/** @param {import('../main.js').Context} context */
export default async function own(context) {
  const { me } = context;
  const [catalogue, observations] = await Promise.all([
    rows('catalogue', { plan: context.plan, kind: 'indicator' }),
    rows('observations', { plan: context.plan, department: me.department }),
  ]);
  const latest = new Map();
  for (const row of observations.filter(each => each.state !== 'withdrawn')) {
    const name = `${row.indicator} ${row.region}`;
    if (!latest.has(name) || endOf(latest.get(name)) < endOf(row)) latest.set(name, row);
  }

  const reported = new Set(observations.map(row => row.indicator));
  const list = catalogue.filter(entry => entry.department === me.department || reported.has(entry.id))
    .flatMap(entry => {
      const values = [...latest.values()].filter(row => row.indicator === entry.id);
      return values.length > 0 ? values.map(row => ({ entry, row })) : [{ entry, row: null }];
    });
  return h('div', h('h1', t('own')), h('p.muted', t('ownHelp', me.departmentName ?? me.department)),
    h('section.card', table(t('own'), [
      { head: t('code'), cell: ({ entry }) => entry.id, key: ({ entry }) => entry.id },
      { head: t('name'), tone: 'wide', cell: ({ entry }) => named(entry), key: ({ entry }) => entry.name },
      { head: t('region'), tone: 'short', cell: ({ row }) => row?.regionName ?? '—' },
      { head: t('target'), cell: ({ entry }) => entry.targetText ?? '—' },
      { head: t('latest'), tone: 'short', cell: ({ row }) => row ? period(row.period) : h('span.badge.neutral', '∅ ', t('notReported')), key: ({ row }) => row && endOf(row) },
      { head: t('value'), number: true, cell: ({ entry, row }) => row ? amount(row.value, entry) : '—' },
      { head: t('source'), tone: 'file', cell: ({ row }) => row ? sourceOf(row) : '—' },
      { head: t('handedIn'), tone: 'short', cell: ({ row }) => instant(row?.uploadedAt), key: ({ row }) => row?.uploadedAt },
      { head: t('trace'), tone: 'short', cell: ({ row }) => row ? to(`trace/${row.indicator}/${row.period}`, t('trace'), { region: row.region }) : '—' },
    ], list, { hideCaption: true, empty: t('noOwn') })));
}

const endOf = row => `${row.quarter} ${row.period}`;
