import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { hasOddQuotes, splitRecord } from './split-record.js';

describe('splitRecord', () => {
  it.each<[string, string[]]>([
    ['', ['']],
    [',', ['', '']],
    ['a,b,', ['a', 'b', '']],
    ['"a","b""c",""', ['a', 'b"c', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a\r\nb",c', ['a\r\nb', 'c']],
    [' "a" ,\t"b"\t', ['a', 'b']],
    [' a , b ', [' a ', ' b ']],
    ['""""', ['"']],
    ['" a "', [' a ']],
  ])('splits %j', (record, cells) => {
    expect(splitRecord(record, ',')).toEqual({ cells });
  });

  it.each<[string, 'quote-not-closed' | 'quote-misplaced', number]>([
    ['a,"b', 'quote-not-closed', 1],
    ['"', 'quote-not-closed', 0],
    ['a,b,"c""', 'quote-not-closed', 2],
    ['a"b,c', 'quote-misplaced', 0],
    ['a,5" tall,c', 'quote-misplaced', 1],
    ['"a"b,c', 'quote-misplaced', 0],
    ['a,"b" c', 'quote-misplaced', 1],
    ['a,b "c"', 'quote-misplaced', 1],
  ])('says what is wrong with %j and in which cell', (record, wrong, cell) => {
    expect(splitRecord(record, ',')).toEqual({ wrong, cell });
  });

  it('takes a tab between cells for what it is, and blanks around quoted cells for nothing', () => {
    expect(splitRecord('a\t"b" \t\t "c"', '\t')).toEqual({ cells: ['a', 'b', '', 'c'] });
  });

  it('splits as csv-parse does whatever csv-parse splits', () => {
    const piece = fc.constantFrom('"', '""', ',', ';', 'a', ' b', '\n', '店', 'x"', '"y"');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(',', ';'), (pieces, delimiter) => {
        const record = pieces.join('');
        const cells = parsed(record, delimiter);
        // line breaks between cells, blanks behind quoted ones and records of nothing are other readers' business
        const unquoted = record.replaceAll(/"(?:[^"]|"")*"/g, '""');
        fc.pre(cells !== null && unquoted !== '' && !/\n|" /.test(unquoted));
        expect(splitRecord(record, delimiter)).toEqual({ cells });
      }),
      { numRuns: 2000 },
    );
  });
});

/** The cells of the only record csv-parse finds; null where it finds none or several. */
function parsed(record: string, delimiter: string): string[] | null {
  try {
    const records = parse(record, { delimiter, relax_column_count: true });
    const [only] = records;
    return records.length === 1 && only !== undefined ? only : null;
  } catch {
    return null;
  }
}

describe('hasOddQuotes', () => {
  it('counts the quotation marks of a line', () => {
    expect(['', '"', '""', 'a"b"c"', '""""'].map(hasOddQuotes)).toEqual([false, true, false, true, false]);
  });
});
