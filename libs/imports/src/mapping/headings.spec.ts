import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csv, fileOf } from '../csv/csv-files.spec-data.js';
import { readHeadings } from '../open-rows.js';
import { headingsKey } from './headings.js';

const headingsOf = async (text: string) => readHeadings(fileOf(text), csv());

describe('readHeadings', () => {
  it('takes the first row that is not blank, without the blanks and line breaks in its cells', async () => {
    const read = await headingsOf('\uFEFF\n  \n Rights  holder ,"Product\r\nlink",url\n1,2,3\n');
    expect(read.headings).toEqual(['Rights holder', 'Product link', 'url']);
    expect(read.after).toEqual({ offset: 44, line: 4, row: 0 });
  });

  it('leaves out characters that no database and no request takes', async () => {
    const { headings } = await headingsOf('u\0rl,\x01 Ground \x7f,ti\ttle\n1,2,3\n');
    expect(headings).toEqual(['u rl', 'Ground', 'ti tle']);
  });

  it('tells headings that are empty or stand there twice, and gives the others all the same', async () => {
    const { headings, faults } = await headingsOf('url,,title,url,\n');
    expect(headings).toEqual(['url', '', 'title', 'url', '']);
    expect(faults.map(({ at, code }) => [at, code])).toEqual([
      [1, 'heading-empty'],
      [3, 'heading-repeated'],
      [4, 'heading-empty'],
    ]);
    expect(faults[0]?.detail).toMatch(/^Column 2 has no heading/);
    expect(faults[1]?.detail).toMatch(/^The heading "url" stands there twice: rename/);
  });

  it('takes a thousand headings and no more', async () => {
    const names = Array.from({ length: 1001 }, (_, at) => `column ${at}`);
    expect((await headingsOf(names.slice(1).join(','))).headings).toHaveLength(1000);
    await expect(headingsOf(names.join(','))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'import-unreadable',
      message: expect.stringMatching(/names 1001 columns; at most 1000 are read/),
    });
  });

  it.each([
    ['of a file without rows', ' \n\n', /holds no rows\. Its first row names the columns/],
    ['with a quotation mark out of place', 'a,"b\nc,d\n', /^Line 1, which names the columns, has a quotation mark/],
    ['in another encoding', Buffer.from('\npr\xe9nom,url\n', 'latin1'), /^Line 2, .+ is not text in the encoding/],
    ['of more than a mebibyte', `a${'b'.repeat(1024 * 1024)}\n`, /^Line 1, which names the columns, is too long/],
  ])('can not be read %s', async (_, bytes, words) => {
    await expect(readHeadings(fileOf(bytes), csv())).rejects.toMatchObject({
      code: 'import-unreadable',
      message: expect.stringMatching(words),
    });
  });

  it('can not be read in an encoding nobody knows, or in one that lines are not to be found in', async () => {
    for (const encoding of ['klingon', 'iso-2022-jp', 'utf-7', 'replacement']) {
      await expect(readHeadings(fileOf('a\n'), csv({ encoding }))).rejects.toMatchObject({
        code: 'import-unreadable',
        message: expect.stringMatching(`"${encoding}" can’t be read. Choose one of: utf-8, `),
      });
    }
  });

  it.each(['', ',,', '"', '\n', 'x"'])('can not be read with the delimiter %j', async (delimiter) => {
    await expect(readHeadings(fileOf('a,b\n'), csv({ delimiter }))).rejects.toMatchObject({
      code: 'import-unreadable',
      message: expect.stringMatching(/can’t stand between cells/),
    });
  });
});

describe('headingsKey', () => {
  it('is the same for the same headings in another order, case and spelling, and for a file of rejected rows', () => {
    const key = headingsKey(['Rights holder', 'Product link', '链接']);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(headingsKey(['链接', 'product-link', 'ＲＩＧＨＴＳ＿ＨＯＬＤＥＲ'])).toBe(key);
    expect(headingsKey(['Rights holder', 'Product link', '链接', 'error'])).toBe(key);
    expect(headingsKey(['Rights holder', '', 'Product link', '链接', ''])).toBe(key);
  });

  it('is another for other headings, even such as are made of signs alone', () => {
    const keys = [[], ['url'], ['url', 'title'], ['url', 'url'], ['#'], ['%'], ['a,b'], ['a', 'b']].map(headingsKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), fc.nat(), (headings, seed) => {
        const turned = [...headings.slice(seed % 8), ...headings.slice(0, seed % 8)];
        expect(headingsKey(turned)).toBe(headingsKey(headings));
      }),
    );
  });
});
