import { describe, expect, it } from '@jest/globals';
import { csv, fileOf, readFile } from '../csv/csv-files.spec-data.js';
import { sniffFile } from './sniff-file.js';

const delimiterOf = async (text: string) => (await sniffFile(fileOf(text), 'x.csv')).delimiter;

describe('the delimiter of a CSV file', () => {
  it.each([',', ';', '\t', '|'])('is found out: %j', async (delimiter) => {
    expect(await delimiterOf(`platform${delimiter}url\ntaobao${delimiter}https://a.example/1\n`)).toBe(delimiter);
  });

  it('is what cuts the rows as the heading is cut, whatever else stands in the cells', async () => {
    const rows = 'Velora, Inc.;"a;b";1,50|2,50\n'.repeat(5);
    expect(await delimiterOf(`rights holder;title;price\n${rows}`)).toBe(';');
    expect(await delimiterOf(`title,url\n${'a|b;c|d,https://a.example\n'.repeat(5)}`)).toBe(',');
  });

  it('is found in spite of quoted cells with line breaks and a mark that is not closed', async () => {
    const rows = ['"one\r\ntwo, three";1', '"not closed;2', 'plain, with commas, in it;3', 'four;4'];
    expect(await delimiterOf(`title;price\r\n${rows.join('\r\n')}\r\n`)).toBe(';');
  });

  it('is a comma for a table of one column', async () => {
    expect(await delimiterOf('url\nhttps://a.example/1\nhttps://a.example/2\n')).toBe(',');
  });

  it('is looked for in whole rows alone where the file is long', async () => {
    const row = `${'x'.repeat(100)};y\n`;
    expect(await delimiterOf(`a;b\n${row.repeat(3000)}`)).toBe(';');
  });

  it.each([
    ['sep=;', ';'],
    ['"sep=;"', ';'],
    ['SEP=|', '|'],
    ['sep=\t', '\t'],
    ['sep=:', ':'],
  ])('is what a first line %j says, and that line is no heading', async (line, delimiter) => {
    const text = `\uFEFF${line}\r\nplatform${delimiter}title\r\ntaobao${delimiter}a, b, c\r\n`;
    expect(await delimiterOf(text)).toBe(delimiter);
    const { headings, rows } = await readFile(fileOf(text), csv({ delimiter }));
    expect(headings).toEqual(['platform', 'title']);
    expect(rows).toMatchObject([{ row: 1, line: 3, cells: ['taobao', 'a, b, c'] }]);
  });

  it('is no quotation mark and no line of its own further down', async () => {
    expect(await delimiterOf('sep="\na,b\n1,2\n')).toBe(',');
    const { headings, rows } = await readFile(fileOf('a\nsep=;\n'));
    expect([headings, rows.map((row) => row.cells)]).toEqual([['a'], [['sep=;']]]);
  });
});
