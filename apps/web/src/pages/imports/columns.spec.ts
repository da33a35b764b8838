import { describe, expect, it } from '@jest/globals';
import { importColumns, requiredImportColumns } from '#libs/domain';
import { columns, isRequired, templateCsv } from './columns.js';

describe('the columns of a file of listings', () => {
  it('are those the server reads, with the same ones required', () => {
    expect(columns).toEqual([...importColumns]);
    expect(columns.filter(isRequired)).toEqual([...requiredImportColumns]);
  });

  it('stand in the template: headings, then one row, as UTF-8 a spreadsheet program recognises', () => {
    const [headings, row, rest] = templateCsv().split('\r\n');
    expect(headings).toBe(`\uFEFF${importColumns.join(',')}`);
    expect(row).toContain('"Velora shoulder bag, brown"');
    expect(rest).toBe('');
  });
});
