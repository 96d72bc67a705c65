// The names of the kinds of findings, which the API takes from the rules themselves.

import { get } from './api.js';
import { pick } from './words.js';

let asked = null;

/**
 * @returns {Promise<((code: string) => string) & {severityOf: (code: string) => string}>} the name of a kind in the
 *   reader's language, and how severe it is; the code itself where this page is older than the rule
 */
export async function findingNames() {
  asked ??= get('api/rules');
  try {
    const names = new Map((await asked).rules.map(rule => [rule.code, rule]));
    const nameOf = code => names.has(code) ? pick(names.get(code).title, names.get(code).titleEn) : code;
    return Object.assign(nameOf, { severityOf: code => names.get(code)?.severity ?? 'info' });
  } catch (problem) {
    asked = null;
    throw problem;
  }
}
