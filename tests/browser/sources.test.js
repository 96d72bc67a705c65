// What can be said of the pages without opening them.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { dashboard } from './system.js';

// Words and formats ask the address for the language.
globalThis.location = { hash: '' };
const load = name => import(join(dashboard, name));
const read = name => readFileSync(join(dashboard, name), 'utf8');
const modules = readdirSync(dashboard, { recursive: true }).filter(name => name.endsWith('.js') && !name.startsWith('lib'));

test('The charting library is the published package at the pinned version, byte for byte', () => {
  const published = dirname(createRequire(import.meta.url).resolve('uplot/package.json'));
  for (const [file, vendored] of [['dist/uPlot.esm.js', 'uPlot.esm.js'], ['dist/uPlot.min.css', 'uPlot.min.css'], ['LICENSE', 'uPlot.LICENSE']]) {
    assert.ok(readFileSync(join(published, file)).equals(readFileSync(join(dashboard, 'lib', vendored))), vendored);
  }
});

test('Every word that the pages use is there, and none is left over', () => {
  const words = read('words.js');
  const table = words.slice(words.indexOf('const all = {'), words.indexOf('\n};\n'));
  const known = new Map([...table.matchAll(/(?<=[\s,{])(?:'([\w.-]+)'|(\w+)): \['((?:[^'\\]|\\.)*)', '((?:[^'\\]|\\.)*)'\]/g)].map(([, quoted, plain, chinese, english]) => [quoted ?? plain, [chinese, english]]));
  const code = modules.map(read).join('\n');
  const literals = new Set([...code.matchAll(/'([\w.-]+)'/g)].map(match => match[1]));
  const starts = [...code.matchAll(/\bt\(`([\w.]+)\$\{/g)].map(match => match[1]);
  assert.ok(known.size > 200);
  for (const match of code.matchAll(/\bt\('([\w.-]+)'/g)) assert.ok(known.has(match[1]), `no word for ${match[1]}`);
  const names = [...table.matchAll(/(?<=[\s,{])(?:'([\w.-]+)'|(\w+)): \[/g)].map(match => match[1] ?? match[2]);
  assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), [], 'words that are there twice');
  const own = new Set(names);
  for (const name of known.keys()) {
    const isUsed = literals.has(name) || starts.some(start => name.startsWith(start)) || read('main.js').includes(` ${name}: {`);
    assert.ok(isUsed && own.has(name), `${name} is used nowhere`);
  }

  for (const [name, [chinese, english]] of known) {
    assert.deepEqual(chinese.match(/\{\d\}/g)?.sort() ?? [], english.match(/\{\d\}/g)?.sort() ?? [], `${name} fills in different things`);
  }
});

test('The first page names what the first view needs, and nothing that is not there', () => {
  const named = [...read('index.html').matchAll(/dashboard\/v\/([\w./]+)/g)].map(match => match[1]);
  for (const name of named) read(name);
  const needed = new Set();
  const visit = name => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const [, imported] of read(name).matchAll(/^import [^;]*? from '([^']+)';$/gm)) visit(join(dirname(name), imported));
  };
  // Who is not of a department comes to the overview first.
  visit('main.js');
  visit('views/overview.js');
  assert.deepEqual(named.filter(name => name.endsWith('.js')).sort(), [...needed].sort());
});

test('The table of views in functions/README.md is that of the shell', () => {
  const views = new Map([...read('main.js').matchAll(/^  (\w+): \{ roles: (.*?), module:/gm)].map(([, name, roles]) => [name, roles]));
  const named = { everyone: ['reader', 'department', 'administrator'], wholeCity: ['reader', 'administrator'] };
  const defined = [...views].map(([name, roles]) => [name, named[roles] ?? [...roles.matchAll(/'(\w+)'/g)].map(match => match[1])]);
  const lines = readFileSync(join(dashboard, '..', '..', 'README.md'), 'utf8').split('\n');
  const start = lines.indexOf('| view | reader | department | administrator |') + 2;
  const documented = lines.slice(start, lines.indexOf('', start)).flatMap(line => {
    const [, names, ...cells] = line.split('|').map(cell => cell.trim());
    const roles = ['reader', 'department', 'administrator'].filter((_, index) => cells[index] !== '');
    return [...names.matchAll(/`(\w+)/g)].map(match => [match[1], roles]);
  });
  assert.ok(defined.length > 10);
  assert.deepEqual(documented.sort(), defined.sort());
});

test('Nothing is written into a page as markup', () => {
  for (const name of modules) assert.doesNotMatch(read(name), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b/, name);
});

test('A revision is a value that another one has replaced, and a repetition is none', async () => {
  const { changesOf, countingOf } = await load('revisions.js');
  const row = (period, value, uploadedAt, more = {}) => ({ region: '150600', period, quarter: period.length === 4 ? `${period}Q4` : period.slice(0, 6), value, state: 'reported', uploadedAt, submission: uploadedAt, ...more });
  const history = [
    row('2022', 5, '2023-03-01'), row('2022', 4.8, '2023-06-01'), row('2022', 4.8, '2023-07-01'), row('2022', 4.9, '2023-08-01'),
    row('2023Q1', 6, '2023-04-20'), row('2023Q1', undefined, '2023-05-01', { state: 'withdrawn' }),
    row('2022', 3, '2023-09-01', { region: '150602' }),
  ];
  const changes = changesOf(history.toReversed());
  assert.deepEqual(changes.map(({ before, after }) => [before.period, before.value, after.value]), [['2022', 5, 4.8], ['2022', 4.8, 4.9], ['2023Q1', 6, undefined]]);
  assert.deepEqual(countingOf(history).map(each => [each.region, each.period, each.value]), [['150600', '2022', 4.9], ['150602', '2022', 3]]);
});

test('Of a projection nothing is shown that cannot be', async () => {
  const { withShownProjection } = await load('projection.js');
  const shown = (assessment, bounds) => {
    const { projected, projectedLow, projectedHigh } = withShownProjection({ value: 90, target: 86, projectedLow: 70, projectedHigh: 120, ...assessment }, bounds);
    return [projected, projectedLow, projectedHigh];
  };
  const share = { plausibleMin: 0, plausibleMax: 100 };
  assert.deepEqual(shown({ method: 'M1', projected: 95 }, share), [95, 70, 100]);
  assert.deepEqual(shown({ method: 'M1', projected: 110.8 }, share), [undefined, undefined, undefined]);
  assert.deepEqual(shown({ method: 'M1', projected: 95, target: undefined }, share), [undefined, undefined, undefined]);
  assert.deepEqual(shown({ method: 'M1', projected: 95, projectedLow: undefined, projectedHigh: undefined }, share), [95, undefined, undefined]);
  assert.deepEqual(shown({ method: 'M4', projected: 300 }, share), [300, 90, 120]);
  assert.deepEqual(shown({ method: 'M5', projected: 300 }, share), [300, 70, 120]);
});

test('Figures, periods and places are written as offices write them', async () => {
  const { amount, number, period, quarters, share } = await load('format.js');
  const { columnName } = await load('cells.js');
  assert.equal(number(-1234.565, 2), '−1,234.57');
  assert.equal(number(undefined), '—');
  assert.equal(amount(0.25, { unit: '%', decimals: 1 }), '0.3%');
  assert.equal(amount(1, { unit: '是否' }), '是');
  assert.equal(share(0), '0%');
  assert.equal(share(undefined), '—');
  assert.deepEqual(['2023', '2023Q3', '2023Q3YTD', '2023M08', '2023M08YTD'].map(period), ['2023年', '2023年三季度', '2023年1—9月', '2023年8月', '2023年1—8月']);
  assert.equal(quarters('2021Q1 2021Q3 2022Q4'), '2021年一、三季度，2022年四季度');
  assert.equal(quarters('2021Q1 2021Q2 2021Q3 2021Q4'), '2021年各季度');
  assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(columnName), ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
