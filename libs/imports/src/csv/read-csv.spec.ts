import { describe, expect, it } from '@jest/globals';
import { cellsOf, checkedRows, codesOf, fileOf, readFile } from './csv-files.spec-data.js';

const read = async (text: string) => readFile(fileOf(text));

describe('quotation marks', () => {
  const thousand = Array.from({ length: 1000 }, (_, at) => `R-${at + 1},"Bag, ""red"" no. ${at + 1}",12.90`);

  it.each([
    [1, 'R-1,"Bag,12.90'],
    [500, 'R-500,"Bag, ""red"" no. 500,12.90'],
    [1000, 'R-1000,Bag,"12.90'],
  ])('one of 1,000 rows that does not close one costs that row alone: row %i', async (row, damaged) => {
    const file = await read(`reference,title,price\n${thousand.with(row - 1, damaged).join('\n')}\n`);
    expect(file.rows).toHaveLength(1000);
    expect(file.rows.filter(({ faults }) => faults.length === 0)).toHaveLength(999);
    expect(file.rows[row - 1]).toMatchObject({ row, line: row + 1, cells: [damaged], faults: [{ spoilt: 'split' }] });
    expect(file.rows[row - 1]?.faults.map(({ code, detail }) => `${code}: ${detail}`)).toEqual([
      expect.stringMatching(/^quote-not-closed: The cell "(?:title|price)" opens a quotation mark that is not closed/),
    ]);
    expect(file.rows.map((each) => each.row)).toEqual(thousand.map((_, at) => at + 1));
  });

  it('that nothing closes cost their own rows, however many there are', async () => {
    const rows = thousand.map((row, at) => (at % 3 === 0 ? `R-${at + 1},"Bag,12.90` : row));
    const file = await read(`reference,title,price\n${rows.join('\n')}`);
    expect(file.rows).toHaveLength(1000);
    expect(file.rows.filter(({ faults }) => faults.length > 0)).toHaveLength(334);
  });

  it.each([
    ['inside a cell that is not quoted', 'a,5" tall,c', 'The cell "y" has a quotation mark where none may stand'],
    ['before more text of their cell', 'a,"b" and more,c', 'The cell "y" has a quotation mark where none may stand'],
    ['at the end of a cell', 'a,b,c"', 'The cell "z" has a quotation mark where none may stand'],
  ])('%s cost their row', async (_, damaged, words) => {
    const { rows } = await read(`x,y,z\n1,2,3\n${damaged}\n4,5,6\n`);
    expect(rows.map((row) => [row.line, row.cells, row.faults.length])).toEqual([
      [2, ['1', '2', '3'], 0],
      [3, [damaged], 1],
      [4, ['4', '5', '6'], 0],
    ]);
    expect(rows[1]?.faults[0]).toMatchObject({ code: 'quote-misplaced', cell: 1 + Number(words.includes('"z"')) });
    expect(rows[1]?.faults[0]?.detail).toMatch(`${words}: put the whole cell in quotation marks`);
  });

  it('hold line breaks of any kind in a cell, blank lines too, and the rows after it keep their line numbers', async () => {
    const { rows } = await read('x,y\n"one\n\ntwo\r\nthree\rfour",1\nplain,2\n');
    expect(rows.map(({ row, line, cells }) => ({ row, line, cells }))).toEqual([
      { row: 1, line: 2, cells: ['one\n\ntwo\r\nthree\rfour', '1'] },
      { row: 2, line: 7, cells: ['plain', '2'] },
    ]);
  });

  it('that are not closed do not swallow the rows up to the next quoted cell with a line break', async () => {
    const rows = ['1,"open,x', '2,b,x', '3,c,x', '4,"', 'two lines",x', '5,d,x'];
    const file = await read(`n,text,last\n${rows.join('\n')}\n`);
    expect(file.rows.map(({ cells }) => cells[0])).toEqual(['1,"open,x', '2', '3', '4', '5']);
    expect(file.rows[3]?.cells).toEqual(['4', '\ntwo lines', 'x']);
    const blank = await read('n,text\n1,"open\n2,"\n\ntwo lines"\n3,c\n');
    expect(cellsOf(blank)).toEqual([['1,"open'], ['2', '\n\ntwo lines'], ['3', 'c']]);
  });

  it('may hold 200 lines and 256 KiB together, and no more', async () => {
    const cell = (lines: number, length: number): string => `"${Array(lines).fill('y'.repeat(length)).join('\n')}"`;
    const counted = async (text: string): Promise<[rows: number, damaged: number]> => {
      const { rows } = await read(`x,z\n${text},1\nlast,2\n`);
      return [rows.length, rows.filter(({ faults }) => faults.length > 0).length];
    };
    expect(await counted(cell(200, 9))).toEqual([2, 0]);
    expect(await counted(cell(201, 9))).toEqual([202, 201]);
    expect(await counted(cell(60, 4300))).toEqual([2, 0]);
    expect(await counted(cell(63, 4300))).toEqual([64, 63]);
  });
});

describe('lines', () => {
  it.each(['\n', '\r\n', '\r'])('end in %j', async (end) => {
    const { headings, rows } = await read(['x,y', '1,2', '', ' ', '3,4', ',', '5,6'].join(end));
    expect(headings).toEqual(['x', 'y']);
    expect(rows.map(({ row, line, cells }) => [row, line, ...cells])).toEqual([
      [1, 2, '1', '2'],
      [2, 5, '3', '4'],
      [3, 7, '5', '6'],
    ]);
  });

  it('may end in all three ways in one file, wherever its pieces are cut', async () => {
    const text = '\uFEFFx,y\r\n1,"a\r\nb"\r2,店\n\r\n3,"c\rd"\r\n4,é';
    const whole = await read(text);
    expect(cellsOf(whole)).toEqual([
      ['1', 'a\r\nb'],
      ['2', '店'],
      ['3', 'c\rd'],
      ['4', 'é'],
    ]);
    expect(whole.rows.map(({ line }) => line)).toEqual([2, 4, 6, 8]);
    for (let piece = 1; piece < 20; piece += 1) expect(await readFile(fileOf(text, piece))).toEqual(whole);
  });

  it.each([
    ['in one piece', 4 * 1024 * 1024],
    ['in small pieces', 10_000],
  ])('of more than a mebibyte are no rows, and are not kept: %s', async (_, piece) => {
    const text = `x,y\n1,2\n${'é,'.repeat(700_000)}\r\n3,4\n`;
    const { rows } = await readFile(fileOf(text, piece));
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(rows[1]?.cells[0]).toBe('é,'.repeat(5000));
    expect(rows[1]?.faults).toEqual([
      expect.objectContaining({ spoilt: 'split', code: 'line-too-long', detail: expect.stringMatching(/1 MiB/) }),
    ]);
    expect(rows[2]?.cells).toEqual(['3', '4']);
  });

  it('of more than a mebibyte may be the last', async () => {
    for (const piece of [10_000, 4 * 1024 * 1024]) {
      expect(codesOf(await readFile(fileOf(`x\n${'y'.repeat(1024 * 1024 + 1)}`, piece)))).toEqual([['line-too-long']]);
    }
  });
});

describe('cells', () => {
  it('may be missing below empty headings, and empty ones may follow', async () => {
    const file = await read('x,y,,\n1,2\n1,2,3\n1,2,3,4\n1,2,3,4,, ,\n');
    expect(cellsOf(file)).toEqual([
      ['1', '2', '', ''],
      ['1', '2', '3', ''],
      ['1', '2', '3', '4'],
      ['1', '2', '3', '4'],
    ]);
    expect(codesOf(file).flat()).toEqual([]);
  });

  it.each([
    ['too few', '1', ['1']],
    ['too many', '1,2,3,', ['1', '2', '3', '']],
  ])('are not guessed at where there are %s', async (_, row, cells) => {
    const { rows } = await read(`x,y\n${row}\n`);
    expect(rows).toMatchObject([{ cells, faults: [{ spoilt: 'split', cell: null, code: 'cell-count' }] }]);
    expect(rows[0]?.faults[0]?.detail).toMatch(`The row has ${cells.length} cells and the heading 2: check`);
  });

  it('with a NUL are told, and the NUL does not get through', async () => {
    const { rows } = await read('x,y\n1,a\0b\n');
    expect(rows).toMatchObject([{ cells: ['1', 'a\uFFFDb'], faults: [{ spoilt: 'row', cell: 1, code: 'not-text' }] }]);
    expect(rows[0]?.faults[0]?.detail).toMatch(/^The cell "y" holds a NUL character/);
  });

  it('come from the right columns where one heading is not there', async () => {
    const mapping = { platform: { heading: 'p' }, rights_holder: { heading: 'r' }, ground: { value: 'design' } };
    const rows = await checkedRows(fileOf('r,,p,u\nVelora,x,etsy,https://etsy.com/listing/1\n'), {
      ...mapping,
      url: { heading: 'u' },
    });
    expect(rows).toMatchObject([{ row: { platform: 'etsy', rightsHolder: 'Velora', ground: 'design' } }]);
  });
});
