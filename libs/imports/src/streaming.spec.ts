import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { importColumns } from '#libs/domain';
import { csv } from './csv/csv-files.spec-data.js';
import type { FileSource } from './file-source.js';
import { openRows, readHeadings } from './open-rows.js';

const MIB = 1024 * 1024;

/** Bytes that are still held once what nobody holds is freed. */
function held(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const row = (n: number): string =>
  `R-${n >> 2},taobao,Velora GmbH,DE 30${n},counterfeit,https://item.taobao.com/item.htm?id=${100_000_000 + n},` +
  `"Bag ""Velora"" no. ${n}, leather",seller-${n},${n}.90,CNY,"The sign is on the bag.\r\nIt is not ours.",` +
  `https://evidence.example/${n}.png\r\n`;

/** A file that is made while it is read: the same thousand rows again and again. */
function fileOfAtLeast(bytes: number): { source: FileSource; rows: number } {
  const heading = Buffer.from(`${importColumns.join(',')}\r\n`);
  const block = Buffer.from(Array.from({ length: 1000 }, (_, at) => row(at)).join(''));
  const blocks = Math.ceil(bytes / block.length);
  const pieces = function* (offset: number): Generator<Buffer> {
    if (offset === 0) yield heading;
    for (let at = 0; at < blocks; at += 1) yield Buffer.from(block);
  };
  const size = heading.length + blocks * block.length;
  return { source: { size, open: (offset) => Readable.from(pieces(offset)) }, rows: blocks * 1000 };
}

describe('a CSV file of 200 MiB', () => {
  // three to ten seconds
  it('is read in less than 100 MiB of memory', async () => {
    const file = fileOfAtLeast(200 * MIB);
    const { headings, after } = await readHeadings(file.source, csv());
    const before = held();
    let [rows, faults] = [0, 0];
    const growth: number[] = [];
    for await (const batch of openRows(file.source, csv(), headings, after)) {
      for (const raw of batch.rows) faults += raw.faults.length;
      rows += batch.rows.length;
      if (rows % 50_000 === 0) growth.push(held() - before);
    }
    expect([rows, faults]).toEqual([file.rows, 0]);
    expect(growth.length).toBeGreaterThan(10);
    expect(Math.max(...growth)).toBeLessThan(100 * MIB);
  }, 60_000);
});
