import { describe, expect, it } from '@jest/globals';
import { builtInFormat, numberFormat, plain } from './number-format.js';

const shown = (code: string, value: number, since1904 = false): string => numberFormat(code, since1904)(value);

describe('a number without a format', () => {
  it.each([
    [0, '0'],
    [-12.5, '-12.5'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-1.25e22, '-12500000000000000000000'],
    [622920155400, '622920155400'],
    [1234567890123.45, '1234567890123.45'],
  ])('%d is written out in full: %s', (value, text) => {
    expect(plain(value)).toBe(text);
    expect(shown('General', value)).toBe(text);
  });
});

describe('a number with a format', () => {
  it.each([
    ['0', 12.5, '13'],
    ['0.00', 12.5, '12.50'],
    ['0.0#', 12.5, '12.5'],
    ['0.##', 12, '12'],
    ['#,##0.00', 1234567.891, '1234567.89'],
    ['00000', 12, '00012'],
    ['0%', 0.125, '13%'],
    ['0.0%', 0.1, '10.0%'],
    ['"DE" 0', 302015, 'DE 302015'],
    ['0 \\k\\g', 3, '3 kg'],
    ['[$¥-804]#,##0.00', 1234.5, '¥1234.50'],
    ['#,##0.00 [$€-407]', 12.9, '12.90 €'],
    ['_-* #,##0.00\\ _€_-', 12.9, '12.90'],
    ['#,##0.00_);[Red](#,##0.00)', -1234.5, '(1234.50)'],
    ['0.0;-0.0', -1.25, '-1.3'],
    ['0;0;"none"', 0, 'none'],
    ['0.00', -3, '-3.00'],
    ['"n/a"', 5, 'n/a'],
    [';;;', 7, '7'],
    ['@', 7.25, '7.25'],
    ['0.00E+00', 12345, '12345'],
    ['# ?/?', 0.5, '0.5'],
    ['#,##0,', 12_000, '12000'],
    ['0', 1e22, '10000000000000000000000'],
    ['0.00', 0.615, '0.62'],
    ['0', 0.5, '1'],
    ['0.00', 9.995, '10.00'],
    ['#.##', 0.001, '0'],
    ['0.000', 999_999_999_999_999, '999999999999999.000'],
  ])('%s of %d is %s', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
});

describe('a date or a time', () => {
  it.each([
    ['yyyy-mm-dd', 1, '1900-01-01'],
    ['m/d/yy', 59, '1900-02-28'],
    ['d.m.yyyy', 61, '1900-03-01'],
    ['[$-804]yyyy"年"m"月"d"日"', 46_082, '2026-03-01'],
    ['dd.mm.yyyy hh:mm', 46_082.75, '2026-03-01T18:00:00'],
    ['dd.mm.yyyy hh:mm', 46_082, '2026-03-01'],
    ['h:mm AM/PM', 0.5, '12:00:00'],
    ['[h]:mm', 0.25, '06:00:00'],
    ['[h]:mm', 1.5, '1900-01-01T12:00:00'],
    ['yyyy', 2_958_465.5, '9999-12-31'],
    ['yyyy', -1, '-1'],
    ['yyyy', 2_958_466, '2958466'],
    ['hh:mm:ss', 46_082 + 86_399.6 / 86_400, '2026-03-02'],
  ])('%s of %d is %s', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });

  it('is counted from 1904 where the workbook says so', () => {
    expect(shown('yyyy-mm-dd', 0.5, true)).toBe('1904-01-01');
    expect(shown('yyyy-mm-dd', 44_620, true)).toBe('2026-03-01');
    expect(shown('hh:mm', 0.5, true)).toBe('12:00:00');
    expect(shown('yyyy', 2_957_003, true)).toBe('9999-12-31');
    expect(shown('yyyy', 2_957_004, true)).toBe('2957004');
  });

  it('may have a format of the standard', () => {
    expect([14, 22, 31, 57].map((id) => shown(builtInFormat(id), 46_082.5))).toEqual([
      '2026-03-01',
      '2026-03-01T12:00:00',
      '2026-03-01T12:00:00',
      '2026-03-01T12:00:00',
    ]);
    expect([0, 1, 2, 49, 999].map((id) => shown(builtInFormat(id), 1.5))).toEqual(['1.5', '2', '1.50', '1.5', '1.5']);
  });
});
