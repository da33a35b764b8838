import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import { bearer, expectStatus } from '../support/http.js';
import type { Answer, Client, Json, Problem } from '../support/http.js';
import { aPaper, aPicture, addFile, asFile, sendForm, sha256 } from './evidence-files.js';
import type { FilePage } from './evidence-files.js';

/** The largest file taken as evidence. */
const MOST_BYTES = 50 * 1024 * 1024;

let app: TestApp;
let http: Client;
beforeAll(async () => {
  app = await startApp();
  http = app.main.http;
}, 60_000);
afterAll(async () => app.close(), 30_000);

const send = async (content: Buffer, name: string, type = ''): Promise<Answer<FilePage & Problem>> =>
  sendForm(http, [['file', asFile(content, name, type)]]);

/** A file as a browser downloads it. */
async function download({ id }: { id: string }, key = app.main.key): Promise<{ headers: Json; bytes: Buffer }> {
  const response = await fetch(`${app.url}/api/v1/files/${id}/content`, { headers: bearer(key) });
  if (response.status !== 200) throw new Error(`No file: ${response.status} ${await response.text()}`);
  const headers = Object.fromEntries(response.headers.entries());
  return { headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

const folderOf = (hash: string): string => join(app.settings.REDRESS_DATA_DIR, 'files', app.main.id, hash.slice(0, 2));
/** Everything that is kept: rows, and files on the disk with those on their way. */
async function kept(): Promise<{ rows: number; files: string[] }> {
  const [{ rows } = { rows: -1 }] = await app.sql<{ rows: number }>('select count(*)::int as rows from evidence_file');
  const entries = await readdir(join(app.settings.REDRESS_DATA_DIR, 'files'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return { rows, files: files.sort() };
}

const refusalOf = ({ status, body }: Answer<Problem>): unknown[] => [
  status,
  body.type,
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
];

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const mail = Buffer.from('From: a@shop.example\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nSubject: x\r\n\r\nsold\r\n');
const program = Buffer.concat([Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), Buffer.alloc(500)]);
const page = Buffer.from('<!DOCTYPE html><html><body><script>alert(document.cookie)</script></body></html>');
const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

describe('a file added as evidence', () => {
  it('is kept with the hash of its bytes, their number, and who added it when', async () => {
    const before = Date.now();
    const content = aPaper('invoice of 2 March');
    const added = await addFile(http, content, 'invoice.pdf');
    expect(added).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'invoice.pdf',
      mediaType: 'application/pdf',
      size: content.length,
      sha256: sha256(content),
      capturedAt: null,
      addedBy: 'bootstrap',
      addedAt: expect.any(String),
    });
    expect(Date.parse(added.addedAt)).toBeGreaterThanOrEqual(before);
    expect(expectStatus(await http.get(`/files/${added.id}`), 200)).toEqual(added);
    const audit = await app.sql(`select action, data from audit_event where subject = $1`, [added.id]);
    expect(audit).toEqual([{ action: 'evidence.add', data: { sha256: added.sha256, name: 'invoice.pdf' } }]);
  });

  it.each<[string, Buffer, string, string, string]>([
    ['a picture called a page', aPicture, 'notes.html', 'text/html', 'image/png'],
    ['a picture called a program', jpeg, 'setup.exe', 'application/x-msdownload', 'image/jpeg'],
    ['a paper called a picture', aPaper('p'), 'photo.png', 'image/png', 'application/pdf'],
    ['a mail called nothing much', mail, 'mail', '', 'message/rfc822'],
    ['a note called a page', Buffer.from('order 4711, size M'), 'note.html', 'text/html', 'text/plain'],
  ])('is what its bytes are, whatever its name and its sender say: %s', async (_what, content, name, type, is) => {
    const added = expectStatus(await send(content, name, type), 201);
    expect(added).toMatchObject({ name, mediaType: is, sha256: sha256(content) });
    expect((await download(added)).headers['content-type']).toBe(is);
  });

  it('is called what it was called, without folders and marks nobody sees', async () => {
    for (const [given, name] of [
      ['C:\\Users\\ada\\证据 1.png', '证据 1.png'],
      ['../../etc/photo.png', 'photo.png'],
      ['photo\u202egnp.exe', 'photognp.exe'],
    ] as const)
      expect((await addFile(http, aPicture, given)).name).toBe(name);
  });

  it('keeps the time of capture it was given, to the millisecond', async () => {
    const withTime = async (capturedAt: string) =>
      sendForm<FilePage & Problem>(http, [
        ['capturedAt', capturedAt],
        ['file', asFile(aPicture, 'shot.png')],
      ]);
    const added = expectStatus(await withTime('2026-03-01T13:00:00.123+01:00'), 201);
    expect(added.capturedAt).toBe('2026-03-01T12:00:00.123Z');
    expect(expectStatus(await http.get(`/files/${added.id}`), 200)).toEqual(added);
    expect(expectStatus(await withTime(''), 201).capturedAt).toBeNull();
    const before = await kept();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect(refusalOf(await withTime(later))).toEqual([422, '/problems/captured-later', ['/capturedAt later']]);
    for (const none of ['yesterday', '1', '03/01/2026', '2026-03-01T12:00', '2026-02-30T12:00:00Z'])
      expect([none, ...refusalOf(await withTime(none))]).toEqual([
        none,
        400,
        '/problems/request-invalid',
        ['/capturedAt instant'],
      ]);
    expect(await kept()).toEqual(before);
  });

  it('lies on the disk once, however often the same bytes are added under whatever name', async () => {
    const content = aPaper('the same bytes');
    const hash = sha256(content);
    const added = await Promise.all(['a.pdf', 'b.pdf', 'c.pdf'].map(async (name) => addFile(http, content, name)));
    expect(added.map(({ name, sha256: each }) => [name, each])).toEqual([
      ['a.pdf', hash],
      ['b.pdf', hash],
      ['c.pdf', hash],
    ]);
    expect(new Set(added.map(({ id }) => id)).size).toBe(3);
    expect((await kept()).files.filter((each) => each === hash)).toHaveLength(1);
    expect(await readdir(folderOf(hash))).toContain(hash);
  });
});

describe('what is no evidence', () => {
  it.each<[string, Buffer, string, string]>([
    ['a program called a picture', program, 'photo.png', 'image/png'],
    ['a page called a text', page, 'note.txt', 'text/plain'],
    ['a drawing that runs a script', drawing, 'drawing.svg', 'image/svg+xml'],
    ['bytes of no kind', Buffer.from([1, 2, 3, 4, 250, 251]), 'photo.jpg', 'image/jpeg'],
  ])('is refused with the types that are taken, and nothing is kept: %s', async (_what, content, name, type) => {
    const before = await kept();
    const answer = await send(content, name, type);
    expect(refusalOf(answer)).toEqual([422, '/problems/file-type', ['/file file-type']]);
    expect(answer.body.detail).toContain('image/png, image/jpeg');
    expect(await kept()).toEqual(before);
  });

  it('is refused where there is nothing of it, and nothing is kept', async () => {
    const before = await kept();
    const answer = await send(Buffer.alloc(0), 'empty.png');
    expect(refusalOf(answer)).toEqual([422, '/problems/file-empty', ['/file file-empty']]);
    expect(await kept()).toEqual(before);
  });

  it('is refused where it is larger than is taken by a single byte, and nothing is kept', async () => {
    const before = await kept();
    const content = Buffer.alloc(MOST_BYTES + 1, aPaper('large'));
    const answer = await send(content, 'large.pdf');
    expect(refusalOf(answer)).toEqual([422, '/problems/file-too-large', ['/file file-too-large']]);
    expect(answer.body.detail).toContain('50 MiB');
    expect(await kept()).toEqual(before);
    expect(expectStatus(await send(content.subarray(0, MOST_BYTES), 'large.pdf'), 201).size).toBe(MOST_BYTES);
  }, 60_000);

  it('is refused where the request has no file', async () => {
    const answers = [
      await http.post<Problem>('/files', { file: 'x' }),
      await sendForm<Problem>(http, [['capturedAt', '2026-03-01T12:00:00Z']]),
      await sendForm<Problem>(http, [['photo', asFile(aPicture, 'photo.png')]]),
    ];
    expect(answers.map(refusalOf)).toEqual(answers.map(() => [400, '/problems/request-invalid', ['/file required']]));
  });
});

describe('the bytes of a file', () => {
  it('come back as they were, as a download that no browser runs or guesses about', async () => {
    const content = Buffer.concat([aPicture, Buffer.from([0, 13, 10, 255])]);
    const added = await addFile(http, content, 'Bild (1) ’证据’.png');
    const { headers, bytes } = await download(added);
    expect(bytes.equals(content)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename*=UTF-8''Bild%20%281%29%20%E2%80%99%E8%AF%81%E6%8D%AE%E2%80%99.png`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${sha256(content)}"`,
    });
  });

  it('are nobody’s in another workspace, though they have the same bytes there', async () => {
    const other = await app.addWorkspace('Other');
    const [ours, theirs] = [await addFile(http, aPicture), await addFile(other.http, aPicture)];
    for (const path of [`/files/${ours.id}`, `/files/${ours.id}/content`]) {
      const { status, body } = await other.http.get<Problem>(path);
      expect([status, body.type]).toEqual([404, '/problems/file-not-found']);
    }
    await rm(join(folderOf(ours.sha256), ours.sha256));
    expect((await download(theirs, other.key)).bytes.equals(aPicture)).toBe(true);
  });

  it('that the store has lost are said to be lost by their hash, and come back with the file', async () => {
    const content = aPaper('lost');
    const added = await addFile(http, content, 'lost.pdf');
    const path = join(folderOf(added.sha256), added.sha256);
    await rm(path);
    const { status, body } = await http.get<Problem>(`/files/${added.id}/content`);
    expect([status, body.type, body.detail]).toEqual([
      503,
      '/problems/file-missing',
      `The file store no longer holds the file with the hash ${added.sha256}: restore it from a backup.`,
    ]);
    expect(expectStatus(await http.get(`/files/${added.id}`), 200)).toEqual(added);
    await writeFile(path, content);
    expect((await download(added)).bytes.equals(content)).toBe(true);
  });
});

describe('a complaint', () => {
  it('shows the files it rests on with their hashes, in the order they were given, and the web addresses apart', async () => {
    const parties = await registerParties(http);
    const [one, two] = [await addFile(http, aPaper('one')), await addFile(http, aPicture, 'two.png')];
    const evidence = [two.id, 'https://velora.example/bags', one.id.toUpperCase()];
    const filed = await file(http, parties, { evidence });
    const shown = expectStatus(await http.get(`/complaints/${filed.id}`), 200);
    expect(shown).toMatchObject({ evidence: ['https://velora.example/bags'], evidenceFiles: [two, one] });
  });
});
