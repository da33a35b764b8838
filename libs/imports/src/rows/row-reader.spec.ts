import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importColumns } from '#libs/domain';
import type { ColumnMapping, ImportColumn, RowFault } from '#libs/domain';
import { noLinks } from '../raw-row.js';
import type { RawFault, RawRow } from '../raw-row.js';
import { rowReader } from './row-reader.js';
import type { ListingRow } from './row-reader.js';

const headings = [...importColumns, 'note'];
const byName: ColumnMapping = Object.fromEntries(importColumns.map((column) => [column, { heading: column }]));

const good: Record<ImportColumn, string> = {
  reference: 'R-1',
  platform: 'taobao',
  rights_holder: 'Velora GmbH',
  right_number: 'DE 302015',
  ground: 'counterfeit',
  url: 'https://item.taobao.com/item.htm?id=1',
  title: 'Bag',
  seller: 'shop 1',
  price: '12.90',
  currency: 'CNY',
  explanation: 'Not ours.',
  evidence_url: 'https://evidence.example/1',
};

const aRow = (given: Partial<typeof good> = {}, raw: Partial<RawRow> = {}): RawRow => ({
  row: 1,
  line: 2,
  cells: [...Object.values({ ...good, ...given }), 'for ourselves'],
  faults: [],
  links: noLinks,
  ...raw,
});

const reader = rowReader(headings, byName);
const read = (given: Partial<typeof good>, raw: Partial<RawRow> = {}) => reader.read(aRow(given, raw));

function faultsOf(given: Partial<typeof good>, raw: Partial<RawRow> = {}): RowFault[] {
  const { checked } = read(given, raw);
  return 'faults' in checked ? checked.faults : [];
}

function rowOf(given: Partial<typeof good>, raw: Partial<RawRow> = {}): ListingRow {
  const { checked } = read(given, raw);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.row;
}

const codes = (faults: readonly RowFault[]): string[] => faults.map(({ column, code }) => `${String(column)}: ${code}`);

describe('a row that can be taken', () => {
  it('says what its cells say', () => {
    expect(rowOf({})).toEqual({
      reference: 'R-1',
      platform: 'taobao',
      rightsHolder: 'Velora GmbH',
      right: 'DE 302015',
      ground: 'counterfeit',
      url: 'https://item.taobao.com/item.htm?id=1',
      title: 'Bag',
      seller: 'shop 1',
      price: '12.90 CNY',
      explanation: 'Not ours.',
      evidenceUrls: ['https://evidence.example/1'],
    });
  });

  it('need say no more than whose right is infringed where, and how', () => {
    const only = { ...good, reference: '', right_number: '', title: ' ', seller: '', price: '', explanation: '' };
    expect(rowOf({ ...only, evidence_url: '' })).toMatchObject({
      reference: null,
      right: '',
      title: null,
      seller: null,
      price: null,
      explanation: '',
      evidenceUrls: [],
    });
  });

  it('keeps line breaks in the explanation alone, and takes addresses of evidence apart', () => {
    const row = rowOf({
      title: ' Bag\r\n red ',
      rights_holder: 'Velora\u00a0 GmbH',
      price: ' 12 ',
      currency: '',
      explanation: ' One.\n\n\tTwo. ',
      evidence_url: 'https://a.example/1\n https://b.example/2\thttps://c.example/3',
    });
    expect(row).toMatchObject({ title: 'Bag red', rightsHolder: 'Velora GmbH', price: '12' });
    expect(row.explanation).toBe('One.\n\n\tTwo.');
    expect(row.evidenceUrls).toEqual(['https://a.example/1', 'https://b.example/2', 'https://c.example/3']);
  });

  it.each(['hxxps://a[.]example/1', 'a.example', '<https://a.example/1>', 'https://a.example/a b'])(
    'leaves it to whoever knows the platforms what %s leads to',
    (url) => {
      expect(rowOf({ url }).url).toBe(url);
    },
  );

  it('has its values where the mapping says, for every row the same or from other headings', () => {
    const mapping: ColumnMapping = { ...byName, ground: { value: ' 假冒 ' }, title: { heading: 'note' } };
    const { checked } = rowReader(headings, mapping).read(aRow({ ground: 'no ground' }));
    expect(checked).toMatchObject({ row: { ground: 'counterfeit', title: 'for ourselves' } });
  });

  it('keeps its cells as they are but for the sign that keeps spreadsheets from running them', () => {
    const { cells } = read({ title: "'=1+1", seller: "'-", reference: "''@x", explanation: " 'a", price: "'1" });
    expect(cells.slice(0, 1)).toEqual(["'@x"]);
    expect(cells.slice(6, 9)).toEqual(['=1+1', '-', "'1"]);
    expect(cells.slice(10)).toEqual([" 'a", good.evidence_url, 'for ourselves']);
  });
});

describe('a row that can not be taken', () => {
  it.each<[string, Partial<typeof good>, string]>([
    ['no platform', { platform: ' ' }, 'platform: missing'],
    ['no rights holder', { rights_holder: '' }, 'rights_holder: missing'],
    ['no ground', { ground: '' }, 'ground: missing'],
    ['no address', { url: '' }, 'url: missing'],
    ['words that are no ground', { ground: 'piracy' }, 'ground: unknown-ground'],
    ['an address that is too long', { url: `https://a.example/${'1'.repeat(2000)}` }, 'url: too-long'],
    ['a title that is too long', { title: 'x'.repeat(1001) }, 'title: too-long'],
    ['an explanation that is too long', { explanation: 'x'.repeat(20_001) }, 'explanation: too-long'],
    ['a control character', { seller: 'a\u0007' }, 'seller: not-text'],
    ['half a character', { title: 'a\ud83d' }, 'title: not-text'],
    ['evidence that is no address', { evidence_url: 'https://a.example screenshot' }, 'evidence_url: no-web-address'],
    ['more evidence than is taken', { evidence_url: 'https://a.example '.repeat(51) }, 'evidence_url: too-long'],
    [
      'evidence with too long an address',
      { evidence_url: `https://a.example/${'1'.repeat(2000)}` },
      'evidence_url: too-long',
    ],
  ])('has %s', (_, given, fault) => {
    const faults = faultsOf(given);
    expect(codes(faults)).toEqual([fault]);
    expect(faults[0]?.detail).toMatch(/^.{15,500}$/su);
  });

  it('may be as long as is taken', () => {
    const url = `https://a.example/${'1'.repeat(1982)}`;
    expect(rowOf({ url, title: 'x'.repeat(1000), explanation: 'x'.repeat(20_000) }).url).toHaveLength(2000);
    expect(rowOf({ evidence_url: 'https://a.example '.repeat(50) }).evidenceUrls).toHaveLength(50);
  });

  it('shows no more than a glimpse of what is wrong', () => {
    const [fault] = faultsOf({ ground: 'x'.repeat(5000) });
    expect(fault?.detail).toMatch(/^"x{80}…" is no ground\. Use one of: counterfeit, /);
  });

  it('is told everything that is wrong with it, in the order of the columns', () => {
    const faults = faultsOf({
      platform: '',
      rights_holder: '',
      ground: '?',
      url: 'x'.repeat(2001),
      title: 'x'.repeat(2000),
      evidence_url: 'y',
    });
    expect(codes(faults)).toEqual([
      'platform: missing',
      'rights_holder: missing',
      'ground: unknown-ground',
      'url: too-long',
      'title: too-long',
      'evidence_url: no-web-address',
    ]);
  });
});

describe('a row the file itself spoils', () => {
  const fault = (given: Partial<RawFault>): RawFault => ({
    spoilt: 'row',
    cell: null,
    code: 'encoding',
    detail: 'The row …',
    ...given,
  });

  it('is not looked into where it could not be split', () => {
    const faults = [fault({ spoilt: 'split', code: 'cell-count' })];
    expect(faultsOf({}, { cells: ['a,b,c'], faults })).toEqual([
      { column: null, code: 'cell-count', detail: 'The row …' },
    ]);
  });

  it('is told what is wrong with its cells as well where it could be split', () => {
    const faults = [fault({ cell: 6 })];
    expect(codes(faultsOf({ ground: '' }, { faults }))).toEqual(['title: encoding', 'ground: missing']);
  });

  it('is taken in spite of a cell from which no column is read', () => {
    const cell = headings.indexOf('note');
    expect(rowOf({}, { faults: [fault({ spoilt: 'cell', cell, code: 'cell-error' })] })).toMatchObject({
      title: 'Bag',
    });
    expect(codes(faultsOf({}, { faults: [fault({ spoilt: 'cell', cell: 6, code: 'cell-error' })] }))).toEqual([
      'title: cell-error',
    ]);
    expect(codes(faultsOf({}, { faults: [fault({ cell })] }))).toEqual(['null: encoding']);
  });

  it('is read by what its cells lead to where they show no whole address', () => {
    const links = new Map([
      [5, 'https://a.example/1'],
      [11, 'https://evidence.example/2'],
      [6, 'https://title.example/'],
    ]);
    expect(rowOf({ url: 'Link', evidence_url: 'https://evidence.exam…' }, { links })).toMatchObject({
      url: 'https://a.example/1',
      evidenceUrls: ['https://evidence.example/2'],
      title: 'Bag',
    });
    expect(rowOf({}, { links })).toMatchObject({ url: good.url });
    expect(read({ url: 'Link' }, { links }).cells[5]).toBe('https://a.example/1');
  });
});

describe('check', () => {
  it('looks at cells that a person has corrected', () => {
    const { cells } = read({ ground: '?' });
    expect(reader.check(cells)).toMatchObject({ faults: [{ column: 'ground', code: 'unknown-ground' }] });
    expect(reader.check(cells.with(4, 'fake'))).toMatchObject({ row: { ground: 'counterfeit' } });
  });

  it('wants one cell for each heading', () => {
    expect(reader.check(['a', 'b'])).toEqual({
      faults: [
        {
          column: null,
          code: 'cell-count',
          detail: 'The row has 2 cells and the file 13 headings: give one cell for each heading.',
        },
      ],
    });
  });

  it('agrees with the reading of the file, whatever the cells hold', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...Object.values(good), "'=x"));
    fc.assert(
      fc.property(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), (cells) => {
        const { cells: kept, checked } = reader.read(aRow({}, { cells }));
        expect(reader.check(kept)).toEqual(checked);
      }),
    );
  });
});
