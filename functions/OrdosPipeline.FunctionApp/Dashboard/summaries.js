// Which summaries there are, and what they say. The list is kept for a minute, a version for as long as the page is open.

import { get, rows } from './api.js';

/** Quarters looked back for one with returns; beyond them the newest will do. */
const furthestBack = 24;

/** Milliseconds for which the list of summaries is taken to be what it was: a page may stand open for a day. */
const fresh = 60_000;

let heads = null;
let readAt = 0;
let reported = new Map();
const written = new Map();

/** Forgets everything, so that it is read anew. */
export function forget() {
  forgetList();
  written.clear();
}

function forgetList() {
  heads = null;
  reported = new Map();
}

/**
 * The latest version of each quarter's summary, newest quarter first.
 * @param {string[]} plans
 * @returns {Promise<Array<{plan: string, quarter: string, version: number, state: string}>>}
 */
export async function readHeads(plans) {
  if (heads && Date.now() - readAt > fresh) forgetList();
  if (!heads) readAt = Date.now();
  heads ??= (async () => {
    const all = (await Promise.all(plans.map(plan => rows('summaries', { plan, kind: 'head' })))).flat();
    const latest = new Map();
    for (const head of all.filter(each => each.state !== 'writing')) {
      const known = latest.get(`${head.plan} ${head.quarter}`);
      if (!known || known.version < head.version) latest.set(`${head.plan} ${head.quarter}`, head);
    }

    return [...latest.values()].sort((a, b) => b.quarter.localeCompare(a.quarter));
  })();
  const asked = heads;
  // What failed is asked again the next time.
  asked.catch(() => { if (heads === asked) heads = null; });
  return asked;
}

/**
 * The newest quarter of a plan for which something was accepted, else the newest: a summary to which nobody has reported
 * says nothing but that.
 * @param {Array<{plan: string, quarter: string}>} ofPlan newest first
 * @returns {Promise<string|null>}
 */
export async function latestReported(ofPlan) {
  if (ofPlan.length === 0) return null;
  const [{ plan }] = ofPlan;
  if (!reported.has(plan)) reported.set(plan, await lookBack(ofPlan));
  return reported.get(plan);
}

async function lookBack(ofPlan) {
  for (const { plan, quarter } of ofPlan.slice(0, furthestBack)) {
    const page = await get('api/summaries', { plan, quarter, kind: 'department', $filter: 'Accepted gt 0', $select: 'Id', $top: 1 });
    if (page.value.length > 0 || page.continuation) return quarter;
  }

  return ofPlan[0].quarter;
}

/**
 * A version as SUMMARY.md describes it.
 * @param {{plan: string, quarter: string, version: number}} head
 */
export function readSummary({ plan, quarter, version }) {
  const name = `${plan}/${quarter}/${version}`;
  if (!written.has(name)) {
    const asked = get(`api/report/${plan}/${quarter}`, { format: 'json', version });
    written.set(name, asked);
    asked.catch(() => written.delete(name));
  }

  return written.get(name);
}
