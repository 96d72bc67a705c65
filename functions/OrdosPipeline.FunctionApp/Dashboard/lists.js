// What browsers of some years ago lack.

/**
 * @template T
 * @param {Iterable<T>} list
 * @param {(each: T) => string} keyOf
 * @returns {Map<string, T[]>} in the order of the first of each group
 */
export function groupBy(list, keyOf) {
  const groups = new Map();
  for (const each of list) {
    const key = keyOf(each);
    if (groups.has(key)) groups.get(key).push(each);
    else groups.set(key, [each]);
  }

  return groups;
}
