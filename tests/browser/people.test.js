// What the three roles see and may do: a clerk hands in, a reader only reads, an administrator acts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { accessible, faultless, fits, go, openBrowser, openPage, settled, shoot, signIn, tabTo } from './browser.js';
import { everyQuarterClosed, keys, sample, startSystem } from './system.js';

let system;
let browser;

before(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  await everyQuarterClosed(system);
});

after(async () => {
  await browser?.close();
  await system?.stop();
});

/** A tab signed in with a key, closed when the test has ended. */
async function tabOf(key, t, size) {
  const page = await openPage(browser, system.address, size);
  t.after(() => page.context().close());
  await settled(page);
  await signIn(page, key);
  return page;
}

const dropped = page => page.locator('.drop');

test('A clerk comes to the submissions of the own department and is offered nothing else', async t => {
  const page = await tabOf(keys.department, t);
  assert.equal(await page.locator('h1').textContent(), '报送');
  assert.deepEqual(await page.getByRole('navigation').getByRole('link').allTextContents(), ['报送', '本部门数据', '方法与说明']);
  await page.getByText('市统计局').first().waitFor();
  assert.equal(await page.locator('#department').count(), 0);
  assert.equal(await page.getByText('ecology-environment').count(), 0);
  assert.equal(await page.getByRole('columnheader', { name: '部门' }).count(), 0);
  await shoot(page, 'clerk-submissions');
  await accessible(page);
  const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /填报模板/ }).click()]);
  assert.equal(readFileSync(await template.path()).subarray(0, 2).toString(), 'PK');
  faultless(page);
});

test('A clerk sees what the own department has reported, down to the cell', async t => {
  const page = await tabOf(keys.department, t);
  await go(page, system.address, 'own');
  const row = page.getByRole('row', { name: /^H01 .*全市/ });
  assert.match(await row.textContent(), /2023年1—9月/);
  assert.match(await page.getByRole('row', { name: /^H02 / }).textContent(), /未报/);
  await shoot(page, 'clerk-own');
  await accessible(page);
  await row.getByRole('link', { name: '溯源' }).click();
  await page.getByRole('heading', { name: /从何而来/ }).waitFor();
  assert.equal(await page.getByText('用于哪些小结').count(), 0);
  faultless(page);
});

for (const view of ['overview', 'indicators', 'indicator/H17', 'projects', 'departments', 'audit', 'trace/H17/2023']) {
  test(`A clerk who follows a link to ${view} is told whose page it is`, async t => {
    const page = await tabOf(keys.department, t);
    await go(page, system.address, view);
    assert.equal(await page.locator('h1').textContent(), '不能查看这一页');
    assert.match(await page.getByRole('alert').textContent(), /市统计局/);
    await accessible(page);
    await page.getByRole('link', { name: '回到首页' }).click();
    await page.getByRole('heading', { level: 1, name: '报送' }).waitFor();
    faultless(page);
  });
}

test('A clerk does not learn of a submission of another department', async t => {
  const page = await tabOf(keys.department, t);
  const answer = await fetch(`${system.address}api/submissions?department=ecology-environment&$top=1`, { headers: { 'x-functions-key': system.key } });
  const [{ submission }] = (await answer.json()).value;
  await go(page, system.address, `submission/${submission}`);
  assert.equal(await page.locator('h1').textContent(), '没有这件报送');
  await go(page, system.address, `submission/${submission}?department=ecology-environment`);
  assert.equal(await page.locator('h1').textContent(), '不能查看这一页');
  faultless(page);
});

test('A dropped file is tried without being stored, and each faulty cell is marked where it stands', async t => {
  const page = await tabOf(keys.department, t);
  const before = await page.getByRole('status').filter({ hasText: '共' }).textContent();
  await drop(page, sample('statistics/故障示例-多种错误.xlsx'));
  await page.getByRole('heading', { name: /试校验结果/ }).waitFor();
  const card = dropped(page);
  await card.getByText('退回').first().waitFor();
  assert.deepEqual(await card.locator('.cells td.error').allTextContents(), ['地区生产总植增长✕错误', '约7.0✕错误', '亿元✕错误', '2031年✕错误']);
  assert.match(await card.getByRole('heading', { name: /不是准确数字/ }).textContent(), /value-imprecise/);
  assert.equal(await card.getByRole('button', { name: '正式报送' }).count(), 0);
  await shoot(page, 'tried-with-faults');
  await accessible(page);
  // Beside its place a file is neither taken nor opened by the browser.
  assert.ok(await page.evaluate(() => !document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }))));
  const [download] = await Promise.all([page.waitForEvent('download'), card.getByRole('button', { name: '下载标注后的文件' }).click()]);
  assert.equal(readFileSync(await download.path()).subarray(0, 2).toString(), 'PK');
  await page.reload();
  await settled(page);
  assert.equal(await page.getByRole('status').filter({ hasText: '共' }).textContent(), before);
  faultless(page);
});

test('By keyboard alone one signs in, tries a file, hands it in and follows it to the tables', async t => {
  const page = await openPage(browser, system.address);
  t.after(() => page.context().close());
  await settled(page);
  await tabTo(page, '#key');
  await page.keyboard.type(keys.department);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '报送' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'view');
  // Asked for before the key is pressed: a browser that learns of both at once may open a window of its own.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, '#file');
  await page.keyboard.press('Space');
  await (await chooser).setFiles(sample('statistics/2023年三季度.csv'));
  await page.getByRole('heading', { name: /试校验结果/ }).waitFor();
  await page.getByText('没有错误，可以正式报送。').waitFor();
  await tabTo(page, '.result button.first');
  await page.keyboard.press('Enter');
  await page.getByText('已报送，正在处理。').waitFor();
  await tabTo(page, '.result a');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '2023年三季度.csv' }).waitFor();
  await page.locator('.steps .done[aria-current]', { hasText: '已入库' }).waitFor({ timeout: 60_000 });
  await shoot(page, 'submission');
  await accessible(page);
  faultless(page);
});

test('Once a submission has arrived nothing more is asked', async t => {
  const page = await tabOf(keys.department, t);
  await page.getByRole('link', { name: '2022年四季度.xls' }).first().click();
  await page.locator('.steps').waitFor();
  let asked = 0;
  page.on('request', request => { if (request.url().includes('/api/')) asked++; });
  await page.clock.install();
  await page.clock.runFor(120_000);
  assert.equal(asked, 0);
  faultless(page);
});

test('What a department wrote is shown as text and never run', async t => {
  const page = await tabOf(keys.department, t);
  const hostile = '<img src=x onerror="globalThis.run=1">';
  await page.locator('#file').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(`指标编码,期间,数值\nH01,2021,"${hostile.replaceAll('"', '""')}"\n`) });
  await page.getByText(hostile).first().waitFor();
  assert.equal(await page.evaluate(() => globalThis.run), undefined);
  faultless(page);
});

test('A file that the service refuses is answered in words, in both languages', async t => {
  const page = await tabOf(keys.department, t);
  await page.locator('#file').setInputFiles({ name: `${'长'.repeat(300)}.csv`, mimeType: 'text/csv', buffer: Buffer.from('x') });
  await dropped(page).getByRole('alert').filter({ hasText: '请求有误' }).waitFor();
  await go(page, system.address, 'submissions?lang=en');
  await page.locator('#file').setInputFiles({ name: `${'长'.repeat(300)}.csv`, mimeType: 'text/csv', buffer: Buffer.from('x') });
  await dropped(page).getByRole('alert').filter({ hasText: 'The request is wrong' }).waitFor();
  await accessible(page);
  faultless(page);
});

test('A reader sees the whole city and can act on nothing', async t => {
  const page = await tabOf(keys.reader, t);
  assert.doesNotMatch(await page.getByRole('navigation').textContent(), /操作记录|本部门数据/);
  for (const name of ['立即生成小结', '发布']) assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0);
  await go(page, system.address, 'submissions');
  await page.locator('#department').selectOption('statistics');
  await page.locator('#file').setInputFiles(sample('statistics/2023年三季度.csv'));
  await page.getByText('没有错误，部门可以正式报送。').waitFor();
  assert.equal(await page.getByRole('button', { name: '正式报送' }).count(), 0);
  await go(page, system.address, 'audit');
  assert.equal(await page.locator('h1').textContent(), '不能查看这一页');
  await accessible(page);
  faultless(page);
});

test('A key that is withdrawn while somebody works leads back to signing in', async t => {
  const page = await tabOf(keys.reader, t);
  await page.evaluate(() => sessionStorage.setItem('ordos-key', 'withdrawn-withdrawn-withdrawn'));
  await page.getByRole('navigation').getByRole('link', { name: '报送', exact: true }).click();
  await page.getByRole('alert').getByText('密钥不对').waitFor();
  assert.equal(await page.getByRole('navigation').count(), 0);
  await signIn(page, keys.reader);
  await page.getByRole('heading', { level: 1, name: '报送' }).waitFor();
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByRole('heading', { level: 1, name: '请输入访问密钥' }).waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  faultless(page);
});

test('An administrator publishes a quarter after being told what that means, and it is on record', async t => {
  const page = await tabOf(system.key, t);
  await go(page, system.address, 'overview?quarter=2022Q4');
  const publish = page.getByRole('button', { name: '发布', exact: true });
  await publish.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '发布 2022年四季度 的季度小结？' });
  await dialog.getByText('不能撤回').waitFor();
  await shoot(page, 'dialog-publish');
  await accessible(page);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await publish.evaluate(button => button === document.activeElement), true);
  await page.getByText('未发布').waitFor();

  await publish.click();
  await dialog.getByRole('button', { name: '发布' }).click();
  await page.getByText('2022年四季度 第 1 版已发布。').waitFor();
  await page.locator('.badge', { hasText: '已发布' }).waitFor();
  assert.equal(await publish.count(), 0);
  await go(page, system.address, 'audit');
  const row = page.getByRole('row', { name: /2022Q4/ });
  assert.match(await row.textContent(), /demo.*发布.*v1 computed.*v1 published.*完成/);
  await shoot(page, 'audit-after');
  await accessible(page);
  faultless(page);
});

test('What a later version says otherwise than the published one is told figure by figure', async t => {
  const clerk = await tabOf(keys.department, t);
  await clerk.locator('#file').setInputFiles({ name: '核定.csv', mimeType: 'text/csv', buffer: Buffer.from('指标编码,期间,数值,单位,备注\nH01,2022,5.6,%,年报核定\n') });
  await clerk.getByRole('button', { name: '正式报送' }).click();
  await clerk.getByRole('link', { name: /查看处理情况/ }).click();
  await clerk.locator('.steps .done[aria-current]', { hasText: '已入库' }).waitFor({ timeout: 60_000 });

  const page = await tabOf(system.key, t);
  await go(page, system.address, 'overview?quarter=2022Q4');
  await page.getByRole('button', { name: '立即生成小结' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('第 1 版已经发布，不会改动').waitFor();
  await dialog.getByRole('button', { name: '立即生成小结' }).click();
  await page.getByText('2022年四季度 第 2 版已生成。').waitFor();
  const changes = page.getByRole('region', { name: '与第 1 版（上一次发布）相比' });
  assert.match(await changes.getByRole('row', { name: /^H01 / }).textContent(), /6\.2% → 6\.3%/);
  await shoot(page, 'differences');
  await accessible(page);
  faultless(page);
});

test('An administrator writes a summary anew, and is told when nothing has changed', async t => {
  const page = await tabOf(system.key, t);
  await go(page, system.address, 'overview?quarter=2021Q2');
  await page.getByRole('button', { name: '立即生成小结' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '立即生成小结' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('数据没有变化，2021年二季度 仍为第 1 版。').waitFor();
  assert.match(await page.locator('h1').textContent(), /2021年二季度/);
  faultless(page);
});

test('An act that fails says why in the dialog, and can be left', async t => {
  const page = await tabOf(system.key, t);
  await page.route('**/api/summaries/**', route => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ title: '系统故障', detail: '请稍后再试。', traceId: '4bf92f35' }) }));
  await go(page, system.address, 'overview?quarter=2021Q2');
  await page.getByRole('button', { name: '立即生成小结' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '立即生成小结' }).click();
  await dialog.getByRole('alert').filter({ hasText: '系统故障。请稍后再试。traceId 4bf92f35' }).waitFor();
  await accessible(page);
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'detached' });
  faultless(page);
});

test('An administrator has a submission processed again that the system has given up; a clerk is told to wait', async t => {
  const page = await tabOf(system.key, t);
  // The shipped samples make nothing fail, so the ledger's answer is altered on its way; the act is the real one.
  let isFailed = true;
  const alter = async route => {
    const answer = await (await route.fetch()).json();
    if (isFailed) Object.assign(answer.value[0], { state: 'failed', verdict: undefined, lastFailure: 'RequestFailedException', failedTries: 5 });
    await route.fulfill({ json: answer });
  };
  const address = /\/api\/submissions\?submission=/;
  await go(page, system.address, 'submissions?department=transport');
  await page.route(address, alter);
  await page.getByRole('link', { name: '2021年二季度.csv' }).click();
  await page.getByText('这是系统的故障').waitFor();
  await shoot(page, 'failed');
  await accessible(page);
  await page.getByRole('button', { name: '重新处理' }).click();
  const dialog = page.getByRole('dialog', { name: /重新处理/ });
  await accessible(page);
  isFailed = false;
  await dialog.getByRole('button', { name: '重新处理' }).click();
  await page.locator('.steps .done[aria-current]', { hasText: '已入库' }).waitFor({ timeout: 60_000 });
  await go(page, system.address, 'audit');
  await page.getByRole('row', { name: /transport/ }).getByText('重新处理').waitFor();
  faultless(page);

  isFailed = true;
  const clerk = await tabOf(keys.department, t);
  await clerk.route(address, alter);
  await clerk.getByRole('link', { name: '2022年四季度.xls' }).first().click();
  await clerk.getByText('请等候管理员处理').waitFor();
  assert.equal(await clerk.getByRole('button', { name: '重新处理' }).count(), 0);
  assert.equal(await clerk.getByText('RequestFailedException').count(), 0);
  faultless(clerk);
});

test('A clerk can hand in by phone', async t => {
  const phone = await tabOf(keys.department, t, { width: 390, height: 844 });
  await phone.locator('#file').setInputFiles(sample('statistics/故障示例-多种错误.xlsx'));
  await phone.getByRole('heading', { name: /试校验结果/ }).waitFor();
  await fits(phone);
  await shoot(phone, 'phone-tried');
  await go(phone, system.address, 'own');
  await fits(phone);
  await shoot(phone, 'phone-own');
  faultless(phone);
});

async function drop(page, path) {
  const content = readFileSync(path).toString('base64');
  const data = await page.evaluateHandle(({ content, name }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(content), letter => letter.charCodeAt(0))], name));
    return transfer;
  }, { content, name: path.split('/').at(-1) });
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
}
