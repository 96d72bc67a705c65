// The dashboard of a system in which nothing has happened yet.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, faultless, go, openBrowser, openPage, settled, shoot, signIn } from './browser.js';
import { emptyFolder, startSystem } from './system.js';

let system;
let browser;
let page;

before(async () => {
  [system, browser] = await Promise.all([startSystem(emptyFolder()), openBrowser()]);
  page = await openPage(browser, system.address);
  await settled(page);
  await signIn(page, system.key);
});

after(async () => {
  await browser?.close();
  await system?.stop();
});

for (const view of ['overview', 'indicators', 'projects', 'departments', 'method']) {
  test(`Without a summary the page ${view} says what will make one`, async () => {
    await go(page, system.address, view);
    assert.equal(await page.locator('h1').textContent(), '还没有季度小结');
    await accessible(page);
    faultless(page);
  });
}

test('Without submissions the page of submissions still takes a file', async () => {
  await go(page, system.address, 'submissions');
  await page.getByText('还没有报送。').waitFor();
  await shoot(page, 'empty-submissions');
  await page.locator('#department').selectOption({ index: 1 });
  await page.locator('#file').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('不是表格\n') });
  await page.getByRole('heading', { name: /试校验结果/ }).waitFor();
  faultless(page);
});
