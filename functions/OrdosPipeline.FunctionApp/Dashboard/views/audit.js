// What administrators have done, month by month: who, when, what, how it stood before and after.

import { h, fill, table, choice } from '../dom.js';
import { t } from '../words.js';
import { rows } from '../api.js';
import { change } from '../place.js';
import { faultLine } from '../faults.js';
import { instant } from '../format.js';

const outcomes = { done: ['good', '✓'], failed: ['bad', '✕'], begun: ['slow', '…'] };

/** Months that can be chosen; older ones are asked for over the API. */
const monthsBack = 24;

/** @param {import('../main.js').Context} context */
export default async function audit(context) {
  const months = lastMonths();
  const list = h('div');
  const asked = context.query.get('month');
  let turn = 0;
  const read = async month => {
    // Of two months chosen in quick succession only the later is shown.
    const mine = ++turn;
    const acts = await rows('audit', { month });
    if (mine === turn) fill(list, table(t('audit'), columns(), acts.sort((a, b) => b.at.localeCompare(a.at)), { hideCaption: true, empty: t('noActs'), most: 100, more: rest => t('more', rest) }));
  };
  const chosen = asked && months.includes(asked) ? asked : months[0];
  await read(chosen);
  return h('div', h('h1', t('audit')), h('p.muted', t('auditHelp')),
    h('form.filters', { onsubmit: event => event.preventDefault() }, choice(t('month'), chosen, months.map(month => [month, month]), month => {
      change({ month });
      read(month).catch(problem => fill(list, faultLine(problem)));
    })),
    h('section.card', list),
    h('section.card', h('h2', t('otherActs')), h('p', t('assignHelp')), h('pre', h('code', 'ordos plan assign FILE.csv\nPOST /api/plan/assign')), h('p.muted', t('rebuildHelp'))));
}

const columns = () => [
  { head: t('when'), tone: 'short', cell: act => instant(act.at), key: act => act.at },
  { head: t('who'), tone: 'short', cell: act => [act.actor, ' ', h('span.muted', act.via === 'cli' ? t('viaCli') : t('viaHttp'))], key: act => act.actor },
  { head: t('act'), tone: 'short', cell: act => t(`act.${act.action}`), key: act => act.action },
  { head: t('subject'), cell: act => h('code', act.subject), key: act => act.subject },
  { head: t('before'), cell: act => act.before ?? '—' },
  { head: t('after'), cell: act => act.after ?? '—' },
  { head: t('actOutcome'), tone: 'short', cell: act => h(`span.badge.${outcomes[act.state]?.[0] ?? 'neutral'}`, outcomes[act.state]?.[1], ' ', t(`act.${act.state}`)), key: act => act.state },
  { head: t('remark'), cell: act => act.failure ?? act.reason ?? '—' },
];

/** As China's calendar has them, the present one first. */
function lastMonths() {
  const [year, month] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date()).split('-').map(Number);
  return Array.from({ length: monthsBack }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7));
}
