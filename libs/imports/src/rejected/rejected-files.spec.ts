import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FileFormat, RowFault } from '#libs/domain';
import { csv, fileOf, readFile } from '../csv/csv-files.spec-data.js';
import { sniffFile } from '../format/sniff-file.js';
import { rowReader } from '../rows/row-reader.js';
import { xlsx } from '../xlsx/workbooks.spec-data.js';
import { guarded, unguarded } from './formula-guard.js';
import { rejectedCsv } from './rejected-csv.js';
import type { RejectedRow } from './rejected-row.js';
import { rejectedXlsx } from './rejected-xlsx.js';

const missing: RowFault = { column: 'ground', code: 'missing', detail: 'Give the ground.' };
const damaged: RowFault = { column: null, code: 'quote-not-closed', detail: 'Close it.' };
const headings = ['url', 'title', 'note'];

async function* rowsOf(...rows: RejectedRow[]): AsyncGenerator<RejectedRow> {
  yield* Readable.from(rows) as AsyncIterable<RejectedRow>;
}

const writers: Record<string, [write: typeof rejectedCsv, format: FileFormat]> = {
  rejectedCsv: [rejectedCsv, csv()],
  rejectedXlsx: [rejectedXlsx, xlsx('rejected')],
};

/** The cells of a file as they are kept when it is imported. */
async function kept(bytes: Buffer, format: FileFormat): Promise<{ headings: string[]; cells: string[][] }> {
  const { headings, rows } = await readFile(fileOf(bytes), format);
  const reader = rowReader(headings, {});
  return { headings, cells: rows.map((row) => reader.read(row).cells) };
}

const lines = (rows: readonly string[][]): RejectedRow[] => rows.map((cells) => ({ cells, faults: [missing] }));

describe.each(Object.entries(writers))('%s', (_, [write, format]) => {
  it('writes the rows under their headings and one more, and what is wrong with each', async () => {
    const rows = [
      { cells: ['https://a.example/1', 'Bag "red", new', ''], faults: [missing, damaged] },
      { cells: ['https://a.example/2', '包\r\nTúi', '0012'], faults: [damaged] },
    ];
    const bytes = await buffer(write(headings, rowsOf(...rows)));
    expect(await sniffFile(fileOf(bytes), 'x')).toMatchObject({ kind: format.kind });
    expect(await kept(bytes, format)).toEqual({
      headings: [...headings, 'error'],
      cells: [
        [...(rows[0]?.cells ?? []), 'ground: missing: Give the ground. | row: quote-not-closed: Close it.'],
        [...(rows[1]?.cells ?? []), 'row: quote-not-closed: Close it.'],
      ],
    });
  });

  it('writes the column of errors anew where the file has one already', async () => {
    const rows = lines([['old words', 'https://a.example/1', 'Bag']]);
    const bytes = await buffer(write(['Error', 'url', 'title'], rowsOf(...rows)));
    expect(await kept(bytes, format)).toEqual({
      headings: ['url', 'title', 'error'],
      cells: [['https://a.example/1', 'Bag', 'ground: missing: Give the ground.']],
    });
  });

  it('loses nothing of a row with fewer or more cells than there are headings', async () => {
    const rows = lines([['a,"b,c'], ['1', '2', '3', '4', '5'], []]);
    const { cells } = await kept(await buffer(write(headings, rowsOf(...rows))), format);
    const error = 'ground: missing: Give the ground.';
    expect(cells).toEqual([
      ['a,"b,c', '', '', error],
      ['1', '2', '3', error, '4', '5'],
      ['', '', '', error],
    ]);
  });

  it('loses nothing of a line that could not be split where the column of errors comes first', async () => {
    const rows = lines([['a,"b,c']]);
    const { cells } = await kept(await buffer(write(['error', 'url'], rowsOf(...rows))), format);
    expect(cells.flat()).toContain('a,"b,c');
  });

  it('writes headings alone where there are no rows', async () => {
    expect(await kept(await buffer(write(headings, rowsOf())), format)).toEqual({
      headings: [...headings, 'error'],
      cells: [],
    });
  });

  it('is read back to the same cells, whatever they hold', async () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r',
      '=',
      '+',
      '-',
      '@',
      "'",
      '\t',
      '_x000A_',
      '_',
      '<&>',
      ' ',
      '店',
      '\u0001',
      '\uFFFE',
      '😀',
      ']]>',
    );
    const cell = fc.oneof(
      fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 10 }).map((text) => text.replaceAll('\0', '')),
    );
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const bytes = await buffer(write(headings, rowsOf(...lines(rows))));
        const { cells } = await kept(bytes, format);
        expect(cells.map((each) => each.slice(0, 3))).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('ends in the error its rows end in', async () => {
    const broken = async function* (): AsyncGenerator<RejectedRow> {
      yield* rowsOf(...lines([['1', '2', '3']]));
      throw new Error('the database is gone');
    };
    const stream = write(headings, broken());
    await expect(buffer(stream)).rejects.toThrow('the database is gone');
    expect(stream.destroyed).toBe(true);
  });

  it('asks for no more rows once nobody wants them', async () => {
    let [asked, closed] = [0, false];
    const endless = async function* (): AsyncGenerator<RejectedRow> {
      try {
        for (; ; asked += 1) yield { cells: [`${asked}`.padStart(2000, 'x'), '2', '3'], faults: [missing] };
      } finally {
        closed = true;
      }
    };
    const stream = write(headings, endless());
    for await (const _ of stream) if (asked > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).toBe(true);
    expect(asked).toBeLessThan(5000);
  });
});

describe('rejectedCsv', () => {
  it('is UTF-8 with a mark, and lines end as RFC 4180 says', async () => {
    const bytes = await buffer(rejectedCsv(['题'], rowsOf(...lines([['a'], ['b\nc']]))));
    expect(bytes.toString()).toBe(
      '\uFEFF题,error\r\na,ground: missing: Give the ground.\r\n"b\nc",ground: missing: Give the ground.\r\n',
    );
  });

  it('lets no spreadsheet run a cell', async () => {
    const rows = lines([
      ['=HYPERLINK("http://evil.example")'],
      ['@SUM(1)'],
      ['-1'],
      ['+1'],
      ['\t=1'],
      ['\r=1'],
      ["'=1"],
    ]);
    const text = (await buffer(rejectedCsv(['a'], rowsOf(...rows)))).toString();
    const cells = text.split('\r\n').slice(1, -1);
    expect(cells).toHaveLength(7);
    for (const cell of cells) expect(cell).toMatch(/^"?'/);
  });
});

describe('the guard against formulas', () => {
  it('is taken off again exactly', () => {
    const text = fc.array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', ' '), { maxLength: 6 });
    fc.assert(
      fc.property(text, (parts) => {
        const cell = parts.join('');
        expect(unguarded(guarded(cell))).toBe(cell);
        expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
