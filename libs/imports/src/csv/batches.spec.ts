import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { ReadingPosition } from '#libs/domain';
import { openRows, readHeadings } from '../open-rows.js';
import { batchLimits } from '../raw-row.js';
import type { RowBatch } from '../raw-row.js';
import { csv, fileOf, readFile } from './csv-files.spec-data.js';
import { encoded } from './encoders.spec-data.js';

const read = async (text: string) => readFile(fileOf(text));

describe('batches', () => {
  const lines = Array.from({ length: 2600 }, (_, at) => {
    if (at % 97 === 5) return '';
    if (at % 211 === 7) return `${at},"not closed`;
    return at % 13 === 0 ? `${at},"Túi\r\n\r\n""xách"""` : `${at},Túi xách ${at}`;
  });
  const text = `\uFEFFn,title\r\n${lines.join('\r\n')}\r\n\r\n`;

  it('hold a thousand rows at most', async () => {
    const { batches, rows } = await read(text);
    expect(batches.map((batch) => batch.rows.length)).toEqual([1000, 1000, rows.length - 2000]);
    expect(batches.at(-1)?.position).toEqual({
      offset: Buffer.byteLength(text),
      line: text.split('\r\n').length - 1,
      row: rows.length,
    });
  });

  it('hold about a mebi of characters at most', async () => {
    const { batches } = await read(`x\n${`${'y'.repeat(300_000)}\n`.repeat(9)}`);
    expect(batches.map((batch) => batch.rows.length)).toEqual([4, 4, 1]);
    expect(batchLimits.characters).toBe(1024 * 1024);
  });

  it('are none where no row and no line follows', async () => {
    expect((await read('x,y')).batches).toEqual([]);
    expect((await read('x,y\n\n\n')).batches).toEqual([{ rows: [], position: { offset: 6, line: 3, row: 0 } }]);
  });

  it('end without an empty one where the last was full', async () => {
    expect((await read(`x\n${'1\n'.repeat(1000)}`)).batches.map((batch) => batch.rows.length)).toEqual([1000]);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1258'] as const)(
    'leave a position from which the rest is read as if nothing had been stopped: %s',
    async (encoding) => {
      const format = csv({ encoding });
      const writable = encoding === 'windows-1258' ? text.replace('\uFEFF', '') : text;
      const source = fileOf(encoded(writable.replaceAll('\uFEFF', encoding === 'gb18030' ? '' : '\uFEFF'), encoding));
      const whole = await readFile(source, format);
      for (const position of [whole.after, ...whole.batches.map((batch) => batch.position)]) {
        const rest: RowBatch[] = [];
        for await (const batch of openRows(source, format, whole.headings, position)) rest.push(batch);
        expect(rest.flatMap((batch) => batch.rows)).toEqual(whole.rows.slice(position.row));
        expect((rest.at(-1) ?? { position }).position).toEqual(whole.batches.at(-1)?.position);
      }
    },
  );
});

describe('the source', () => {
  const begin: ReadingPosition = { offset: 0, line: 0, row: 0 };

  it('is not read further than its reader needs, and is closed', async () => {
    const streams: Readable[] = [];
    let given = 0;
    const endless = function* (): Generator<Buffer> {
      for (;;) {
        given += 1;
        yield Buffer.from('x,y\n1,2\n'.repeat(1000));
      }
    };
    const source = {
      size: Infinity,
      open: () => streams[streams.push(Readable.from(endless())) - 1] ?? Readable.from([]),
    };
    await readHeadings(source, csv());
    for await (const batch of openRows(source, csv(), ['x', 'y'], begin)) {
      expect(batch.rows).toHaveLength(1000);
      break;
    }
    expect(streams.map((stream) => stream.destroyed)).toEqual([true, true]);
    expect(given).toBeLessThan(80);
  });

  it('may fail, which is told as it is', async () => {
    const broken = function* (): Generator<Buffer> {
      yield Buffer.from('x,y\n1,2\n');
      throw new Error('the disk is gone');
    };
    const source = { size: 100, open: () => Promise.resolve(Readable.from(broken())) };
    const reading = openRows(source, csv(), ['x', 'y'], begin);
    await expect(reading.next()).rejects.toThrow('the disk is gone');
  });
});
