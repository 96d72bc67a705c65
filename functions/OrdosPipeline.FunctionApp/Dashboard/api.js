// Talks to the API of the same app. The key stays in this tab's session storage and goes out in a header only.

const keyName = 'ordos-key';

export const key = {
  get: () => sessionStorage.getItem(keyName) ?? '',
  set: value => value ? sessionStorage.setItem(keyName, value) : sessionStorage.removeItem(keyName),
};

/** What the API answered when it did not answer with data: its RFC 9457 problem. */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail ?? body?.title ?? `HTTP ${status}`);
    this.status = status;
    this.body = body ?? {};
  }

  /** @param {'zh'|'en'} language */
  in(language) {
    return language === 'en' ? this.body.detailEn ?? this.body.titleEn ?? this.message : this.message;
  }
}

async function send(path, parameters, init = {}) {
  const url = new URL(path, document.baseURI);
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (value !== null && value !== undefined && value !== '') url.searchParams.set(name, value);
  }

  const headers = new Headers(init.headers);
  if (key.get()) headers.set('x-functions-key', key.get());
  let response;
  try {
    response = await fetch(url, { ...init, headers });
  } catch {
    throw new Problem(0, { title: 'offline', detail: '连接不到服务，请检查网络后重试。', detailEn: 'The service cannot be reached. Check the network and try again.' });
  }

  if (response.ok) return response;
  let body = null;
  try {
    body = await response.json();
  } catch {
    // The host itself answers without a body.
  }

  throw new Problem(response.status, body);
}

/** One JSON answer. */
export async function get(path, parameters) {
  return (await send(path, parameters)).json();
}

/** Every row of a table, page after page, up to a limit. */
export async function rows(table, parameters, limit = 5000) {
  const all = [];
  let continuation = null;
  do {
    const page = await get(`api/${table}`, { ...parameters, continuation });
    all.push(...page.value);
    continuation = page.continuation ?? null;
  } while (continuation && all.length < limit);
  return all;
}

/** The answer to a file sent as the body. */
export async function post(path, parameters, file) {
  return send(path, parameters, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } });
}

/** Fetches a file with the key in the header and hands it to the browser, which an ordinary link could not do. */
export async function download(path, parameters, name) {
  save(await send(path, parameters), name);
}

export async function save(response, name) {
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
