// The shell: signs in, finds out who looks, draws the header and the view that the address names.

import { h, fill, choice } from './dom.js';
import { get, key, Problem } from './api.js';
import { place, link, change } from './place.js';
import { t } from './words.js';
import { quarter } from './format.js';
import { forget, readHeads, readSummary, latestReported } from './summaries.js';
import { faultPage, notAllowed } from './faults.js';

const everyone = ['reader', 'department', 'administrator'];
const wholeCity = ['reader', 'administrator'];

/** A view is read when it is first opened. What a department may not read it is told so, before anything is asked. */
const views = {
  overview: { roles: wholeCity, module: () => import('./views/overview.js'), ofQuarter: true },
  indicators: { roles: wholeCity, module: () => import('./views/indicators.js'), ofQuarter: true },
  indicator: { roles: wholeCity, module: () => import('./views/indicator.js'), ofQuarter: true, menu: 'indicators' },
  projects: { roles: wholeCity, module: () => import('./views/projects.js'), ofQuarter: true },
  project: { roles: wholeCity, module: () => import('./views/project.js'), ofQuarter: true, menu: 'projects' },
  departments: { roles: wholeCity, module: () => import('./views/departments.js') },
  submissions: { roles: everyone, module: () => import('./views/submissions.js') },
  submission: { roles: everyone, module: () => import('./views/submission.js'), menu: 'submissions' },
  own: { roles: ['department'], module: () => import('./views/own.js') },
  trace: { roles: everyone, module: () => import('./views/trace.js'), menu: 'indicators' },
  method: { roles: everyone, module: () => import('./views/method.js'), ofQuarter: true },
  audit: { roles: ['administrator'], module: () => import('./views/audit.js') },
};
const menu = ['overview', 'indicators', 'projects', 'departments', 'submissions', 'own', 'method', 'audit'];

/** Whose key it is, as GET /api/me tells; null before anybody has signed in. */
let me = null;
let turn = 0;

/** What was just done, told above the view that shows it. */
let news = null;
let lastView;

const view = document.getElementById('view');
const status = document.getElementById('status');
const top = document.getElementById('top');

addEventListener('hashchange', draw);
// A file that is dropped beside the place for it would be opened by the browser, in the page's stead.
for (const name of ['dragover', 'drop']) {
  addEventListener(name, event => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  });
}

document.getElementById('skip').addEventListener('click', event => {
  event.preventDefault();
  view.focus();
});
draw();

async function draw() {
  // Of two views asked for in quick succession only the later is drawn.
  const mine = ++turn;
  const now = place();
  document.documentElement.lang = now.language === 'en' ? 'en' : 'zh-CN';
  document.getElementById('skip').textContent = t('skip');
  document.dispatchEvent(new Event('leave'));
  say(t('loading'));
  view.setAttribute('aria-busy', 'true');
  if (lastView === undefined) fill(view, h('p.waiting', h('span.spin', { 'aria-hidden': 'true' }), t('loading')));
  let content;
  let context = null;
  try {
    me ??= await get('api/me');
    context = await prepare(now);
    content = await contentOf(context);
  } catch (problem) {
    if (problem.status === 401) me = null;
    content = problem.status === 401 ? signIn(problem) : faultPage(problem, () => retry(problem));
  }

  if (mine !== turn) return;
  header(context ?? { ...now, heads: [] });
  fill(view, news && h('p.card.hint', { role: 'status' }, news), content);
  news = null;
  view.removeAttribute('aria-busy');
  const title = view.querySelector('h1')?.textContent;
  document.title = title ? `${title} · ${t('title')}` : t('title');
  say(title ?? '');
  // Signing in and out put another page under the same address.
  const shown = [me ? 'in' : 'out', now.view, ...now.parts].join('/');
  const isOther = shown !== lastView;
  if (isOther) scrollTo(0, 0);
  if (isOther && lastView !== undefined) view.focus({ preventScroll: true });
  lastView = shown;
}

/** A fault of the page's own may be that of an old page after the system was renewed: only a new one can do better. */
function retry(problem) {
  if (!(problem instanceof Problem)) {
    location.reload();
    return;
  }

  forget();
  draw();
}

async function contentOf(context) {
  const known = Object.hasOwn(views, context.view) ? views[context.view] : null;
  if (!known) return missing();
  if (!known.roles.includes(me.role)) return notAllowed(me.role === 'department' ? t('forbiddenDepartment', me.departmentName ?? me.department) : t('forbiddenRole'));
  const module = await known.module().catch(async fault => {
    // Either nothing can be reached, which this asking tells, or the page is older than what the service has.
    await get('api/me');
    throw fault;
  });
  return module.default(context);
}

/**
 * What every view may use.
 * @typedef {object} Context
 * @property {string} view
 * @property {string[]} parts of the address after the view
 * @property {URLSearchParams} query
 * @property {'zh'|'en'} language
 * @property {object} me as GET /api/me answers
 * @property {string} plan its id
 * @property {number} firstYear of the plan
 * @property {number} lastYear of the plan
 * @property {string|null} quarter that is looked at; null where no summary is written
 * @property {object[]} heads summaries of the plan, newest first; none for a department, which may not read them
 * @property {object|null} head of the quarter
 * @property {() => Promise<object|null>} summary of the quarter; null where there is none
 * @property {(text: string) => void} renew reads everything again and draws, with what was done above it
 * @returns {Promise<Context>}
 */
async function prepare(now) {
  const all = wholeCity.includes(me.role) ? await readHeads(me.plans.map(plan => plan.id)) : [];
  const known = id => me.plans.find(plan => plan.id === id);
  const { id: plan, firstYear, lastYear } = known(now.plan) ?? known(all[0]?.plan) ?? me.plans.at(-1);
  const heads = all.filter(head => head.plan === plan);
  const name = now.view || (me.role === 'department' ? 'submissions' : 'overview');
  const chosen = now.quarter ?? (views[name]?.ofQuarter ? await latestReported(heads) : heads[0]?.quarter ?? null);
  const head = heads.find(each => each.quarter === chosen) ?? null;
  return {
    ...now, view: name, me, plan, firstYear, lastYear, quarter: chosen, heads, head,
    summary: async () => head && readSummary(head),
    renew: text => { news = text; forget(); draw(); },
  };
}

function header(context) {
  const { language, heads } = context;
  const known = views[context.view];
  const quarters = heads.map(head => head.quarter);
  if (context.quarter && !quarters.includes(context.quarter)) quarters.unshift(context.quarter);
  const shown = me ? menu.filter(name => views[name].roles.includes(me.role)) : [];
  fill(top,
    h('div.bar',
      h('a.brand', { href: link('') }, t('title')),
      me?.plans.length > 1 && choice(t('plan'), context.plan, me.plans.map(each => [each.id, t('planYears', each.firstYear, each.lastYear)]), value => change({ plan: value, quarter: null }, { push: true })),
      known?.ofQuarter && quarters.length > 0 && choice(t('quarter'), context.quarter, quarters.map(each => [each, quarter(each)]), value => change({ quarter: value }, { push: true })),
      me && h('span.who', me.departmentName ?? me.name, ' ', h('span.role', t(`role.${me.role}`))),
      h('button', { type: 'button', lang: language === 'en' ? 'zh-CN' : 'en', onclick: () => { change({ lang: language === 'en' ? null : 'en' }); draw(); } }, t('language')),
      me && (key.get() ? h('button', { type: 'button', onclick: leave }, t('signOut')) : h('a.button', { href: '.auth/logout' }, t('signOut')))),
    shown.length > 0 && h('nav', { 'aria-label': t('navigation') }, h('ul', shown.map(name =>
      h('li', h('a', { href: link(name), 'aria-current': (known?.menu ?? context.view) === name ? 'page' : null }, t(name)))))));
}

function leave() {
  key.set(null);
  me = null;
  forget();
  draw();
}

/** By a key, or where the platform signs people in by their account of the city, over there. */
function signIn(problem) {
  if (problem.challenge?.startsWith('Bearer')) {
    const back = encodeURIComponent(`${location.pathname}${location.hash}`);
    return h('section.card.narrow', h('h1', t('accountTitle')), h('p', problem.detail(place().language)),
      h('p.actions', h('a.button.first', { href: `.auth/login/aad?post_login_redirect_uri=${back}` }, t('accountSignIn'))));
  }

  const isWrong = key.get() !== '';
  const field = h('input', {
    type: 'password', id: 'key', autocomplete: 'current-password', required: true, 'aria-describedby': 'key-help', 'aria-invalid': isWrong ? 'true' : null,
  });
  return h('section.card.narrow', h('h1', t('keyTitle')), h('p', { id: 'key-help' }, t('keyHelp')),
    isWrong && h('p.wrong', { role: 'alert' }, t('keyWrong')),
    h('form', {
      onsubmit: event => {
        event.preventDefault();
        key.set(field.value.trim());
        me = null;
        forget();
        draw();
      },
    }, h('label.field', { for: 'key' }, h('span', t('keyField')), field), h('button.first', t('signIn'))));
}

function missing() {
  return h('section.card', h('h1', t('notFound')), h('p', h('a', { href: link('') }, t('home'))));
}

function say(text) {
  status.textContent = text;
}
