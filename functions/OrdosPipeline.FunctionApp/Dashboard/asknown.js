// What had been reported of an indicator by the end of a day, whatever was revised since.

import { h, fill, table } from './dom.js';
import { t, pick } from './words.js';
import { all } from './api.js';
import { change, place } from './place.js';
import { amount, instant, period } from './format.js';
import { exportButton } from './downloads.js';
import { faultLine } from './faults.js';
import { reporter, sourceOf, to } from './parts.js';
import { countingOf } from './revisions.js';

/**
 * The day stands in the address as asOf.
 * @param {import('./main.js').Context} context
 * @param {object} entry of the summary
 * @param {string} indicator whose figures they are
 * @param {string} region
 */
export function asKnown(context, entry, indicator, region) {
  const result = h('div', { 'aria-live': 'polite' });
  const field = h('input', { type: 'date', id: 'as-of', required: true, value: place().query.get('asOf') ?? '' });
  const filter = { plan: context.plan, indicator, region };
  let turn = 0;

  const show = async asOf => {
    // Of two days asked for in quick succession only the later is shown.
    const mine = ++turn;
    fill(result, h('p.muted', h('span.spin', { 'aria-hidden': 'true' }), t('loading')));
    try {
      const answer = await all('observations', { ...filter, asOf });
      if (mine === turn) fill(result, known(answer, { entry, indicator, filter, asOf }));
    } catch (problem) {
      if (mine === turn) fill(result, faultLine(problem));
    }
  };

  if (field.value) show(field.value);
  return h('section.card', h('h2', t('asKnown')), h('p.muted', t('asKnownHelp')),
    h('form.filters', {
      onsubmit: event => {
        event.preventDefault();
        change({ asOf: field.value });
        show(field.value);
      },
    }, h('label.field', { for: 'as-of' }, h('span', t('day')), field), h('button', t('show'))), result);
}

function known({ value: rows, note, noteEn }, { entry, indicator, filter, asOf }) {
  if (rows.length === 0) return h('p', pick(note, noteEn) ?? t('nothingKnown', asOf));
  const title = t('asKnownOn', asOf);
  return [
    table(title, [
      { head: t('period'), tone: 'short', cell: row => period(row.period), key: row => `${row.quarter} ${row.period}` },
      { head: t('value'), number: true, cell: row => amount(row.value, entry), key: row => row.value },
      { head: t('revision'), number: true, cell: row => row.revision, key: row => row.revision },
      { head: t('department'), tone: 'short', cell: reporter, key: reporter },
      { head: t('handedIn'), tone: 'short', cell: row => instant(row.uploadedAt), key: row => row.uploadedAt },
      { head: t('source'), tone: 'file', cell: sourceOf },
      { head: t('trace'), tone: 'short', cell: row => to(`trace/${indicator}/${row.period}`, t('trace'), { region: row.region, asOf }) },
    ], countingOf(rows).reverse(), { empty: t('noValues') }),
    h('p', exportButton('observations', () => ({ parameters: { ...filter, asOf }, name: `${filter.plan}-${indicator}-${filter.region}-${asOf}` }))),
  ];
}
