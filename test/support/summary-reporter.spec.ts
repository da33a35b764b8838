import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from '@jest/globals';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

function runJest(root: string): Promise<string> {
  const reporter = join(PROJECT, 'test', 'support', 'summary-reporter.js');
  const args = [join(PROJECT, 'node_modules/jest/bin/jest.js'), '--reporters=default', `--reporters=${reporter}`];
  const env = { ...process.env, NODE_OPTIONS: '', TEST_SUMMARY_FILE: join(root, 'summary.json') };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (_error, stdout) => {
      resolve(stdout);
    });
  });
}

it('lists what was skipped and ends with the counts; a file that does not load is a failure', async () => {
  const root = mkdtempSync(join(tmpdir(), 'redress-reporter-'));
  try {
    mkdirSync(join(root, 'test'));
    writeFileSync(join(root, 'package.json'), '{}');
    symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
    writeFileSync(
      join(root, 'test', 'a.test.js'),
      `test('passes', () => {}); test('fails', () => { throw new Error('x'); }); test.skip('later', () => {});
       describe.skip('queue [skipped: needs redis-server: apt-get install redis-server]', () => { test('a', () => {}); test('b', () => {}); });`,
    );
    writeFileSync(join(root, 'test', 'b.test.js'), `throw new Error('does not load');`);
    const lines = (await runJest(root)).trim().split('\n');
    expect(lines.slice(-3)).toEqual([
      'skipped: later',
      'skipped: queue [skipped: needs redis-server: apt-get install redis-server]',
      '1 passed, 2 failed, 3 skipped',
    ]);
    expect(JSON.parse(readFileSync(join(root, 'summary.json'), 'utf8'))).toEqual({ passed: 1, failed: 2, skipped: 3 });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 30_000);
