// What was handed in, with its live state; a file can be tried here and then handed in.

import { h, fill, table, choice } from '../dom.js';
import { t } from '../words.js';
import { rows } from '../api.js';
import { change } from '../place.js';
import { exportButton } from '../downloads.js';
import { faultLine } from '../faults.js';
import { follow } from '../follow.js';
import { fileName, instant, quarter, quarters } from '../format.js';
import { severity, to, verdict } from '../parts.js';
import { findingNames } from '../rules.js';
import { isSettled, stateText } from '../states.js';
import { dropZone } from '../upload.js';

/** What the list shows and counts of each. */
const shownColumns = 'Submission,Department,DepartmentName,Path,UploadedAt,Quarters,Verdict,State,Errors,Warnings,FindingCounts';

/** @param {import('../main.js').Context} context */
export default async function submissions(context) {
  const { me } = context;
  const isOwn = me.role === 'department';
  const [departments, nameOf] = await Promise.all([
    isOwn ? [{ id: me.department, name: me.departmentName ?? me.department }] : rows('catalogue', { plan: context.plan, kind: 'department' }),
    findingNames(),
  ]);
  const chosen = { department: isOwn ? me.department : context.query.get('department') ?? '', of: context.query.get('of') ?? '', outcome: context.query.get('outcome') ?? '' };
  const list = h('div');
  const frequent = h('div');

  const filter = () => ({ plan: chosen.of ? context.plan : null, department: chosen.department, quarter: chosen.of, $filter: outcomeFilters[chosen.outcome] });

  let turn = 0;
  let shown = '';
  const read = async () => {
    // Of two questions asked in quick succession only the later is answered.
    const mine = ++turn;
    const entries = await rows('submissions', { ...filter(), $select: shownColumns });
    if (mine !== turn) return false;
    entries.sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt));
    // What has not changed is left alone, with the focus and the order that was chosen.
    const now = JSON.stringify([filter(), entries]);
    if (now !== shown) draw(entries);
    shown = now;
    return entries.some(entry => !isSettled(entry));
  };
  const draw = entries => {
    const isNarrowed = chosen.of || chosen.outcome || !isOwn && chosen.department;
    fill(list, h('p.muted', { role: 'status' }, t('found', entries.length)),
      table(t('submissions'), columns(isOwn), entries, { hideCaption: true, empty: t(isNarrowed ? 'noneFound' : 'noneYet'), most: 50, more: rest => t('more', rest) }));
    fill(frequent, frequentFindings(entries, nameOf));
  };
  const startOver = follow(read);
  const readNow = () => read().then(goesOn => { if (goesOn) startOver(); }).catch(problem => {
    shown = '';
    fill(list, faultLine(problem));
  });
  const pickOne = name => value => {
    chosen[name] = value;
    change({ [name]: value });
    readNow();
  };

  if (await read()) startOver();
  const known = [...new Set([...context.heads.map(head => head.quarter), chosen.of])].filter(Boolean).sort().reverse();
  return h('div', h('h1', t('submissions')),
    isOwn && Number(me.openQuarter.slice(0, 4)) <= context.lastYear && h('p', t('openQuarter', quarter(me.openQuarter), me.deadline)),
    dropZone(context, departments, chosen.department, () => { readNow(); startOver(); }),
    h('section.card', h('h2', t(isOwn ? 'handedInOwn' : 'handedInAll')),
      h('form.filters', { onsubmit: event => event.preventDefault() },
        !isOwn && choice(t('department'), chosen.department, [['', t('every')], ...departments.map(each => [each.id, each.name])], pickOne('department')),
        known.length > 0 && choice(t('quarter'), chosen.of, [['', t('every')], ...known.map(each => [each, quarter(each)])], pickOne('of')),
        choice(t('outcome'), chosen.outcome, ['', 'accepted', 'rejected', 'open', 'failed'].map(each => [each, each ? t(`outcome.${each}`) : t('every')]), pickOne('outcome'))),
      list, h('p', exportButton('submissions', () => ({ parameters: filter(), name: ['submissions', chosen.department, chosen.of, chosen.outcome].filter(Boolean).join('-') })))),
    frequent);
}

/** As the service is asked for each. */
const outcomeFilters = {
  accepted: "(Verdict eq 'accepted' or Verdict eq 'accepted-with-warnings') and State ne 'failed'", rejected: "Verdict eq 'rejected' and State ne 'failed'",
  open: "State eq 'received' or State eq 'checking'", failed: "State eq 'failed'",
};

const columns = isOwn => [
  { head: t('handedIn'), tone: 'short', cell: entry => instant(entry.uploadedAt), key: entry => entry.uploadedAt },
  !isOwn && { head: t('department'), tone: 'short', cell: entry => entry.departmentName || entry.department || '—', key: entry => entry.departmentName || entry.department },
  { head: t('file'), tone: 'file', cell: entry => to(`submission/${entry.submission}`, fileName(entry.path), { department: entry.department }), key: entry => entry.path },
  { head: t('quarter'), cell: entry => quarters(entry.quarters), key: entry => entry.quarters },
  { head: t('verdict'), tone: 'short', cell: entry => verdict(entry.verdict), key: entry => entry.verdict },
  { head: t('state'), tone: 'short', cell: stateText, key: entry => entry.state },
  { head: t('severity.error'), number: true, cell: entry => count(entry.errors), key: entry => entry.errors },
  { head: t('severity.warning'), number: true, cell: entry => count(entry.warnings), key: entry => entry.warnings },
].filter(Boolean);

const count = value => value ? h('b', value) : h('span.zero', value ?? '—');

// FindingCounts is text such as "unit-missing:3 value-missing:12".
function frequentFindings(entries, nameOf) {
  const counts = new Map();
  for (const entry of entries) {
    for (const pair of (entry.findingCounts ?? '').split(' ').filter(Boolean)) {
      const [code, found] = pair.split(':');
      const known = counts.get(code) ?? { code, count: 0, files: 0 };
      counts.set(code, { code, count: known.count + Number(found), files: known.files + 1 });
    }
  }

  const list = [...counts.values()].sort((a, b) => b.count - a.count);
  return list.length > 0 && h('section.card', h('h2', t('frequent')), h('p.muted', t('frequentHelp')), table(t('frequent'), [
    { head: t('finding'), cell: row => nameOf(row.code), key: row => nameOf(row.code) },
    { head: t('level'), tone: 'short', cell: row => severity(nameOf.severityOf(row.code)), key: row => nameOf.severityOf(row.code) },
    { head: t('code'), tone: 'short', cell: row => h('code', row.code), key: row => row.code },
    { head: t('places'), number: true, cell: row => row.count, key: row => row.count },
    { head: t('files'), number: true, cell: row => row.files, key: row => row.files },
  ], list, { hideCaption: true, most: 15, more: rest => t('more', rest) }));
}
