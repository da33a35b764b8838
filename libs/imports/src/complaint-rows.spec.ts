import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importColumns, readComplaintRows } from './complaint-rows.js';
import type { ReadRow } from './complaint-rows.js';

const header = importColumns.join(',');
const row = (url: string, rest = ''): string =>
  `C-1,sandbox,Velora,DE 1,trademark-use,${url},Bag,Shop,12.50,EUR,Our sign.,${rest}`;

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const each of source) found.push(each);
  return found;
}

async function read(text: string | Buffer): Promise<ReadRow[]> {
  // In small pieces, as a file comes: a character or a quotation mark may be cut in two.
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.subarray(at * 7, at * 7 + 7));
  return all(readComplaintRows(Readable.from(pieces)));
}

const good = (rows: readonly ReadRow[]): string[] => rows.flatMap((each) => ('row' in each ? [each.row.url] : []));
const faults = (rows: readonly ReadRow[]): string[] =>
  rows.flatMap((each) =>
    'fault' in each ? [`${each.fault.line} ${each.fault.column ?? '-'} ${each.fault.code}`] : [],
  );

describe('complaints.csv', () => {
  it('is read field by field', async () => {
    expect(await read(`${header}\n${row('https://a.example/1', 'https://e.example/1 https://e.example/2')}\n`)).toEqual(
      [
        {
          row: {
            line: 2,
            reference: 'C-1',
            platform: 'sandbox',
            rightsHolder: 'Velora',
            right: 'DE 1',
            ground: 'trademark-use',
            url: 'https://a.example/1',
            title: 'Bag',
            seller: 'Shop',
            price: '12.50 EUR',
            explanation: 'Our sign.',
            evidenceUrls: ['https://e.example/1', 'https://e.example/2'],
          },
        },
      ],
    );
  });

  it('may have a BOM, CRLF, blank lines, other columns, other order and other spelling of the header', async () => {
    const text =
      '\uFEFFURL,Rights Holder,our own notes,GROUND,Plat-form\r\n'.replace('Plat-form', 'platform') +
      '\r\nhttps://a.example/1,Velora,x,design,sandbox\r\n\r\n\r\nhttps://a.example/2,Velora,y,design,sandbox';
    const rows = await read(text);
    expect(good(rows)).toEqual(['https://a.example/1', 'https://a.example/2']);
    expect(rows[0]).toMatchObject({
      row: { line: 3, reference: 'line 3', right: '', title: null, price: null, evidenceUrls: [] },
    });
  });

  it('may hold commas, quotation marks, line ends and any script in quoted cells', async () => {
    const cell = '"a, ""b""\r\n假货 \u{1F45C}"';
    const [only] = await read(`${header}\nC-1,sandbox,Velora,,design,https://a.example/1,${cell},,,,${cell},\n`);
    expect(only).toMatchObject({ row: { title: 'a, "b"\r\n假货 \u{1F45C}', explanation: 'a, "b"\r\n假货 \u{1F45C}' } });
  });

  it('names every bad row by line and column, and takes the others', async () => {
    const lines = [
      header,
      row('https://a.example/1'),
      'C-2,sandbox,Velora,DE 1,trademark-use',
      `${row('https://a.example/2')},surplus`,
      row('not a web address'),
      row('ftp://a.example/3'),
      row('https://a.example/4').replace('trademark-use', 'theft'),
      row('https://a.example/5').replace('sandbox', ''),
      row('https://a.example/6').replace('Velora', '  '),
      row(''),
      ',,,,,,,,,,,',
      row('https://a.example/7'),
    ];
    const rows = await read(lines.join('\n'));
    expect(good(rows)).toEqual(['https://a.example/1', 'https://a.example/7']);
    expect(faults(rows)).toEqual([
      '3 - cell-count',
      '4 - cell-count',
      '5 url no-web-address',
      '6 url no-web-address',
      '7 ground unknown-ground',
      '8 platform missing',
      '9 rights_holder missing',
      '10 url missing',
      '11 platform missing',
    ]);
  });

  it.each([
    ['an empty file', '', 'The file is empty'],
    ['nothing but blank lines', '\n\n\n', 'The file is empty'],
    ['no header', 'a,b,c\n', 'lacks platform, rights_holder, ground, url'],
    ['a header that lacks a column', 'platform,ground,url\n', 'lacks rights_holder'],
    ['a header that names one twice', `${header},URL\n`, 'names url twice'],
    [
      'a quotation mark that is never closed',
      `${header}\n${row('https://a.example/1')}\nC-1,"sandbox,Velora\n${row('https://a.example/2')}\n`,
      'never closed',
    ],
    ['another format', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]), 'lacks platform'],
  ])('that is %s can’t be read, and says why', async (_name, text, words) => {
    await expect(read(text)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'import-unreadable',
      message: expect.stringContaining(words),
    });
  });

  it('accounts for every row, whatever stands in it', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', ' ', ',', ';', '假', '"', '\t', '-') })
      .map((text) => `"${text.replaceAll('"', '""')}"`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 14 }), { maxLength: 20 }), async (cells) => {
        const rows = await read([header, ...cells.map((each) => each.join(','))].join('\n'));
        expect(rows).toHaveLength(cells.length);
        expect(rows.map((each) => ('row' in each ? each.row.line : each.fault.line))).toEqual(
          cells.map((_, at) => at + 2),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('passes on what breaks while the file is read', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('the disk is gone'));
      },
    });
    await expect(all(readComplaintRows(broken))).rejects.toThrow('the disk is gone');
  });
});
