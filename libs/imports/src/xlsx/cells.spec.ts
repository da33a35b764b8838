import { describe, expect, it } from '@jest/globals';
import { fileOf, readFile } from '../csv/csv-files.spec-data.js';
import type { FileRead } from '../csv/csv-files.spec-data.js';
import { aWorkbook, inline, number, row, shared, styles, textRow, xlsx } from './workbooks.spec-data.js';
import type { WorkbookGiven } from './workbooks.spec-data.js';

const read = async (given: WorkbookGiven): Promise<FileRead> => readFile(fileOf(await aWorkbook(given)), xlsx());

/** The only row of a sheet of columns A, B, C and so on, under headings of the same names. */
async function cells(row: string, given: Partial<WorkbookGiven> = {}): Promise<FileRead & { cells: string[] }> {
  const file = await read({ sheets: [{ rows: `${textRow('A', 'B', 'C', 'D')}${row}` }], ...given });
  return { ...file, cells: file.rows[0]?.cells ?? [] };
}

describe('texts of cells', () => {
  it('may be shared, of one piece or several, with aids to reading them left out', async () => {
    const sharedStrings =
      '<si><t>plain</t></si><si><t xml:space="preserve"> blanks </t></si><si/>' +
      '<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>';
    const { headings, rows } = await read({
      sheets: [{ rows: row(shared(0), shared(1), shared(4)) + row(shared(3), shared(2), shared(4)) }],
      sharedStrings,
    });
    expect(headings).toEqual(['plain', 'blanks', '東京']);
    expect(rows.map((each) => each.cells)).toEqual([['rich text', '', '東京']]);
  });

  it('may stand in the cell itself, of one piece or several', async () => {
    const rich =
      '<c t="inlineStr"><is><r><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></is></c>';
    expect((await cells(row(rich, inline('a & <b>\n "c"'), '<c t="inlineStr"><is/></c>'))).cells).toEqual([
      'rich text',
      'a & <b>\n "c"',
      '',
      '',
    ]);
  });

  it('may be results of formulas', async () => {
    const text = '<c t="str"><f>A1&amp;"x"</f><v>Ax</v></c>';
    const empty = '<c t="str"><f>""</f><v></v></c>';
    const { rows } = await cells(row(text, empty, '<c><f>1+1</f><v>2</v></c>'));
    expect(rows).toMatchObject([{ cells: ['Ax', '', '2', ''], faults: [] }]);
  });

  it('hold what XML can not as _x000A_, and such words as they are', async () => {
    const escaped = row(
      inline('a_x000A_b_x000d_'),
      inline('_x005F_x000A_'),
      inline('_xd83D__xDE00_'),
      inline('_xD83D_'),
    );
    expect((await cells(escaped)).cells).toEqual(['a\nb\r', '_x000A_', '😀', '\uFFFD']);
    expect((await cells(row(shared(0)), { sharedStrings: '<si><t>a_x0009_b_x12_</t></si>' })).cells[0]).toBe(
      'a\tb_x12_',
    );
  });

  it('with a NUL are told, and the NUL does not get through', async () => {
    const { rows } = await cells(row(inline('a'), inline('b_x0000_')));
    expect(rows).toMatchObject([{ cells: ['a', 'b\uFFFD', '', ''], faults: [{ code: 'not-text', cell: 1 }] }]);
  });
});

describe('numbers, dates and other values', () => {
  it('are read as a person sees them, and never with an exponent', async () => {
    const given = { styles: styles(0, '0.00', 14, '00000', 22, '[$¥-804]#,##0.00') };
    const values = row(number(12.9, 1), number(46_082, 2), number(12, 3), number(46_082.5, 4));
    expect((await cells(values, given)).cells).toEqual(['12.90', '2026-03-01', '00012', '2026-03-01T12:00:00']);
    expect((await cells(row(number('1.5E-7'), number('6.22920155400E11'), number(1234.5, 5)), given)).cells).toEqual([
      '0.00000015',
      '622920155400',
      '¥1234.50',
      '',
    ]);
  });

  it('are dates since 1904 where the workbook says so', async () => {
    const given = { styles: styles(14), since1904: true };
    expect((await cells(row(number(44_620)), given)).cells[0]).toBe('2026-03-01');
  });

  it('are yes and no, and dates in words', async () => {
    const values = row(
      '<c t="b"><v>1</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="d"><v>2026-03-01T00:00:00</v></c>',
      '<c t="d"><v>2026-03-01T09:30:00</v></c>',
    );
    expect((await cells(values)).cells).toEqual(['TRUE', 'FALSE', '2026-03-01', '2026-03-01T09:30:00']);
  });

  it('keep all their digits, or are told where a spreadsheet has lost some', async () => {
    const { rows } = await cells(
      row(number('1234567890123456'), number('1.23456789012346E15'), number(999_999_999_999_999)),
    );
    expect(rows[0]?.cells.slice(0, 3)).toEqual(['1234567890123456', '1234567890123460', '999999999999999']);
    expect(rows[0]?.faults).toEqual([
      {
        spoilt: 'cell',
        cell: 1,
        code: 'digits-lost',
        detail:
          'The cell "B" holds a number of more than 15 digits, of which spreadsheets keep 15: ' +
          'format the column as text and enter the number again.',
      },
    ]);
  });

  it('may be errors, or not worked out yet: both are told', async () => {
    const { rows } = await cells(row('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c><f>A1+1</f></c>', '<c t="e"/>'));
    expect(rows[0]?.faults.map(({ code, cell, spoilt }) => [code, cell, spoilt])).toEqual([
      ['cell-error', 0, 'cell'],
      ['formula-not-calculated', 1, 'cell'],
      ['cell-error', 2, 'cell'],
    ]);
    expect(rows[0]?.faults[0]?.detail).toBe(
      'The cell "A" shows the error #DIV/0!: correct its formula, or write the value itself.',
    );
  });

  it('are what is written where that is no number', async () => {
    expect((await cells(row('<c><v>abc</v></c>', '<c t="new"><v>x</v></c>'))).cells).toEqual(['abc', 'x', '', '']);
  });
});
