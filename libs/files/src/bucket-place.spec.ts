import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openFileStore } from './file-store.js';
import type { FileStore } from './file-store.js';

const MIB = 1024 * 1024;
const workspace = '0197f1e2-0000-7000-8000-000000000001';
const hash = 'aa'.repeat(32);

let folder: string;
let server: Server;
/** What the bucket says to each kind of request; 200 where nothing is said. */
let answers: Partial<Record<string, number>> = {};
/** Method, path and signature's scope of every request. */
let asked: string[] = [];

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  folder = await mkdtemp(join(tmpdir(), 'redress-bucket-'));
  server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    const scope = /Credential=test\/\d{8}\/([\w-]+)\/s3\//.exec(request.headers.authorization ?? '')?.[1] ?? 'unsigned';
    asked.push(`${method} ${url.split('?')[0] ?? ''} ${scope}`);
    request.resume().on('end', () => response.writeHead(answers[method] ?? 200).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  [answers, asked] = [{}, []];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const endpoint = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const store = async (query = '&region=eu-central-1', prefix = '/of/redress'): Promise<FileStore> =>
  openFileStore({ url: `s3://evidence${prefix}?endpoint=${encodeURIComponent(endpoint())}${query}`, folder });
const keep = async (files: FileStore) => files.keep(workspace, Readable.from([Buffer.from('seen')]), MIB);

describe('a bucket', () => {
  it('is asked for what it has under its prefix, signed for its region', async () => {
    answers = { HEAD: 404 };
    const { sha256 } = await keep(await store());
    const path = `/evidence/of/redress/${workspace}/${sha256.slice(0, 2)}/${sha256}`;
    expect(asked).toEqual([`HEAD ${path} eu-central-1`, `PUT ${path} eu-central-1`]);
  });

  it('is asked without a prefix, and signed to for us-east-1, where its address says neither', async () => {
    answers = { HEAD: 404 };
    const { sha256 } = await keep(await store('', ''));
    expect(asked[0]).toBe(`HEAD /evidence/${workspace}/${sha256.slice(0, 2)}/${sha256} us-east-1`);
  });

  it('is sent nothing that it holds already', async () => {
    await keep(await store());
    expect(asked.map((each) => each.split(' ')[0])).toEqual(['HEAD']);
  });

  it('that refuses us is not taken for one that has lost the file', async () => {
    answers = { HEAD: 403 };
    const refused = await (await store()).bytes(workspace, hash).catch((problem: unknown) => problem);
    expect(refused).toBeInstanceOf(Error);
    expect(refused).not.toMatchObject({ code: 'file-missing' });
    answers = { HEAD: 404 };
    await expect((await store()).bytes(workspace, hash)).rejects.toMatchObject({ code: 'file-missing' });
  });

  it.each<[string, Partial<Record<string, number>>]>([
    ['says nothing of what it has', { HEAD: 403 }],
    ['takes nothing', { HEAD: 404, PUT: 403 }],
  ])('that %s keeps nothing, and nothing of it stays on this machine', async (_what, given) => {
    answers = given;
    await expect(keep(await store())).rejects.toThrow();
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('that can’t be reached is told as such', async () => {
    const url = 's3://evidence?endpoint=http%3A%2F%2F127.0.0.1%3A1&region=eu-central-1';
    const files = await openFileStore({ url, folder });
    await expect(files.bytes(workspace, hash)).rejects.toThrow(/ECONNREFUSED/);
  });
});
