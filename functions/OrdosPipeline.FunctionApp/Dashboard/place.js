// Where the reader is: everything that a deep link must restore stands after the # of the address.

/** @returns {{view: string, parts: string[], plan: string|null, quarter: string|null, language: 'zh'|'en', query: URLSearchParams}} */
export function place() {
  const [path, search] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, ...parts] = path.split('/').map(decodeURIComponent);
  const query = new URLSearchParams(search ?? '');
  return {
    view: view || 'overview',
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

  const parts = path.split('/').map(encodeURIComponent).join('/');
  const search = query.toString();
  return `#/${parts}${search ? `?${search}` : ''}`;
}

/** Changes parameters of the present address. In place, without a new entry in the browser's history, unless told otherwise. */
export function change(changes, { push = false } = {}) {
  const now = place();
  const [path] = location.hash.replace(/^#\/?/, '').split('?');
  for (const [name, value] of Object.entries(changes)) {
    if (value) now.query.set(name, value);
    else now.query.delete(name);
  }

  const search = now.query.toString();
  const address = `#/${path}${search ? `?${search}` : ''}`;
  if (push) location.hash = address;
  else history.replaceState(null, '', address);
}
