// What a history says was changed: each value that another one has replaced, with that one.

/**
 * @typedef {object} Change
 * @property {object} before row of the history that counts no more
 * @property {object} after row that has taken its place
 */

/**
 * @param {object[]} history rows of the table of the history, of one indicator
 * @returns {Change[]} in the order of the periods, and of the uploads within one; repetitions of the same value are none
 */
export function changesOf(history) {
  const ordered = [...history].sort((a, b) => byEnd(a, b) || a.uploadedAt.localeCompare(b.uploadedAt) || a.submission.localeCompare(b.submission));
  const changes = [];
  const counting = new Map();
  for (const row of ordered) {
    const key = `${row.region} ${row.period}`;
    const before = counting.get(key);
    if (before && (before.value !== row.value || before.state !== row.state)) changes.push({ before, after: row });
    counting.set(key, row);
  }

  return changes;
}

/**
 * The rows that count, one for each period of a region that has a value.
 * @param {object[]} history
 */
export function countingOf(history) {
  const counting = new Map();
  for (const row of [...history].sort((a, b) => a.uploadedAt.localeCompare(b.uploadedAt) || a.submission.localeCompare(b.submission))) counting.set(`${row.region} ${row.period}`, row);
  return [...counting.values()].filter(row => row.state !== 'withdrawn').sort(byEnd);
}

// In the order in which periods end; of those that end together the year comes last, which has no Q or M to sort by.
const byEnd = (a, b) => a.quarter.localeCompare(b.quarter) || sortable(a.period).localeCompare(sortable(b.period));
const sortable = period => period.length === 4 ? `${period}Z` : period;
