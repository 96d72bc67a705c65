// Where the reader is: everything that a deep link must restore stands after the # of the address.

/** @returns {{view: string, parts: string[], plan: string|null, quarter: string|null, language: 'zh'|'en', query: URLSearchParams}} */
export function place() {
  const [path, search] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, ...parts] = path.split('/').map(decoded);
  const query = new URLSearchParams(search ?? '');
  return {
    view: view || '',
    parts,
    plan: query.get('plan'),
    quarter: query.get('quarter'),
    language: query.get('lang') === 'en' ? 'en' : 'zh',
    query,
  };
}

/** The address of a view, with plan, quarter and language as they are unless told otherwise. */
export function link(path, changes = {}) {
  const now = place();
  const query = new URLSearchParams();
  const kept = { plan: now.plan, quarter: now.quarter, lang: now.language === 'en' ? 'en' : null, ...changes };
  for (const [name, value] of Object.entries(kept)) {
    if (value) query.set(name, value);
  }

  return addressOf(path.split('/').map(encodeURIComponent).join('/'), query);
}

/**
 * Changes parameters of the present address: in place, or with a new entry in the browser's history, so that going back
 * undoes it; the view is then drawn anew by the change of the address.
 */
export function change(changes, { push = false } = {}) {
  const now = place();
  const [path] = location.hash.replace(/^#\/?/, '').split('?');
  for (const [name, value] of Object.entries(changes)) {
    if (value) now.query.set(name, value);
    else now.query.delete(name);
  }

  const address = addressOf(path, now.query);
  if (push) location.hash = address;
  else history.replaceState(null, '', address);
}

// A link that a mail program has cut leads to no view, and not to a fault.
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function addressOf(path, query) {
  const search = query.toString();
  return `#/${path}${search ? `?${search}` : ''}`;
}
