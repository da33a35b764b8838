import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { describeIf } from '../support/require.js';
import { freePort, processesOf, StubProject, until } from './stub-project.js';

jest.setTimeout(120_000);

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };

let project: StubProject | undefined;
afterEach(() => {
  project?.remove();
  project = undefined;
});

async function settingsOf(port: string): Promise<Record<string, unknown>> {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  return (await response.json()) as Record<string, unknown>;
}

async function wholeLife(mine: StubProject): Promise<void> {
  const PORT = await freePort();
  const first = await mine.start({ PORT });
  expect(first.said()).toContain(`http://127.0.0.1:${PORT}`);
  expect(first.said()).toContain('Safe mode: no mail leaves this machine');
  const told = await settingsOf(PORT);
  expect(first.said()).toContain(`admin@redress.localhost, password: ${String(told['REDRESS_BOOTSTRAP_PASSWORD'])}`);
  expect(statSync(join(mine.data, 'sign-in.json')).mode & 0o077).toBe(0);
  expect(statSync(join(mine.data, 'postgres', 'access.json')).mode & 0o077).toBe(0);
  const pids = [...['api', 'worker', 'sandbox'].map((name) => mine.pidOf(name)), mine.postgresPid()];
  expect(pids.every((pid) => processesOf('').includes(pid))).toBe(true);

  first.process.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(processesOf(mine.root)).toEqual([]);
  expect(pids.filter((pid) => processesOf('').includes(pid))).toEqual([]);

  const second = await mine.start({ PORT });
  expect(second.said()).not.toContain('built');
  expect(second.said()).not.toContain(String(told['REDRESS_BOOTSTRAP_PASSWORD']));
  const again = await settingsOf(PORT);
  for (const name of ['DATABASE_URL', 'REDRESS_SECRET', 'REDRESS_BOOTSTRAP_PASSWORD'])
    expect(again[name]).toBe(told[name]);
  expect(readFileSync(join(mine.data, 'cli.txt'), 'utf8')).toBe('migrate\ndemo --seed 1\nmigrate\n');
  second.process.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(processesOf(mine.root)).toEqual([]);
}

describe('npm start', () => {
  it('starts all, stops all on Ctrl-C, and keeps database, secret and password for the second start', async () => {
    project = new StubProject();
    await wholeLife(project);
  });

  describeIf(
    isRoot,
    'root',
    'run the tests as root',
  )('as an ordinary user', () => {
    it('does the same', async () => {
      project = new StubProject(NOBODY);
      await wholeLife(project);
    });
  });

  describeIf(
    isRoot,
    'root',
    'run the tests as root',
  )('in the closed home of root', () => {
    it('keeps the data where PostgreSQL’s user can enter, and says where', async () => {
      project = new StubProject(undefined, '/root');
      const started = await project.start({ PORT: await freePort() });
      expect(project.cluster()).toMatch(/^\/var\/lib\/redress\/[0-9a-f]{12}\/server\/cluster$/);
      expect(started.said()).toContain(`data in ${project.cluster()}`);
      started.process.kill('SIGINT');
      expect(await started.ended).toBe(0);
    });
  });

  it('recovers from a killed launcher: takes over its PostgreSQL, sees its children off', async () => {
    project = new StubProject();
    const mine = project;
    const PORT = await freePort();
    const killed = await mine.start({ PORT });
    const postgres = mine.postgresPid();
    const children = ['api', 'worker', 'sandbox'].map((name) => mine.pidOf(name));
    killed.process.kill('SIGKILL');
    await killed.ended;
    const next = await mine.start({ PORT });
    expect(mine.postgresPid()).toBe(postgres);
    expect(next.said()).toContain('took over the PostgreSQL');
    expect(children.filter((pid) => processesOf('').includes(pid))).toEqual([]);
    next.process.kill('SIGINT');
    expect(await next.ended).toBe(0);
    expect(processesOf(mine.root)).toEqual([]);
  });

  it('lets no second launcher into the data folder, lends its database to a verb, and restarts what dies', async () => {
    project = new StubProject();
    const mine = project;
    const PORT = await freePort();
    const first = await mine.start({ PORT });
    const second = mine.run('start.js', [], { PORT: await freePort() });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`already (process ${String(first.process.pid)})`);

    const verb = mine.run('redress.js', ['workspace'], { PORT });
    expect(await verb.ended).toBe(0);
    expect(verb.said()).toBe('workspace postgres:\n');

    const api = mine.pidOf('api');
    await fetch(`http://127.0.0.1:${PORT}/die`).catch(() => undefined);
    await until(() => mine.pidOf('api') !== api, first.said);
    await until(() => settingsOf(PORT).then(Boolean, () => false), first.said);
    expect(first.said()).toContain('api ended with 7; it is started again in 0.5 s.');
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });

  it('is not misled by the pid files of a crash, not even when other processes have the numbers now', async () => {
    project = new StubProject();
    const PORT = await freePort();
    const first = await project.start({ PORT });
    first.process.kill('SIGINT');
    await first.ended;
    const stale = `${process.pid}\n${project.cluster()}\n1\n5432\n\n127.0.0.1\n\nready   \n`;
    writeFileSync(join(project.cluster(), 'postmaster.pid'), stale);
    const holder = { launcher: { pid: process.pid, began: '1' }, children: [{ pid: process.pid, began: '1' }] };
    writeFileSync(join(project.data, 'launcher.lock'), JSON.stringify(holder));
    const next = await project.start({ PORT });
    next.process.kill('SIGINT');
    expect(await next.ended).toBe(0);
  });

  it('says so when the port belongs to another program, and leaves nothing behind', async () => {
    project = new StubProject();
    const other = createServer().listen(0, '127.0.0.1');
    await until(
      () => other.listening,
      () => 'no port',
    );
    const address = other.address();
    const PORT = String(typeof address === 'object' ? address?.port : 0);
    const started = project.run('start.js', [], { PORT });
    expect(await started.ended).toBe(1);
    other.close();
    expect(started.said()).toContain(`Port ${PORT} on 127.0.0.1 is used by another program`);
    expect(processesOf(project.root)).toEqual([]);
  });

  it('ends with the last words of a part that does not start', async () => {
    project = new StubProject();
    project.write('worker', `throw new Error('the worker is out of order');`);
    const started = project.run('start.js', [], { PORT: await freePort() });
    expect(await started.ended).toBe(1);
    expect(started.said()).toContain('the worker is out of order');
    expect(processesOf(project.root)).toEqual([]);
  });

  it('refuses production on embedded parts, naming each fault', async () => {
    project = new StubProject();
    const started = project.run('start.js', [], { NODE_ENV: 'production', REDRESS_DATADIR: 'x' });
    expect(await started.ended).toBe(1);
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'REDRESS_SECRET', 'REDRESS_DATADIR']) {
      expect(started.said()).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    }
  });
});
