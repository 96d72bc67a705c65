// A page in Debian's Chromium. Whatever the console calls an error fails the test, and each page is held against axe's rules.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { checkout } from './system.js';

/** Where the pictures are kept. */
export const shots = process.env.SCREENSHOTS ?? join(checkout, 'tests', 'browser', 'TestResults');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export async function openBrowser() {
  mkdirSync(shots, { recursive: true });
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** A tab of its own, with nothing remembered from another. */
export async function openPage(browser, address, { width = 1366, height = 768 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, locale: 'zh-CN' });
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', error => page.faults.push(String(error)));
  // A refused request is a line of the browser's own in the console; what the page makes of it is what the tests look at.
  page.on('console', message => message.type() === 'error' && !message.text().startsWith('Failed to load resource') && page.faults.push(message.text()));
  page.on('request', request => {
    if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url())) page.faults.push(`A request left the app: ${request.url()}`);
  });
  await page.goto(address);
  return page;
}

export async function signIn(page, key) {
  await page.getByLabel(/访问密钥|Access key/).fill(key);
  await page.getByRole('button', { name: /^(进入|Sign in)$/ }).click();
  await settled(page);
}

/** Goes to a view by its deep link. */
export async function go(page, address, view) {
  await page.goto(`${address}#/${view}`);
  // A page that stays learns of its new address in a task of its own, and is busy from then on.
  await page.evaluate(() => new Promise(done => setTimeout(done)));
  await settled(page);
}

/** Waits until the view is drawn. */
export async function settled(page) {
  await page.locator('main:not([aria-busy]) h1').first().waitFor();
}

export async function shoot(page, name) {
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/** Nothing that axe knows to shut people out, at level AA of WCAG 2.2. */
export async function accessible(page) {
  await page.evaluate(await (await import('node:fs/promises')).readFile(axe, 'utf8'));
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  assert.deepEqual(violations.map(violation => `${violation.id}: ${violation.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', ')}`), []);
}

/** Nothing but tables and pictures of their own may scroll sideways. */
export async function fits(page) {
  const { scrollWidth, innerWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, innerWidth }));
  assert.ok(scrollWidth <= innerWidth, `${page.url()} is ${scrollWidth} wide`);
}

/** Goes on by the Tab key until what has the focus is what is looked for. */
export async function tabTo(page, selector, most = 60) {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }

  assert.fail(`${selector} cannot be reached by the Tab key`);
}

export function faultless(page) {
  assert.deepEqual(page.faults, []);
}
