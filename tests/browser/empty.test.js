// A system in which nothing has happened yet, and then one whose storage fails.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, faultless, go, openBrowser, openPage, settled, shoot, signIn } from './browser.js';
import { emptyFolder, keys, startSystem } from './system.js';

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

for (const view of ['overview', 'indicators', 'projects', 'departments']) {
  test(`Without a summary the page ${view} says what will make one`, async () => {
    await go(page, system.address, view);
    assert.match(await page.locator('h1').textContent(), /还没有季度小结/);
    await page.getByText('部门报送之后').waitFor();
    // There is nothing to choose a quarter from, so the buttons say of which they are.
    await page.getByText('管理 2025年四季度').waitFor();
    await shoot(page, `empty-${view}`);
    await accessible(page);
    faultless(page);
  });
}

test('Without a summary the method is told all the same', async () => {
  await go(page, system.address, 'method');
  await page.getByText('年均增长：各年增速连乘').waitFor();
  await accessible(page);
  faultless(page);
});

test('Without submissions the page of submissions still takes a file', async () => {
  await go(page, system.address, 'submissions');
  await page.getByText('还没有报送。').waitFor();
  await shoot(page, 'empty-submissions');
  await page.locator('#department').selectOption({ index: 1 });
  await page.locator('#file').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('不是表格\n') });
  await page.getByRole('heading', { name: /试校验结果/ }).waitFor();
  faultless(page);
});

test('A clerk who has reported nothing sees what is due', async () => {
  const clerk = await openPage(browser, system.address);
  await settled(clerk);
  await signIn(clerk, keys.department);
  await go(clerk, system.address, 'own');
  assert.match(await clerk.getByRole('row', { name: /^H01 / }).textContent(), /未报/);
  await shoot(clerk, 'empty-own');
  await accessible(clerk);
  faultless(clerk);
  await clerk.context().close();
});

test('Where the platform signs people in, the page leads there and comes back to what was asked for', async () => {
  const tab = await openPage(browser, system.address);
  await tab.route('**/api/me', route => route.fulfill({
    status: 401, headers: { 'www-authenticate': 'Bearer' }, contentType: 'application/problem+json',
    body: JSON.stringify({ title: '不知道您是谁', detail: '请先登录。', titleEn: 'Who calls is not known', detailEn: 'Sign in first.' }),
  }));
  await go(tab, system.address, 'indicator/H01');
  const link = tab.getByRole('link', { name: '用单位账号登录' });
  assert.equal(await link.getAttribute('href'), '.auth/login/aad?post_login_redirect_uri=%2F%23%2Findicator%2FH01');
  assert.equal(await tab.locator('#key').count(), 0);
  await accessible(tab);
  faultless(tab);
  await tab.context().close();
});

test('Nothing was done, and the record says so', async () => {
  await go(page, system.address, 'audit');
  await page.getByText('这个月没有操作。').waitFor();
  faultless(page);
});

test('A service that falls silent is given up after half a minute, and asked again at a press', async () => {
  const tab = await openPage(browser, system.address);
  await settled(tab);
  await tab.clock.install();
  system.hangStorage();
  try {
    await tab.getByLabel('访问密钥').fill(system.key);
    const asked = tab.waitForRequest(/api\/summaries/);
    await tab.getByRole('button', { name: '进入' }).click();
    await asked;
    await tab.clock.fastForward(31_000);
    await tab.getByRole('alert').getByText('服务没有及时回答').waitFor();
    await shoot(tab, 'storage-hung');
    await accessible(tab);
  } finally {
    system.resumeStorage();
  }

  await tab.getByRole('button', { name: '重试' }).click();
  await tab.getByRole('heading', { level: 1, name: '还没有季度小结' }).waitFor({ timeout: 60_000 });
  faultless(tab);
  await tab.context().close();
});

test('Without a network the page says so and offers to try again', async () => {
  await page.context().setOffline(true);
  await page.getByRole('navigation').getByRole('link', { name: '报送', exact: true }).click();
  await page.getByRole('alert').getByText('连接不到服务').waitFor();
  await accessible(page);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('heading', { level: 1, name: '报送' }).waitFor();
  faultless(page);
});

test('Without a network a view that was never read is answered no otherwise', async () => {
  await page.reload();
  await settled(page);
  await page.context().setOffline(true);
  await page.getByRole('navigation').getByRole('link', { name: '操作记录' }).click();
  await page.getByRole('alert').getByText('连接不到服务').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('heading', { level: 1, name: '操作记录' }).waitFor();
  faultless(page);
});

test('A page that the service has outgrown says so, and is loaded anew at a press', async () => {
  const tab = await openPage(browser, system.address);
  await settled(tab);
  await signIn(tab, system.key);
  await tab.route(/views\/audit\.js/, route => route.fulfill({ status: 404 }));
  await tab.getByRole('navigation').getByRole('link', { name: '操作记录' }).click();
  await tab.getByRole('alert').getByText('页面程序没有正常运行').waitFor();
  await accessible(tab);
  await shoot(tab, 'outgrown');
  assert.match(tab.faults.join(), /audit\.js/);
  await tab.unroute(/views\/audit\.js/);
  await tab.getByRole('button', { name: '重试' }).click();
  await tab.getByRole('heading', { level: 1, name: '操作记录' }).waitFor();
  await tab.context().close();
});

// Last, since it leaves the system without its storage.
test('When the storage is gone the page says so and offers to try again', async () => {
  const tab = await openPage(browser, system.address);
  await settled(tab);
  system.stopStorage();
  await signIn(tab, system.key);
  await tab.getByRole('alert').getByRole('button', { name: '重试' }).waitFor({ timeout: 120_000 });
  await shoot(tab, 'storage-gone');
  await accessible(tab);
  faultless(tab);
});
