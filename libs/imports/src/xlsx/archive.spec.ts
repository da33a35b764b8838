import { afterEach, describe, expect, it } from '@jest/globals';
import { fileOf } from '../csv/csv-files.spec-data.js';
import { archiveLimits, openArchive } from './archive.js';
import { zipOf } from './workbooks.spec-data.js';

const usual = { ...archiveLimits };
afterEach(() => {
  Object.assign(archiveLimits, usual);
});

const open = async (bytes: Buffer) => openArchive(fileOf(bytes));

async function partOf(bytes: Buffer, part: string): Promise<string> {
  const archive = await open(bytes);
  const pieces: Buffer[] = [];
  for await (const piece of archive.bytes(part)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const refused = (words: RegExp) => ({
  kind: 'invalid',
  code: 'import-unreadable',
  message: expect.stringMatching(words),
});

describe('openArchive', () => {
  it('gives parts by their names in any case', async () => {
    const bytes = await zipOf({ 'xl/Workbook.xml': 'Túi' });
    const archive = await open(bytes);
    expect([archive.has('XL/workbook.xml'), archive.sizeOf('xl/workbook.xml')]).toEqual([true, 4]);
    expect([archive.has('xl'), archive.sizeOf('xl')]).toEqual([false, 0]);
    expect(await partOf(bytes, 'xl/WORKBOOK.xml')).toBe('Túi');
    await expect(partOf(bytes, 'xl/gone.xml')).rejects.toMatchObject(
      refused(/damaged \(it has no part xl\/gone\.xml\)/),
    );
  });

  it('refuses a file that is too large before it reads it', async () => {
    const source = {
      size: 50 * 1024 * 1024 + 1,
      open: () => {
        throw new Error('was read');
      },
    };
    await expect(openArchive(source)).rejects.toMatchObject(refused(/more than 50 MiB: save its sheet as CSV/));
  });

  it('refuses a bomb before it unpacks it', async () => {
    const bomb = await zipOf({ 'xl/a.xml': Buffer.alloc(11 * 1024 * 1024) });
    await expect(open(bomb)).rejects.toMatchObject(refused(/unpacks to far more than a table of listings has/));
    archiveLimits.ratio = 2000;
    expect((await open(bomb)).sizeOf('xl/a.xml')).toBe(11 * 1024 * 1024);
  });

  it('refuses many parts, and parts that are large together', async () => {
    archiveLimits.parts = 3;
    const parts = { a: '1', b: '22', c: '333' };
    expect((await open(await zipOf(parts))).has('c')).toBe(true);
    await expect(open(await zipOf({ ...parts, d: '4' }))).rejects.toMatchObject(refused(/far more than/));
    archiveLimits.unpackedBytes = 5;
    await expect(open(await zipOf(parts))).rejects.toMatchObject(refused(/far more than/));
  });

  it('finds a part that unpacks to more than it says', async () => {
    const bytes = await zipOf({ 'a.xml': 'x'.repeat(1000) });
    const directory = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt32LE(10, directory + 24);
    await expect(partOf(bytes, 'a.xml')).rejects.toMatchObject(refused(/damaged \(too many bytes/));
  });

  it('finds a part whose bytes are not those that were packed', async () => {
    const bytes = await zipOf({ 'a.xml': 'x'.repeat(1000) });
    const directory = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt32LE(0xbad, directory + 16);
    await expect(partOf(bytes, 'a.xml')).rejects.toMatchObject(refused(/the check sum of a\.xml is wrong/));
    const packed = await zipOf({ 'a.xml': 'some text of some length' });
    packed.fill(0xff, 35, 50);
    await expect(partOf(packed, 'a.xml')).rejects.toMatchObject(refused(/damaged/));
  });

  it('says that a part is protected by a password', async () => {
    const bytes = await zipOf({ 'a.xml': 'x' });
    const directory = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8);
    await expect(open(bytes)).rejects.toMatchObject(refused(/protected by a password: save it without one/));
  });

  it('says that half a file is damaged, wherever it is cut', async () => {
    const bytes = await zipOf({ 'a.xml': 'x'.repeat(1000), 'b.xml': 'y' });
    for (let end = 0; end < bytes.length; end += 11) {
      await expect(open(bytes.subarray(0, end))).rejects.toMatchObject(refused(/damaged/));
    }
  });
});
