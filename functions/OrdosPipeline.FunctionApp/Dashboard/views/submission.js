// One submission: what became of it, every finding at its cell, the marked workbook.

import { h, fill } from '../dom.js';
import { t } from '../words.js';
import { rows, download } from '../api.js';
import { instant } from '../format.js';
import { facts, to, verdict } from '../parts.js';
import { findingsTable, findingCounts } from '../findings.js';

const final = new Set(['applied', 'rejected', 'failed']);

export default async function submission(context) {
  const [id] = context.parts;
  const page = h('article');
  let timer = null;
  const read = async () => {
    const [entry] = await rows('submissions', { submission: id, department: context.query.get('department') });
    if (!entry) {
      fill(page, h('section.card', h('h1', id), h('p', t('notFound'))));
      return;
    }

    const findings = await rows('findings', { submission: id });
    fill(page, draw(entry, findings, context));
    if (!final.has(entry.state)) timer = setTimeout(() => read().catch(() => {}), 3000);
  };
  document.addEventListener('leave', () => clearTimeout(timer), { once: true });
  await read();
  return page;
}

function draw(entry, findings, context) {
  const fault = h('span');
  return [
    h('p.muted', to('submissions', t('submissions')), ' › ', to('submissions', entry.departmentName || entry.department, { department: entry.department })),
    h('h1', entry.path),
    h('p', verdict(entry.verdict), ' ', h('span.badge.neutral', t(`state.${entry.state}`))),
    h('section.card', facts(
      [t('submission'), h('code', entry.submission)],
      [t('department'), entry.departmentName],
      [t('handedIn'), instant(entry.uploadedAt)],
      [t('by'), entry.submittedBy],
      [t('quarter'), entry.quarters],
      [t('valuesTitle'), entry.values !== undefined && entry.values !== null && t('valuesRead', entry.values, entry.projectRows ?? 0)],
      [t('state.failed'), entry.state === 'failed' && entry.lastFailure]),
    entry.feedback && h('p.actions', h('button', {
      type: 'button',
      onclick: () => download(`api/submissions/${encodeURIComponent(entry.department)}/${entry.submission}/feedback`, {}, entry.feedback.split('/').at(-1))
        .catch(problem => fill(fault, h('span.wrong', { role: 'alert' }, problem.in?.(context.language) ?? String(problem)))),
    }, t('downloadFeedback')), fault)),
    h('section.card', h('h2', t('marked')), findingCounts(findings), findingsTable(findings)),
  ];
}
