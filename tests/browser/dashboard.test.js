// The dashboard over the shipped samples, as an administrator uses it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessible, faultless, go, openBrowser, openPage, settled, shoot, signIn } from './browser.js';
import { checkout, startSystem } from './system.js';

const sample = path => join(checkout, 'sample-inputs', ...path.split('/'));

let system;
let browser;
let page;

before(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  page = await openPage(browser, system.address);
});

after(async () => {
  await browser?.close();
  await system?.stop();
});

test('A wrong key is refused in plain words, the right one opens the overview', async () => {
  await settled(page);
  await signIn(page, 'not-the-key');
  await page.getByRole('alert').getByText('密钥不对').waitFor();
  await shoot(page, 'wrong-key');
  await accessible(page);
  await signIn(page, system.key);
  assert.match(await page.locator('h1').textContent(), /总结评估|季度监测|年度评价|中期评估/);
  faultless(page);
});

const pages = [
  ['overview', 'overview?quarter=2021Q4', /2021年四季度|2021Q4/],
  ['indicators', 'indicators?quarter=2021Q4', /^(指标|Indicators)$/],
  ['indicator', 'indicator/H01?quarter=2023Q3', /^H01 (地区生产总值增长|\w)/],
  ['no-data', 'indicator/H10?quarter=2023Q3', /^H10/],
  ['trace', 'trace/H01/2021?quarter=2021Q4', /地区生产总值增长|GDP|H01/],
  ['projects', 'projects?quarter=2021Q4', /^(重点工程|Projects)$/],
  ['project', 'project/P001?quarter=2021Q4', /^P001/],
  ['departments', 'departments', /部门与季度|Departments/],
  ['submissions', 'submissions', /^(报送|Submissions)$/],
  ['method', 'method?quarter=2021Q4', /方法|Method/],
];

for (const [name, view, heading] of pages) {
  for (const language of ['zh', 'en']) {
    test(`The page ${name} in ${language}`, async () => {
      await go(page, system.address, language === 'en' ? `${view}${view.includes('?') ? '&' : '?'}lang=en` : view);
      assert.match(await page.locator('h1').first().textContent(), heading);
      assert.equal(await page.locator('html').getAttribute('lang'), language === 'en' ? 'en' : 'zh-CN');
      await shoot(page, `${name}-${language}`);
      await accessible(page);
      faultless(page);
    });
  }
}

test('The overview counts every indicator and project and never calls missing data zero', async () => {
  await go(page, system.address, 'overview?quarter=2021Q4');
  const cards = page.locator('.cards .card');
  assert.match(await cards.nth(2).textContent(), /^全部指标 350/);
  assert.match(await cards.nth(3).textContent(), /^重点工程 424/);
  const row = page.getByRole('row', { name: /^H10 / });
  assert.match(await row.textContent(), /无数据/);
  assert.doesNotMatch(await row.textContent(), /0%/);
});

test('From a figure one walks to the cell that it came from', async () => {
  await go(page, system.address, 'indicator/H01?quarter=2021Q4');
  const row = page.getByRole('row', { name: /^2021年 / }).first();
  assert.match(await row.textContent(), /7\.0%/);
  assert.match(await row.textContent(), /statistics\/2021年主要经济指标\.xlsx · 2021年!E6/);
  await row.getByRole('link', { name: '溯源' }).click();
  await page.getByRole('heading', { name: /从何而来/ }).waitFor();
  const facts = await page.locator('.facts').first().textContent();
  assert.match(facts, /E6/);
  assert.match(facts, /2021年主要经济指标\.xlsx/);
  await page.locator('.facts').first().getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: /2021年主要经济指标/ }).waitFor();
  faultless(page);
});

test('The filter of the list of indicators stands in the address and survives a reload', async () => {
  await go(page, system.address, 'indicators?quarter=2021Q4');
  await page.getByLabel('属性').selectOption('约束性');
  await page.getByText('共 8 项').waitFor();
  await page.reload();
  await settled(page);
  await page.getByText('共 8 项').waitFor();
  await page.getByLabel('名称或编码').fill('H19');
  await page.getByText('共 1 项').waitFor();
  faultless(page);
});

test('Who is missing can be seen by department and quarter', async () => {
  await go(page, system.address, 'departments');
  const head = page.getByRole('columnheader', { name: /2023Q3/ });
  await head.waitFor();
  const transport = page.getByRole('row', { name: /交通运输局/ });
  assert.ok(await transport.getByRole('img', { name: '未报' }).count() > 0);
});

test('A dropped file is tried without being stored, marked, and handed in when it is right', async () => {
  await go(page, system.address, 'submissions');
  const before = await page.getByRole('table').first().locator('tbody tr').count();
  await page.locator('#department').selectOption('statistics');
  await drop(page, sample('statistics/故障示例-多种错误.xlsx'));
  await page.getByRole('heading', { name: /试校验结果/ }).waitFor();
  const card = page.locator('.drop');
  await card.getByText('退回').first().waitFor();
  assert.ok(await card.locator('tbody tr').count() >= 3);
  assert.equal(await card.getByRole('button', { name: '正式报送' }).count(), 0);
  await shoot(page, 'tried-with-faults');
  await accessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), card.getByRole('button', { name: '下载标注后的文件' }).click()]);
  assert.equal(readFileSync(await download.path()).subarray(0, 2).toString(), 'PK');

  await page.locator('#file').setInputFiles(sample('statistics/2021年主要经济指标.xlsx'));
  await card.getByRole('button', { name: '正式报送' }).click();
  await page.getByText('已报送，正在处理。').waitFor();
  await page.waitForFunction(count => {
    const rows = [...document.querySelectorAll('main > div > div table tbody tr')];
    return rows.length >= count && !document.querySelector('td .spin');
  }, before, { timeout: 60_000 });
  await shoot(page, 'submitted');
  faultless(page);
});

test('What a department wrote is shown as text and never run', async () => {
  await go(page, system.address, 'submissions');
  await page.locator('#department').selectOption('statistics');
  const hostile = '<img src=x onerror="globalThis.run=1">';
  await page.locator('#file').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(`指标编码,期间,数值\nH01,2021,"${hostile.replaceAll('"', '""')}"\n`) });
  await page.getByText(hostile).first().waitFor();
  assert.equal(await page.evaluate(() => globalThis.run), undefined);
  faultless(page);
});

test('The marked workbook of a submission can be fetched', async () => {
  await go(page, system.address, 'submissions?department=statistics');
  await page.getByRole('link', { name: /故障示例-多种错误/ }).first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载标注后的文件' }).click()]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);
  assert.equal(readFileSync(await download.path()).subarray(0, 2).toString(), 'PK');
  faultless(page);
});

test('Every report of a quarter can be fetched', async () => {
  await go(page, system.address, 'overview?quarter=2021Q4');
  for (const [button, ending] of [['网页报告', '.html'], ['Word 报告', '.docx'], ['附表（Excel）', '.xlsx'], ['数据（JSON）', '.json']]) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
    assert.ok(download.suggestedFilename().endsWith(ending), download.suggestedFilename());
  }

  faultless(page);
});

test('All of it works by keyboard alone', async () => {
  await go(page, system.address, 'overview?quarter=2021Q4');
  await page.locator('#skip').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'view');
  await go(page, system.address, 'indicators?quarter=2021Q4');
  await page.getByRole('button', { name: /^编码/ }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.getByRole('columnheader', { name: /^编码/ }).getAttribute('aria-sort'), 'ascending');
  faultless(page);
});

test('On a phone nothing is wider than the screen', async () => {
  const phone = await openPage(browser, system.address, { width: 390, height: 844 });
  await settled(phone);
  await signIn(phone, system.key);
  for (const view of ['overview?quarter=2021Q4', 'indicator/H01?quarter=2023Q3', 'submissions']) {
    await go(phone, system.address, view);
    assert.ok(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), view);
    await shoot(phone, `phone-${view.split('/')[0].split('?')[0]}`);
  }

  faultless(phone);
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

async function drop(page, path) {
  const content = readFileSync(path).toString('base64');
  const data = await page.evaluateHandle(({ content, name }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(content), letter => letter.charCodeAt(0))], name));
    return transfer;
  }, { content, name: path.split('/').at(-1) });
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
}
