import { describe, expect, it } from '@jest/globals';
import { formCells } from './row-cells.js';

describe('the cells a rejected row begins to be corrected with', () => {
  it('are those of the file where there is one for each heading', () => {
    expect(formCells(['a', 'b'], 2, ',')).toEqual({ cells: ['a', 'b'], line: null, isCut: false, surplus: [] });
  });

  it('are cut at every delimiter where a quotation mark kept the line together', () => {
    const line = 'R-4;"https://shop.example/1;Tasche ""gross""';
    const { cells, isCut, line: whole } = formCells([line], 3, ';');
    expect({ cells, isCut, whole }).toEqual({
      cells: ['R-4', 'https://shop.example/1', 'Tasche "gross"'],
      isCut: true,
      whole: line,
    });
  });

  it('are empty, with the line beside them, where cutting gives another number of cells', () => {
    const { cells, isCut, line } = formCells(['R-4;"a;b;c'], 3, ';');
    expect({ cells, isCut, line }).toEqual({ cells: ['', '', ''], isCut: false, line: 'R-4;"a;b;c' });
  });

  it('lose no cell beyond the headings', () => {
    expect(formCells(['a', 'b', 'c', 'd'], 2, ',')).toMatchObject({ cells: ['a', 'b'], surplus: ['c', 'd'] });
  });

  it('are filled up where there are too few', () => {
    expect(formCells(['a', 'b'], 3, ',').cells).toEqual(['a', 'b', '']);
  });

  it('of a table of one column are the one cell', () => {
    expect(formCells(['https://shop.example/1,2'], 1, ',')).toEqual({
      cells: ['https://shop.example/1,2'],
      line: null,
      isCut: false,
      surplus: [],
    });
  });
});
