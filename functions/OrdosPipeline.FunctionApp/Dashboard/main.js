// The shell: signs in, finds out which summaries there are, draws the header and the view that the address names.

import { h, fill, choice } from './dom.js';
import { get, rows, key, Problem } from './api.js';
import { place, link, change } from './place.js';
import { t } from './words.js';
import { quarter } from './format.js';
import overview from './views/overview.js';
import indicators from './views/indicators.js';
import indicator from './views/indicator.js';
import trace from './views/trace.js';
import departments from './views/departments.js';
import submissions from './views/submissions.js';
import submission from './views/submission.js';
import projects from './views/projects.js';
import project from './views/project.js';
import method from './views/method.js';

const views = { overview, indicators, indicator, trace, departments, submissions, submission, projects, project, method };
const menu = ['overview', 'indicators', 'projects', 'departments', 'submissions', 'method'];
const summaries = new Map();

/** Written summaries, newest quarter first; null until they have been read, and when the caller may not read them. */
let heads = null;
let plans = [];
let turn = 0;

const view = document.getElementById('view');
const status = document.getElementById('status');

addEventListener('hashchange', () => draw());
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
  let content;
  try {
    const context = await prepare(now);
    const drawn = await (views[now.view] ?? missing)(context);
    content = drawn;
  } catch (problem) {
    content = explain(problem);
  }

  if (mine !== turn) return;
  header();
  fill(view, content);
  view.removeAttribute('aria-busy');
  const title = view.querySelector('h1')?.textContent;
  document.title = title ? `${title} · ${t('title')}` : t('title');
  say(title ?? '');
  if (document.activeElement === document.body || now.view !== draw.last) window.scrollTo(0, 0);
  if (draw.last !== undefined && now.view !== draw.last) view.focus({ preventScroll: true });
  draw.last = now.view;
}

/** What every view may use. */
async function prepare(now) {
  if (heads === null) {
    plans = (await get('api/health')).plans;
    heads = await readHeads();
  }

  const plan = plans.includes(now.plan) ? now.plan : heads[0]?.plan ?? plans.at(-1);
  const written = heads.filter(head => head.plan === plan);
  const chosen = now.quarter ?? written[0]?.quarter ?? null;
  return {
    ...now, plan, quarter: chosen, heads: written,
    head: written.find(head => head.quarter === chosen) ?? null,
    summary: () => summary(plan, chosen),
    redraw: draw,
    say,
  };
}

async function readHeads() {
  try {
    const all = [];
    for (const plan of plans) all.push(...await rows('summaries', { plan, kind: 'head' }));
    const latest = new Map();
    for (const head of all.filter(head => head.state !== 'writing')) {
      const known = latest.get(`${head.plan} ${head.quarter}`);
      if (!known || known.version < head.version) latest.set(`${head.plan} ${head.quarter}`, head);
    }

    return [...latest.values()].sort((a, b) => b.quarter.localeCompare(a.quarter));
  } catch (problem) {
    // A department may not read summaries, and needs none to hand in its files.
    if (problem.status === 403) return [];
    throw problem;
  }
}

async function summary(plan, ofQuarter) {
  if (!ofQuarter || !heads.some(head => head.plan === plan && head.quarter === ofQuarter)) return null;
  const name = `${plan}/${ofQuarter}`;
  if (!summaries.has(name)) {
    const asked = get(`api/report/${name}`, { format: 'json' });
    summaries.set(name, asked);
    asked.catch(() => summaries.delete(name));
  }

  return summaries.get(name);
}

function header() {
  const now = place();
  const plan = plans.includes(now.plan) ? now.plan : heads?.[0]?.plan ?? plans.at(-1);
  const quarters = (heads ?? []).filter(head => head.plan === plan).map(head => head.quarter);
  const ofQuarter = now.quarter ?? quarters[0] ?? '';
  if (ofQuarter && !quarters.includes(ofQuarter)) quarters.unshift(ofQuarter);
  fill(document.getElementById('top'),
    h('div.bar',
      h('a.brand', { href: link('overview') }, t('title')),
      plans.length > 1 && choice(t('plan'), plan, plans.map(each => [each, each]), value => change({ plan: value, quarter: null }) ?? draw()),
      quarters.length > 0 && choice(t('quarter'), ofQuarter, quarters.map(each => [each, quarter(each)]), value => change({ quarter: value }) ?? draw()),
      h('button', { type: 'button', lang: now.language === 'en' ? 'zh-CN' : 'en', onclick: () => change({ lang: now.language === 'en' ? null : 'en' }) ?? draw() }, t('language')),
      key.get() && h('button', { type: 'button', onclick: leave }, t('signOut'))),
    h('nav', { 'aria-label': t('navigation') }, h('ul', menu.map(name =>
      h('li', h('a', { href: link(name), 'aria-current': belongs(now.view) === name ? 'page' : null }, t(name)))))));
}

const belongs = name => ({ indicator: 'indicators', trace: 'indicators', project: 'projects', submission: 'submissions' })[name] ?? name;

function leave() {
  key.set(null);
  forget();
  draw();
}

function forget() {
  heads = null;
  summaries.clear();
}

function explain(problem) {
  if (!(problem instanceof Problem)) {
    console.error(problem);
    return fault(String(problem?.message ?? problem));
  }

  if (problem.status === 401) return signIn(key.get() !== '');
  if (problem.status === 403) return h('section.card', h('h1', t('forbidden')), h('p', problem.in(place().language)));
  return fault(problem.in(place().language), problem.body.trace ?? problem.body.traceId);
}

function fault(text, trace) {
  return h('section.card.notice', { role: 'alert' },
    h('h1', t('failed')), h('p', text), trace && h('p.muted', trace),
    h('button', { type: 'button', onclick: () => { forget(); draw(); } }, t('retry')));
}

function signIn(isWrong) {
  const field = h('input', { type: 'password', id: 'key', autocomplete: 'current-password', required: true, 'aria-describedby': 'key-help', 'aria-invalid': isWrong ? 'true' : null });
  return h('section.card.narrow', h('h1', t('keyTitle')), h('p', { id: 'key-help' }, t('keyHelp')),
    isWrong && h('p.wrong', { role: 'alert' }, t('keyWrong')),
    h('form', {
      onsubmit: event => {
        event.preventDefault();
        key.set(field.value.trim());
        forget();
        draw();
      },
    }, h('label.field', { for: 'key' }, h('span', t('keyField')), field), h('button.first', t('signIn'))));
}

function missing() {
  return h('section.card', h('h1', t('notFound')), h('p', h('a', { href: link('overview') }, t('overview'))));
}

function say(text) {
  status.textContent = text;
}

