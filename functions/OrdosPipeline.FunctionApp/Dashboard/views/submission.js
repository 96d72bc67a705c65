// One submission: how far it has come, every finding at its cell, the marked workbook, and a new try where the system has failed.

import { h, fill } from '../dom.js';
import { t } from '../words.js';
import { rows, order } from '../api.js';
import { confirmAct } from '../dialog.js';
import { downloadButton } from '../downloads.js';
import { follow } from '../follow.js';
import { fileName, instant, quarters } from '../format.js';
import { facts, to, verdict } from '../parts.js';
import { findingGroups, findingCounts } from '../findings.js';
import { findingNames } from '../rules.js';
import { isSettled, steps } from '../states.js';

/** Times that a submission is asked for before it is in the ledger, where it comes some seconds after it was handed in. */
const mostMissed = 10;

/** @param {import('../main.js').Context} context */
export default async function submission(context) {
  const [id] = context.parts;
  const page = h('article');
  let shown = '';
  let missed = 0;
  const nameOf = await findingNames();
  const read = async () => {
    const [entry] = await rows('submissions', { submission: id, department: context.query.get('department') });
    if (!entry) {
      fill(page, h('section.card', h('h1', t('noSubmission')), h('p', h('code', id)), h('p', t('noSubmissionHelp')), h('p', to('submissions', t('submissions')))));
      return ++missed < mostMissed;
    }

    const findings = entry.verdict ? await rows('findings', { submission: id }) : [];
    // What has not changed is left alone, with the focus and whatever is unfolded.
    const now = JSON.stringify([entry, findings.length]);
    if (now !== shown) fill(page, draw(entry, findings, nameOf, context, startOver));
    shown = now;
    return !isSettled(entry);
  };
  const startOver = follow(read);
  if (await read()) startOver();
  return page;
}

function draw(entry, findings, nameOf, context, startOver) {
  const fault = h('div');
  const feedback = entry.feedback && downloadButton(
    t('downloadFeedback'), `api/submissions/${encodeURIComponent(entry.department)}/${entry.submission}/feedback`, () => ({ parameters: {}, name: entry.feedback.split('/').at(-1) }), fault);
  if (feedback && entry.verdict === 'rejected') feedback.classList.add('first');
  return [
    h('p.muted', to('submissions', t('submissions')), ' › ', to('submissions', entry.departmentName || entry.department, { department: entry.department })),
    h('h1', fileName(entry.path)),
    steps(entry),
    h('section.card',
      facts(
        [t('verdict'), entry.verdict && verdict(entry.verdict)],
        [t('department'), entry.departmentName || entry.department],
        [t('handedIn'), instant(entry.uploadedAt)],
        [t('by'), entry.submittedBy],
        [t('quarter'), entry.quarters && quarters(entry.quarters)],
        [t('valuesTitle'), entry.values !== undefined && entry.values !== null && t('valuesRead', entry.values, entry.projectRows ?? 0)],
        [t('file'), h('code', `incoming/${entry.path}`)],
        [t('submission'), h('code', entry.submission)]),
      entry.state === 'failed' && h('p.wrong', t(context.me.role === 'administrator' ? 'failedHelpAdministrator' : 'failedHelp'), context.me.role === 'administrator' && entry.lastFailure && [' ', h('code', entry.lastFailure)]),
      entry.verdict === 'rejected' && h('p', t(findings.some(finding => finding.cell) ? 'rejectedHelp' : 'rejectedFileHelp')),
      h('p.actions',
        feedback,
        entry.state === 'failed' && context.me.role === 'administrator' && h('button.first', { type: 'button', onclick: () => replay(entry, startOver) }, t('replay'))),
      fault),
    entry.verdict && h('section.card', h('h2', t('findings'), ' ', findingCounts(findings)), findingGroups(findings, nameOf)),
  ];
}

async function replay(entry, startOver) {
  const done = await confirmAct({
    title: t('replayTitle', fileName(entry.path)),
    says: [t('replaySays'), t('onRecord')],
    confirm: t('replay'),
    act: () => order(`api/submissions/${encodeURIComponent(entry.department)}/${entry.submission}/replay`),
  });
  if (done) startOver();
}
