import { describe, expect, it } from '@jest/globals';
import type { FileFormat } from '#libs/domain';
import { cellsOf, fileOf, readFile } from '../csv/csv-files.spec-data.js';
import type { FileRead } from '../csv/csv-files.spec-data.js';
import { openRows } from '../open-rows.js';
import type { RawRow } from '../raw-row.js';
import { rowReader } from '../rows/row-reader.js';
import { aWorkbook, inline, number, row, textRow, xlsx } from './workbooks.spec-data.js';
import type { WorkbookGiven } from './workbooks.spec-data.js';

const read = async (given: WorkbookGiven, format: FileFormat = xlsx()): Promise<FileRead> =>
  readFile(fileOf(await aWorkbook(given)), format);

describe('rows', () => {
  it('stand where they say, or one after the other where they say nothing', async () => {
    const rows =
      `<row r="3"><c r="B3" t="inlineStr"><is><t>url</t></is></c><c r="D3" t="inlineStr"><is><t>title</t></is></c></row>` +
      `<row r="7"><c r="D7" t="inlineStr"><is><t>Bag</t></is></c><c r="B7"><v>1</v></c></row>` +
      `<row>${inline('skipped')}${inline('2')}<c r="D8"><v>8</v></c></row>` +
      '<row r="9" hidden="1"><c r="B9"><v>3</v></c></row>';
    const file = await read({ sheets: [{ rows }] });
    expect(file.headings).toEqual(['', 'url', '', 'title']);
    expect(file.after).toEqual({ offset: 1, line: 3, row: 0 });
    expect(file.rows.map(({ row, line, cells }) => ({ row, line, cells }))).toEqual([
      { row: 1, line: 7, cells: ['', '1', '', 'Bag'] },
      { row: 2, line: 8, cells: ['skipped', '2', '', '8'] },
      { row: 3, line: 9, cells: ['', '3', '', ''] },
    ]);
  });

  it('of nothing but formats and blanks are none', async () => {
    const blank = row('<c s="1"/>', inline(' '), '<c t="inlineStr"><is><t/></is></c>');
    const file = await read({ sheets: [{ rows: `${blank}${row(inline('A'), '<c s="1"/>')}${blank}${textRow('1')}` }] });
    expect(file.headings).toEqual(['A']);
    expect(file.rows).toMatchObject([{ row: 1, line: 4, cells: ['1'], faults: [] }]);
  });

  it('have the text of merged cells in the first of them alone', async () => {
    const rows = textRow('A', 'B') + textRow('Velora', '1') + row('<c/>', inline('2'));
    const file = await read({
      sheets: [{ rows, behind: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' }],
    });
    expect(cellsOf(file)).toEqual([
      ['Velora', '1'],
      ['', '2'],
    ]);
  });

  it('with text below no heading are told, and lose nothing', async () => {
    const { rows } = await read({
      sheets: [{ rows: textRow('A', 'B') + textRow('1', '2', '', '4') + textRow('1', '2', ' ') }],
    });
    expect(rows.map((each) => each.cells)).toEqual([
      ['1', '2', '4'],
      ['1', '2'],
    ]);
    expect(rows[0]?.faults).toMatchObject([{ spoilt: 'row', cell: null, code: 'cell-count' }]);
    expect(rows[0]?.faults[0]?.detail).toMatch(
      /^The row holds text in column D, which has no heading: give the column/,
    );
    expect(rows[1]?.faults).toEqual([]);
  });

  it('are those of the sheet that is asked for', async () => {
    const sheets = [
      { name: 'One', rows: textRow('a') + textRow('1') },
      { name: '商品 &amp; co', rows: textRow('b') + textRow('2') },
    ];
    expect(cellsOf(await read({ sheets }, xlsx('One')))).toEqual([['1']]);
    expect(await read({ sheets }, xlsx('商品 & co'))).toMatchObject({ headings: ['b'], rows: [{ cells: ['2'] }] });
    await expect(read({ sheets }, xlsx('Two'))).rejects.toMatchObject({
      code: 'import-unreadable',
      message: 'The workbook has no sheet "Two". It has: One, 商品 & co.',
    });
  });

  it('are none on a sheet of formats', async () => {
    await expect(read({ sheets: [{ rows: row('<c s="1"/>') }] })).rejects.toMatchObject({
      code: 'import-unreadable',
      message: 'The sheet "Sheet1" holds no rows. Its first row names the columns.',
    });
  });

  it('come in batches, from any of which reading goes on', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) =>
      at % 50 === 3 ? '<row/>' : row(number(at), inline(`t${at}`)),
    );
    const source = fileOf(await aWorkbook({ sheets: [{ rows: textRow('A', 'B') + rows.join('') }] }));
    const whole = await readFile(source, xlsx());
    expect(whole.batches.map((batch) => batch.rows.length)).toEqual([1000, 1000, 450]);
    for (const position of [whole.after, ...whole.batches.map((batch) => batch.position)]) {
      const rest: RawRow[] = [];
      for await (const batch of openRows(source, xlsx(), whole.headings, position)) rest.push(...batch.rows);
      expect(rest).toEqual(whole.rows.slice(position.row));
    }
  });
});

describe('links', () => {
  const link = (attributes: string): string => `<hyperlinks><hyperlink ${attributes}/></hyperlinks>`;
  const linksOf = ({ rows }: FileRead) => rows.map((each) => Object.fromEntries(each.links));
  const sheet = (behind: string, address = 'https://a.example/1') => ({
    rows: textRow('A', 'B') + textRow('x', 'Link') + textRow('y', 'Link') + textRow('z', 'Link'),
    behind,
    links: { rId7: address },
  });

  it('lead to their addresses from one cell or several', async () => {
    expect(linksOf(await read({ sheets: [sheet(link('ref="B2" r:id="rId7"'))] }))).toEqual([
      { 1: 'https://a.example/1' },
      {},
      {},
    ]);
    expect(linksOf(await read({ sheets: [sheet(link('ref="A3:B4" r:id="rId7" location="part"'))] }))).toEqual([
      {},
      { 0: 'https://a.example/1#part', 1: 'https://a.example/1#part' },
      { 0: 'https://a.example/1#part', 1: 'https://a.example/1#part' },
    ]);
  });

  it('that lead nowhere on the web are none', async () => {
    const elsewhere = [
      sheet(link('ref="B2" r:id="rId7"'), 'mailto:a@b.example'),
      sheet(link('ref="B2" location="Sheet2!A1"')),
      sheet(link('ref="nowhere" r:id="rId7"')),
    ];
    for (const each of elsewhere) expect(linksOf(await read({ sheets: [each] }))).toEqual([{}, {}, {}]);
  });

  it('may be formulas', async () => {
    const formula = '<c t="str"><f>HYPERLINK("https://a.example/?q=""x""","Link")</f><v>Link</v></c>';
    const computed = '<c t="str"><f>HYPERLINK(A1,"Link")</f><v>Link</v></c>';
    const file = await read({ sheets: [{ rows: textRow('A', 'B') + row(formula, computed) }] });
    expect(linksOf(file)).toEqual([{ 0: 'https://a.example/?q="x"' }]);
    expect(cellsOf(file)).toEqual([['Link', 'Link']]);
  });

  it('are what a row says where its cell shows a word', async () => {
    const { headings, rows } = await read({ sheets: [sheet(link('ref="B2:B3" r:id="rId7"'))] });
    const reader = rowReader(headings, { url: { heading: 'B' } });
    expect(rows.map((each) => reader.read(each).cells)).toEqual([
      ['x', 'https://a.example/1'],
      ['y', 'https://a.example/1'],
      ['z', 'Link'],
    ]);
  });

  it('of a million cells take no more than a hundred thousand', async () => {
    const given = sheet(link('ref="A1:Z1048576" r:id="rId7"'));
    expect(linksOf(await read({ sheets: [given] }))[0]).toMatchObject({ 1: 'https://a.example/1' });
  });
});
