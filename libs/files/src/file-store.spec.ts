import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openFileStore } from './file-store.js';
import type { FileStore } from './file-store.js';

const MIB = 1024 * 1024;
const one = '0197f1e2-0000-7000-8000-000000000001';
const two = '0197f1e2-0000-7000-8000-000000000002';
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** As much of S3 as a bucket of files needs: objects by their path, over HTTP. */
async function fakeS3(): Promise<{ endpoint: string; objects: Map<string, Buffer>; close: () => Promise<void> }> {
  const objects = new Map<string, Buffer>();
  const give = (request: IncomingMessage, response: ServerResponse, found: Buffer): void => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (from > 0 && from >= found.length)
      return void response.writeHead(416).end('<Error><Code>InvalidRange</Code></Error>');
    const wanted = found.subarray(from);
    response.writeHead(from === 0 ? 200 : 206, { 'content-length': wanted.length });
    response.end(request.method === 'HEAD' ? undefined : wanted);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const key = new URL(request.url ?? '/', 'http://s3').pathname;
    if (!(request.headers.authorization ?? '').startsWith('AWS4-HMAC-SHA256 '))
      return void response.writeHead(403).end();
    if (request.method === 'PUT') {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      objects.set(key, bodyOf(request, Buffer.concat(chunks)));
      return void response.writeHead(200, { etag: '"x"' }).end();
    }
    const found = objects.get(key);
    if (found === undefined) return void response.writeHead(404).end();
    give(request, response, found);
  };
  const server: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    close: async () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
}

/** A client may send a body in signed chunks (`aws-chunked`): size;signature, bytes, and so on. */
function bodyOf(request: IncomingMessage, sent: Buffer): Buffer {
  if (!(request.headers['content-encoding'] ?? '').includes('aws-chunked')) return sent;
  const parts: Buffer[] = [];
  for (let at = 0; at < sent.length;) {
    const end = sent.indexOf('\r\n', at);
    const size = Number.parseInt(sent.subarray(at, end).toString('latin1'), 16);
    if (size === 0) break;
    parts.push(sent.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

let folder: string;
let s3: Awaited<ReturnType<typeof fakeS3>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-files-'));
  s3 = await fakeS3();
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const places: [string, () => Promise<FileStore>][] = [
  ['a folder', async () => openFileStore({ url: undefined, folder: join(folder, 'local') })],
  [
    'an S3 bucket',
    async () =>
      openFileStore({
        url: `s3://evidence/of-redress?region=eu-central-1&endpoint=${encodeURIComponent(s3.endpoint)}`,
        folder: join(folder, 'spool'),
      }),
  ],
];

describe.each(places)('files in %s', (_name, open) => {
  it('keeps bytes under their hash and gives them back', async () => {
    const store = await open();
    const bytes = Buffer.concat([Buffer.from('evidence'), Buffer.alloc(200_000, 7)]);
    const kept = await store.keep(one, Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]), MIB);
    expect(kept).toEqual({ sha256: sha256(bytes), size: bytes.length, head: bytes.subarray(0, 65_536) });
    expect((await store.bytes(one, kept.sha256)).equals(bytes)).toBe(true);
    const read: Buffer[] = [];
    for await (const chunk of (await store.open(one, kept.sha256)) as AsyncIterable<Buffer>) read.push(chunk);
    expect(Buffer.concat(read).equals(bytes)).toBe(true);
  });

  it('gives them back from any byte on', async () => {
    const store = await open();
    const { sha256: hash } = await store.keep(one, Readable.from([Buffer.from('0123456789')]), MIB);
    const read = async (from: number): Promise<string> => text(await store.open(one, hash, from));
    expect([await read(0), await read(4), await read(9), await read(10)]).toEqual(['0123456789', '456789', '9', '']);
  });

  it('keeps the same bytes once, and apart for each workspace', async () => {
    const store = await open();
    const { sha256: hash } = await store.keep(one, Readable.from([Buffer.from('twice')]), MIB);
    await expect(store.bytes(two, hash)).rejects.toMatchObject({ kind: 'unavailable', code: 'file-missing' });
    await store.keep(one, Readable.from([Buffer.from('twi'), Buffer.from('ce')]), MIB);
    expect((await store.bytes(one, hash)).toString()).toBe('twice');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['more than it may hold', Buffer.alloc(MIB + 1), 'file-too-large'],
  ])('refuses %s and keeps nothing of it', async (_what, bytes, code) => {
    const store = await open();
    await expect(store.keep(one, Readable.from([bytes]), MIB)).rejects.toMatchObject({ code });
    await expect(store.bytes(one, sha256(bytes))).rejects.toMatchObject({ code: 'file-missing' });
  });

  it('keeps nothing that the check refuses', async () => {
    const store = await open();
    const bytes = Buffer.from('#!/bin/sh');
    const refusal = new Error('no programs');
    const check = async (): Promise<void> => Promise.reject(refusal);
    await expect(store.keep(one, Readable.from([bytes]), MIB, check)).rejects.toBe(refusal);
    await expect(store.bytes(one, sha256(bytes))).rejects.toMatchObject({ code: 'file-missing' });
  });

  it('keeps nothing of a stream that breaks', async () => {
    const store = await open();
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('half');
        throw new Error('the connection broke');
      })(),
    );
    await expect(store.keep(one, broken, MIB)).rejects.toThrow('the connection broke');
  });
});

describe('what lies on the disk', () => {
  it('holds no leavings of files that were refused or moved on', async () => {
    expect(await readdir(join(folder, 'local', 'incoming'))).toEqual([]);
    expect(await readdir(join(folder, 'spool', 'incoming'))).toEqual([]);
  });

  it('is the file itself, in the folder of its workspace', async () => {
    const store = await openFileStore({ url: undefined, folder: join(folder, 'local') });
    const { sha256: hash } = await store.keep(two, Readable.from([Buffer.from('plain')]), MIB);
    expect(await readFile(join(folder, 'local', two, hash.slice(0, 2), hash), 'utf8')).toBe('plain');
  });

  it('lies in the bucket under the prefix', () => {
    const keys = [...s3.objects.keys()];
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.every((key) => key.startsWith(`/evidence/of-redress/${one}/`))).toBe(true);
  });

  it('is not overwritten: what has the same hash is the same', async () => {
    const store = await openFileStore({ url: undefined, folder: join(folder, 'local') });
    const { sha256: hash } = await store.keep(two, Readable.from([Buffer.from('first')]), MIB);
    const path = join(folder, 'local', two, hash.slice(0, 2), hash);
    await writeFile(path, 'FIRST');
    await store.keep(two, Readable.from([Buffer.from('first')]), MIB);
    expect(await readFile(path, 'utf8')).toBe('FIRST');
  });
});
