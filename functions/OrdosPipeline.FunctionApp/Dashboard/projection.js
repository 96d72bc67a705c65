// What is shown of a projection: nothing that cannot be, and nothing to compare with where no target is known. As the reports do it, see ShownProjection.cs.

/**
 * @param {object} assessment of summary.json
 * @param {{plausibleMin?: number, plausibleMax?: number}} [bounds] of a single value, as the catalogue has them
 * @returns {object} the same, with the range cut to believable values; without the projection where its middle is not believable
 */
export function withShownProjection(assessment, bounds = {}) {
  const { method, value, target, projected, projectedLow, projectedHigh, ...rest } = assessment;
  const shown = { method, value, target, ...rest };
  if (projected === undefined || target === undefined) return shown;
  const all = (low, high) => ({ ...shown, projected, projectedLow: low, projectedHigh: high });
  if (method === 'M5') return all(projectedLow, projectedHigh);
  // A sum does not fall, and the bounds are not for sums.
  const [least, most] = method === 'M4' ? [value ?? -Infinity, Infinity] : [bounds.plausibleMin ?? -Infinity, bounds.plausibleMax ?? Infinity];
  if (method !== 'M4' && (projected < least || projected > most)) return shown;
  return all(projectedLow === undefined ? undefined : Math.max(projectedLow, least), projectedHigh === undefined ? undefined : Math.min(projectedHigh, most));
}
