// The pages over the shipped samples, as an administrator reads them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessible, faultless, fits, go, openBrowser, openPage, settled, shoot, shots, signIn } from './browser.js';
import { everyQuarterClosed, startSystem } from './system.js';
import { rowsOf } from './workbook.js';

/** Bytes over the wire until the first view stands, with a summary of the whole plan, nothing being kept from before. */
const firstViewBytes = 300_000;

let system;
let browser;
let page;

before(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  await everyQuarterClosed(system);
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
  ['revised', 'indicator/H21?quarter=2023Q4', /^H21/],
  ['trace', 'trace/H01/2021', /地区生产总值增长|GDP|H01/],
  ['projects', 'projects?quarter=2021Q4', /^(重点工程|Projects)$/],
  ['project', 'project/P001?quarter=2021Q4', /^P001/],
  ['departments', 'departments', /部门与季度|Departments/],
  ['submissions', 'submissions', /^(报送|Submissions)$/],
  ['audit', 'audit', /^(操作记录|Audit)$/],
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
  const board = page.getByRole('region', { name: '总体进展' });
  assert.match(await board.getByRole('row', { name: /^全部指标/ }).textContent(), /^全部指标350/);
  assert.match(await board.getByRole('row', { name: /^重点工程/ }).textContent(), /^重点工程424/);
  const row = page.getByRole('region', { name: '主要指标' }).getByRole('row', { name: /^H10 / });
  assert.match(await row.textContent(), /无数据/);
  assert.doesNotMatch(await row.textContent(), /0%/);
});

test('Without a quarter in the address the newest one with returns is shown, and what follows it is said', async () => {
  await go(page, system.address, 'overview');
  assert.match(await page.locator('h1').textContent(), /^2023年四季度/);
  await page.getByText('之后的 8 个季度还没有部门报送').waitFor();
  await page.getByRole('link', { name: '2025年四季度' }).click();
  await page.getByRole('heading', { level: 1, name: /2025年四季度 总结评估/ }).waitFor();
  faultless(page);
});

test('Quarter and view stand in the address: going back and forth and reloading lead to them', async () => {
  await go(page, system.address, 'overview?quarter=2021Q4');
  await page.getByLabel('季度').selectOption('2022Q4');
  await page.getByRole('heading', { level: 1, name: /2022年四季度/ }).waitFor();
  await page.getByRole('link', { name: 'H01', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: /^H01/ }).waitFor();
  assert.match(page.url(), /quarter=2022Q4/);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: /2022年四季度/ }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: /2021年四季度/ }).waitFor();
  await page.goForward();
  await page.getByRole('heading', { level: 1, name: /2022年四季度/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /2022年四季度/ }).waitFor();
  faultless(page);
});

test('A link that leads nowhere says so', async () => {
  for (const view of ['nowhere', 'indicator/H99?quarter=2021Q4', 'project/P999?quarter=2021Q4', 'submission/0000', 'trace/H01/2019', 'indicator/%E0%A4%A', 'overview?quarter=2030Q1']) {
    await go(page, system.address, view);
    assert.match(await page.locator('main').textContent(), /没有/, view);
    await accessible(page);
  }

  faultless(page);
});

test('What was revised is drawn, struck in the table, and told with who and when', async () => {
  await go(page, system.address, 'indicator/H21?quarter=2023Q4');
  await page.locator('.keys').getByText('修订前').waitFor();
  const revisions = page.getByRole('region', { name: '修订' });
  const row = revisions.getByRole('row', { name: /^2022年/ });
  assert.match(await row.textContent(), /万吨.*万吨.*市农牧局.*2022年年报（核定）\.xlsx/);
  assert.equal(await row.locator('del').count(), 1);
  assert.equal(await page.getByRole('region', { name: '数据' }).locator('del').count(), 1);
  await row.getByRole('link', { name: '溯源' }).click();
  await page.getByRole('heading', { name: /从何而来/ }).waitFor();
  faultless(page);
});

test('The plan itself, the department and the method stand on the page of an indicator', async () => {
  await go(page, system.address, 'indicator/H01?quarter=2021Q4');
  const text = await page.locator('main').textContent();
  for (const said of [/第1篇第3章第2节专栏1/, /5左右/, /市统计局/, /M3 年均增长/, /规划文本中的不一致/]) assert.match(text, said);
  await page.getByRole('link', { name: '2021年二季度', exact: false }).first().click();
  await page.waitForURL(/quarter=2021Q2/);
  faultless(page);
});

test('Where banners and districts report an indicator, each can be chosen, and the choice stands in the address', async () => {
  await go(page, system.address, 'indicator/T099?quarter=2021Q4');
  const regions = page.getByLabel('地区');
  if (await regions.count() === 0) await go(page, system.address, `indicator/${await regional()}?quarter=2023Q4`);
  const options = await regions.locator('option').allTextContents();
  assert.equal(options[0], '全市');
  await regions.selectOption({ index: 1 });
  await page.waitForURL(/region=1506/);
  await page.reload();
  await settled(page);
  assert.equal(await regions.locator('option:checked').textContent(), options[1]);
  faultless(page);
});

/** An indicator of which a banner or district has reported a value. */
async function regional() {
  const answer = await fetch(`${system.address}api/observations?$top=1000`, { headers: { 'x-functions-key': system.key } });
  return (await answer.json()).value.find(row => row.region !== '150600').indicator;
}

test('From a figure one walks to the cell that it came from', async () => {
  await go(page, system.address, 'indicator/H01?quarter=2021Q4');
  const row = page.getByRole('row', { name: /^2021年 / }).first();
  assert.match(await row.textContent(), /7\.0%/);
  assert.match(await row.textContent(), /2021年主要经济指标\.xlsx · 2021年!E6/);
  await row.getByRole('link', { name: '溯源' }).click();
  await page.getByRole('heading', { name: /从何而来/ }).waitFor();
  const facts = await page.locator('.facts').first().textContent();
  assert.match(facts, /E6/);
  assert.match(facts, /2021年主要经济指标\.xlsx/);
  await page.locator('.facts').first().getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: /2021年主要经济指标/ }).waitFor();
  faultless(page);
});

test('What was known of an indicator on a day is listed, and the day stands in the address', async () => {
  await go(page, system.address, 'indicator/H17?quarter=2023Q4');
  const [day, show] = [page.getByLabel('日期'), page.getByRole('button', { name: '查看', exact: true })];
  await day.fill('2099-12-31');
  await show.click();
  const known = page.getByRole('region', { name: '截至 2099-12-31 当时掌握的数' });
  const row = known.getByRole('row', { name: /^2021年 / });
  await row.waitFor();
  assert.deepEqual((await row.getByRole('cell').allTextContents()).with(3, 'when'), ['85.8%', '1', '市生态环境局', 'when', '2021年四季度环境质量.xlsx · 环境质量!E4', '溯源']);
  assert.equal(await known.locator('tbody tr').count(), 7);
  assert.match(page.url(), /asOf=2099-12-31/);
  await shoot(page, 'as-known-zh');
  await accessible(page);
  await page.reload();
  await row.getByRole('link', { name: '溯源' }).click();
  await page.getByRole('heading', { name: '当时的值' }).waitFor();
  assert.match(page.url(), /asOf=2099-12-31/);

  await go(page, system.address, 'indicator/H17?quarter=2023Q4&asOf=2099-12-31&lang=en');
  await page.getByRole('region', { name: 'As known on 2099-12-31' }).getByRole('row', { name: /^2023M09 100\.0% 1 / }).waitFor();
  faultless(page);
});

test('Where nothing was known by a day, that is said, with the reason where the service gives one', async () => {
  for (const [language, said] of [['', /到 ?2022-05-01.*还没有收到任何数据/], ['&lang=en', /nothing had (been reported|come) by 2022-05-01/i]]) {
    await go(page, system.address, `indicator/H17?quarter=2023Q4&asOf=2022-05-01${language}`);
    await page.getByText(said).waitFor();
    await shoot(page, `nothing-known${language && '-en'}`);
    await accessible(page);
  }

  const reason = { value: [], note: '第一次报送是在 2023-10-12。', noteEn: 'The first report is of 2023-10-12.' };
  await page.route(/\/api\/observations\?.*asOf=/, route => route.fulfill({ json: reason }));
  for (const [language, said] of [['', reason.note], ['&lang=en', reason.noteEn]]) {
    await go(page, system.address, `indicator/H17?quarter=2023Q3&asOf=2022-05-01${language}`);
    await page.getByText(said).waitFor();
  }

  await page.unroute(/\/api\/observations\?.*asOf=/);
  faultless(page);
});

/** Presses a button that exports, and reads the workbook: its heads, a column's cells by its head, and the name of the file. */
async function exported(button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const [heads, ...rows] = rowsOf(readFileSync(await download.path()));
  return { name: download.suggestedFilename(), heads, count: rows.length, column: head => rows.map(row => row[heads.indexOf(head)]) };
}

const only = values => [...new Set(values)];

test('Rows are exported to Excel from where they are seen', async () => {
  const button = within => within.getByRole('button', { name: '导出 Excel' });
  await go(page, system.address, 'indicator/H17?quarter=2023Q4&asOf=2099-12-31');
  await page.getByRole('region', { name: '截至 2099-12-31 当时掌握的数' }).waitFor();
  for (const [at, name] of [['first', 'ordos-14-H17-150600.xlsx'], ['last', 'ordos-14-H17-150600-2099-12-31.xlsx']]) {
    const figures = await exported(button(page)[at]());
    assert.equal(figures.name, name);
    assert.deepEqual(figures.column('数值').map(Number).toSorted((a, b) => a - b), [79.2, 80, 83.9, 85.8, 86.8, 93.3, 100]);
    assert.deepEqual(only(figures.column('报送部门')), ['市生态环境局']);
  }

  await go(page, system.address, 'indicators?quarter=2023Q4');
  assert.deepEqual((await page.getByLabel('地区').locator('option').allTextContents()).slice(0, 4), ['全市', '东胜区', '康巴什区', '达拉特旗']);
  await page.getByLabel('地区').selectOption('达拉特旗');
  await page.waitForURL(/region=150621/);
  await page.reload();
  const banner = await exported(button(page));
  assert.equal(banner.name, 'ordos-14-observations-达拉特旗.xlsx');
  assert.deepEqual(only(banner.column('地区')), ['达拉特旗']);
  assert.equal(banner.count, await rowCount('observations?plan=ordos-14&region=150621'));

  await go(page, system.address, 'projects?quarter=2023Q4');
  const projects = await exported(button(page));
  assert.equal(projects.name, 'ordos-14-projects.xlsx');
  // The samples have no report of a project: the file has its heads all the same.
  assert.equal(projects.count, 0);
  for (const head of ['工程编码', '形象进度（%）', '报送部门', '文件', '单元格']) assert.ok(projects.heads.includes(head), head);

  await go(page, system.address, 'submissions?department=statistics&outcome=rejected');
  const rejected = await exported(button(page));
  assert.equal(rejected.name, 'submissions-statistics-rejected.xlsx');
  assert.deepEqual(only(rejected.column('结论')), ['退回']);
  assert.deepEqual(only(rejected.column('部门代码')), ['statistics']);
  await page.getByText(`共 ${rejected.count} 项`).waitFor();
  await page.getByLabel('结果').selectOption('accepted');
  const accepted = await exported(button(page));
  await page.getByText(`共 ${accepted.count} 项`).waitFor();
  assert.ok(accepted.count > 3 && accepted.column('结论').every(verdict => verdict.startsWith('通过')));
  for (const [outcome, count] of [['open', 0], ['failed', 0]]) {
    await page.getByLabel('结果').selectOption(outcome);
    assert.equal((await exported(button(page))).count, count);
  }

  await go(page, system.address, 'submissions?lang=en');
  await page.getByRole('button', { name: 'Export to Excel' }).waitFor();
  faultless(page);
});

/** How many rows the service has of a question, none of them with a line break in it. */
async function rowCount(question) {
  const answer = await fetch(`${system.address}api/${question}&format=csv`, { headers: { 'x-functions-key': system.key } });
  const lines = (await answer.text()).trim().split('\r\n');
  assert.ok(lines.length > 1);
  return lines.length - 1;
}

test('Every figure names who reported it, and the folder of its file', async () => {
  await go(page, system.address, 'indicator/H17?quarter=2023Q4');
  await page.getByText('报送部门：市生态环境局 · 2023年四季度').waitFor();
  const row = page.getByRole('region', { name: '数据', exact: true }).getByRole('row', { name: /^2023年 .*市生态环境局 2023年四季度\.xls · Sheet1!E2/ });
  assert.equal(await row.getByRole('link').first().getAttribute('title'), 'ecology-environment/2023年四季度.xls');
  await go(page, system.address, 'indicator/H17?quarter=2023Q4&lang=en');
  await page.getByText('Reporting department: 市生态环境局 · 2023Q4').waitFor();
  faultless(page);
});

test('Of an indicator that nobody has reported it is said who is to', async () => {
  for (const [language, name, said] of [['', '数据', '还没有部门报过；按规划由市教育体育局报送。没有数据不等于零。'], ['&lang=en', 'Figures', 'No department has reported it yet; by the plan it is for 市教育体育局 to report. No data is not zero.']]) {
    await go(page, system.address, `indicator/H10?quarter=2023Q4${language}`);
    assert.equal(await page.getByRole('region', { name, exact: true }).locator('td').textContent(), said);
    assert.equal(await page.getByRole('button', { name: /^(导出|Export)/ }).count(), 0);
  }

  faultless(page);
});

test('Of a quarter that cannot be there is nothing to write or to publish', async () => {
  for (const [quarter, said] of [['2023Q9', '没有“2023Q9”这个季度'], ['2030Q1', '没有“2030年一季度”这个季度']]) {
    await go(page, system.address, `overview?quarter=${quarter}`);
    assert.equal(await page.locator('h1').textContent(), said);
    await page.getByText('规划期为 2021—2025 年，季度写作 2023Q3。').waitFor();
    for (const act of ['立即生成小结', '发布']) assert.equal(await page.getByRole('button', { name: act }).count(), 0);
  }

  await shoot(page, 'no-quarter');
  await go(page, system.address, 'overview?quarter=2023Q9&lang=en');
  assert.equal(await page.locator('h1').textContent(), 'There is no quarter 2023Q9');
  await accessible(page);
  await page.getByRole('link', { name: 'See the latest summary' }).click();
  await page.getByRole('heading', { level: 1, name: /^2023Q4/ }).waitFor();
  faultless(page);
});

test('A verdict has the word that the feedback has', async () => {
  await go(page, system.address, 'submissions?department=statistics');
  assert.deepEqual(await page.getByLabel('结果').locator('option').allTextContents(), ['全部', '通过', '退回', '处理中', '系统故障']);
  await page.getByRole('row', { name: /2023年三季度\.csv .*通过 已入库/ }).waitFor();
  assert.equal(await page.getByText('接受').count(), 0);
  faultless(page);
});

test('A single month among longer periods stands by itself in the picture', async () => {
  for (const [view, named] of [['indicator/H17?quarter=2023Q4', 1], ['indicator/H01?quarter=2023Q4', 0]]) {
    await go(page, system.address, view);
    await page.locator('.keys').getByText('实际').waitFor();
    assert.equal(await page.locator('.keys').getByText('单月').count(), named, view);
  }

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
  await page.getByRole('columnheader', { name: '2023年三季度' }).waitFor();
  const transport = page.getByRole('row', { name: /交通运输局/ });
  assert.ok(await transport.getByText('未报').count() > 10);
  assert.equal(await transport.getByText('逾期').count(), 1);
  assert.match(await page.locator('tfoot').textContent(), /^已报率.*%/);
  await transport.getByRole('link', { name: '逾期' }).click();
  await page.getByRole('link', { name: '2021年二季度.csv' }).waitFor();
  faultless(page);
});

test('The most frequent findings are named in the reader\'s language', async () => {
  await go(page, system.address, 'submissions');
  const frequent = page.getByRole('region', { name: '最常见的问题' });
  assert.match(await frequent.getByRole('row', { name: /indicator-not-in-plan/ }).textContent(), /^不是规划指标/);
  await go(page, system.address, 'submissions?lang=en');
  await page.getByRole('row', { name: /^Not an indicator of the plan/ }).waitFor();
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

test('Lists are sorted and skipped to by keyboard', async () => {
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
  for (const [name, view] of pages) {
    await go(phone, system.address, view);
    await fits(phone);
    await shoot(phone, `phone-${name}`);
  }

  await go(phone, system.address, 'overview?quarter=2023Q4&lang=en');
  await fits(phone);
  await accessible(phone);
  faultless(phone);
  await phone.context().close();
});

test('Printed, a page is its content without what only a screen can use', async () => {
  await go(page, system.address, 'indicator/H01?quarter=2023Q3');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('header').isVisible(), false);
  assert.equal(await page.getByRole('table').first().isVisible(), true);
  // A4 without its margins is some 680 pixels wide, less than what the chart was drawn for.
  await page.setViewportSize({ width: 680, height: 900 });
  const { width } = await page.locator('.chart canvas').boundingBox();
  assert.ok(width > 300 && width <= 680, `${width}`);
  const pdf = await page.pdf({ path: join(shots, 'printed.pdf'), format: 'A4' });
  assert.equal(pdf.subarray(0, 4).toString(), '%PDF');
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1366, height: 768 });
});

test('The first view is light, and nothing of it is sent twice', async () => {
  const tab = await openPage(browser, system.address);
  await settled(tab);
  await tab.evaluate(key => sessionStorage.setItem('ordos-key', key), system.key);
  const network = await tab.context().newCDPSession(tab);
  await network.send('Network.enable');
  const load = async () => {
    let bytes = 0;
    const count = event => { bytes += event.encodedDataLength; };
    network.on('Network.loadingFinished', count);
    await tab.goto('about:blank');
    await go(tab, system.address, 'overview?quarter=2023Q4');
    network.off('Network.loadingFinished', count);
    return bytes;
  };
  await network.send('Network.clearBrowserCache');
  const first = await load();
  assert.ok(first > 20_000 && first < firstViewBytes, `${first} bytes`);
  const again = await load();
  assert.ok(again < first / 5, `${again} of ${first} bytes again`);
  await tab.context().close();
});

test('Who wants less motion gets none', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const name = await page.evaluate(() => {
    const spin = document.querySelector('main').appendChild(document.createElement('span'));
    spin.className = 'spin';
    return getComputedStyle(spin).animationName;
  });
  assert.equal(name, 'none');
  await page.emulateMedia({ reducedMotion: null });
});
