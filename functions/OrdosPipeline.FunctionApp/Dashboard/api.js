// Talks to the API of the same app. The key stays in this tab's session storage and goes out in a header only.

const keyName = 'ordos-key';

/** Milliseconds after which a question that nobody answers is given up. A file takes its time, on its way out and in. */
const patience = { get: 30_000, file: 180_000 };

export const key = {
  get: () => sessionStorage.getItem(keyName) ?? '',
  /** @param {string|null} value */
  set: value => value ? sessionStorage.setItem(keyName, value) : sessionStorage.removeItem(keyName),
};

/** What there is instead of data: the API's RFC 9457 problem, or one of the same shape where no answer came. */
export class Problem extends Error {
  /**
   * @param {number} status of HTTP; 0 where no answer came
   * @param {{type?: string, title?: string, titleEn?: string, detail?: string, detailEn?: string, traceId?: string}|null} body
   * @param {string|null} [challenge] by what the service wants to know who calls (RFC 9110, 11.6.1)
   */
  constructor(status, body, challenge = null) {
    super(body?.detail ?? body?.title ?? `HTTP ${status}`);
    this.status = status;
    this.body = body ?? {};
    this.challenge = challenge;
  }

  /**
   * What is wrong, in a few words.
   * @param {'zh'|'en'} language
   */
  title(language) {
    return (language === 'en' ? this.body.titleEn : this.body.title) ?? `HTTP ${this.status}`;
  }

  /**
   * What is wrong here and what to do.
   * @param {'zh'|'en'} language
   */
  detail(language) {
    return (language === 'en' ? this.body.detailEn : this.body.detail) ?? '';
  }
}

const unreachable = {
  title: '连接不到服务', titleEn: 'The service cannot be reached',
  detail: '请检查网络后重试；其他网站能打开时，请告诉系统管理员。', detailEn: 'Check the network and try again; if other sites open, tell the operator.',
};
const silent = {
  title: '服务没有及时回答', titleEn: 'The service has not answered in time',
  detail: '服务可能正忙或有故障。请稍后重试；仍不行请告诉系统管理员。', detailEn: 'It may be busy or failing. Try again later; if it stays so, tell the operator.',
};

/**
 * @param {string} path below the page's own address
 * @param {object} [parameters] those without a value are left out
 * @param {RequestInit} [init]
 * @param {number} [most] milliseconds
 * @returns {Promise<Response>} a good one; anything else is thrown as a Problem
 */
async function send(path, parameters, init = {}, most = init.method === 'POST' ? patience.file : patience.get) {
  const url = new URL(path, document.baseURI);
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (value !== null && value !== undefined && value !== '') url.searchParams.set(name, value);
  }

  // No key has such characters, and no header can carry them.
  if (/[^\x21-\x7e]/.test(key.get())) throw new Problem(401, null);
  const headers = new Headers(init.headers);
  if (key.get()) headers.set('x-functions-key', key.get());
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), most);
  try {
    const response = await fetch(url, { ...init, headers, signal: giveUp.signal });
    if (!response.ok) throw new Problem(response.status, await response.json().catch(() => null), response.headers.get('www-authenticate'));
    // The body is waited for too: a service can fall silent in the middle of an answer.
    return new Response(await response.blob(), response);
  } catch (problem) {
    if (problem instanceof Problem) throw problem;
    throw new Problem(0, giveUp.signal.aborted ? silent : unreachable);
  } finally {
    clearTimeout(timer);
  }
}

/** One JSON answer. */
export async function get(path, parameters) {
  return (await send(path, parameters)).json();
}

/**
 * Every row of a table, page after page.
 * @param {string} table
 * @param {object} parameters
 * @returns {Promise<object[]>}
 */
export async function rows(table, parameters) {
  return (await all(table, parameters)).value;
}

/**
 * The same with what the last page says beside its rows: why there are none, in note and noteEn.
 * @returns {Promise<{value: object[], note?: string, noteEn?: string}>}
 */
export async function all(table, parameters) {
  const value = [];
  let page = {};
  do {
    page = await get(`api/${table}`, { ...parameters, continuation: page.continuation });
    value.push(...page.value);
  } while (page.continuation);
  return { ...page, value };
}

/** The answer to a file sent as the body. */
export async function post(path, parameters, file) {
  return send(path, parameters, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } });
}

/** Orders an act that needs nothing more said. */
export async function order(path, parameters) {
  return (await send(path, parameters, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).json();
}

/** Fetches a file with the key in the header and hands it to the browser, which an ordinary link could not do. */
export async function download(path, parameters, name) {
  await save(await send(path, parameters, {}, patience.file), name);
}

/** Hands an answer to the browser as a file. */
export async function save(response, name) {
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
