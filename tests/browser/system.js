// Starts the whole system as `ordos demo` does: the real function app on Azurite, with the files of a folder handed in.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const dashboard = join(checkout, 'functions', 'OrdosPipeline.FunctionApp', 'Dashboard');
export const sample = path => join(checkout, 'sample-inputs', ...path.split('/'));
const patience = 5 * 60_000;

/** Keys beside the administrator's, which the demo makes itself. */
export const keys = { reader: 'reader-key-for-the-browser-tests', department: 'statistics-key-for-the-browser-tests' };

const settings = {
  Auth__Keys__reader__Role: 'reader', Auth__Keys__reader__Key: keys.reader,
  Auth__Keys__clerk__Role: 'department', Auth__Keys__clerk__Department: 'statistics', Auth__Keys__clerk__Key: keys.department,
};

/**
 * @typedef {object} System
 * @property {string} address of the first page
 * @property {string} key of an administrator
 * @property {() => void} stopStorage for good
 * @property {() => void} hangStorage until it is resumed: it takes every question and answers none
 * @property {() => void} resumeStorage
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} samples folder to hand in; default the shipped samples
 * @returns {Promise<System>}
 */
export async function startSystem(samples = join(checkout, 'sample-inputs')) {
  const demo = spawn('dotnet', ['run', '--no-build', '--project', join(checkout, 'functions', 'OrdosPipeline.Cli'), '--', 'demo', '--samples', samples], {
    cwd: checkout, detached: true, env: { ...process.env, ...settings, NO_COLOR: '1' },
  });
  let output = '';
  const running = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The system has not started in time:\n${output}`)), patience);
    const listen = chunk => {
      output += chunk;
      if (output.includes('Ctrl-C')) {
        clearTimeout(timer);
        resolve();
      }
    };
    demo.stdout.on('data', listen);
    demo.stderr.on('data', listen);
    demo.on('exit', code => reject(new Error(`The system ended with code ${code}:\n${output}`)));
  });
  const stop = () => {
    try {
      process.kill(-demo.pid, 'SIGINT');
    } catch {
      // It has ended by itself.
    }
  };
  process.on('exit', stop);
  await running;
  const text = output.replaceAll(/\s+/g, ' ');
  const signal = name => descendants(demo.pid).filter(isStorage).forEach(pid => process.kill(pid, name));
  return {
    address: /http:\/\/127\.0\.0\.1:\d+\//.exec(text)[0],
    key: /[?&]code=([0-9A-Za-z_-]+)/.exec(text)?.[1] ?? /密钥[^0-9a-f]*([0-9a-f]{24})/.exec(text)[1],
    stopStorage: () => signal('SIGKILL'),
    hangStorage: () => signal('SIGSTOP'),
    resumeStorage: () => signal('SIGCONT'),
    stop: () => new Promise(resolve => {
      demo.on('exit', resolve);
      stop();
    }),
  };
}

/** Waits until every quarter of the plan that the samples are of has its summary. */
export async function everyQuarterClosed({ address, key }) {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${address}api/summaries?kind=head`, { headers: { 'x-functions-key': key } });
    const heads = (await answer.json()).value.filter(head => head.state !== 'writing');
    if (new Set(heads.map(head => head.quarter)).size === 20) return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }

  throw new Error('Not every quarter has got its summary.');
}

/** A folder without files, for a system in which nothing has happened. */
export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'ordos-empty-'));

function descendants(parent) {
  const children = readdirSync('/proc').filter(name => /^\d+$/.test(name)).filter(pid => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]) === parent;
    } catch {
      return false;
    }
  }).map(Number);
  return children.flatMap(child => [child, ...descendants(child)]);
}

const isStorage = pid => existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('azurite');
