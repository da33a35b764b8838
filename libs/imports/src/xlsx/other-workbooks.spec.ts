import { describe, expect, it } from '@jest/globals';
import { cellsOf, codesOf, fileOf, readFile } from '../csv/csv-files.spec-data.js';
import { openRows, readHeadings } from '../open-rows.js';
import { aWorkbook, inline, number, partsOf, row, shared, textRow, xlsx, zipOf } from './workbooks.spec-data.js';

describe('other programs', () => {
  it('may write names with prefixes, names of parts in other cases, and the strict variant', async () => {
    const parts = partsOf({ sheets: [{ rows: textRow('A') + textRow('1') }] });
    const prefixed = (xml: string): string =>
      xml.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:').replaceAll(' xmlns=', ' xmlns:x=');
    const strict = (xml: string): string =>
      xml.replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/',
        'http://purl.oclc.org/ooxml/officeDocument/',
      );
    const { 'xl/worksheets/sheet1.xml': sheet = '', ...rest } = parts;
    const written = {
      ...Object.fromEntries(Object.entries(rest).map(([name, xml]) => [name, strict(xml)])),
      'xl/workbook.xml': prefixed(strict(parts['xl/workbook.xml'] ?? '')),
      'XL/Worksheets/Sheet1.xml': prefixed(sheet),
    };
    expect(cellsOf(await readFile(fileOf(await zipOf(written)), xlsx()))).toEqual([['1']]);
  });

  it('may write UTF-16, and say so', async () => {
    const parts = partsOf({ sheets: [{ rows: textRow('题') + textRow('Túi') }] });
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    const utf16 = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${sheet}`, 'utf16le');
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${sheet.replace('题', 'ö').replace('Túi', 'ü')}`,
      'latin1',
    );
    for (const [bytes, word] of [
      [utf16, 'Túi'],
      [Buffer.from(utf16).swap16(), 'Túi'],
      [latin, 'ü'],
    ] as const) {
      const file = await readFile(fileOf(await zipOf({ ...parts, 'xl/worksheets/sheet1.xml': bytes })), xlsx());
      expect(cellsOf(file)).toEqual([[word]]);
    }
  });

  it('may leave out texts and formats', async () => {
    const rows = textRow('A', 'B') + row(number(46_082, 5), '<c t="s"/>');
    const file = await readFile(fileOf(await aWorkbook({ sheets: [{ rows }] })), xlsx());
    expect([cellsOf(file), codesOf(file)]).toEqual([[['46082', '']], [[]]]);
  });
});

describe('a workbook that is damaged', () => {
  const broken = async (
    change: (parts: Record<string, string>) => Record<string, string | Buffer>,
  ): Promise<unknown> => {
    const parts = partsOf({ sheets: [{ rows: textRow('A') + row(shared(0)) }], sharedStrings: '<si><t>x</t></si>' });
    const source = fileOf(await zipOf({ ...parts, ...change(parts) }));
    return readFile(source, xlsx());
  };
  const sheetOf = (rows: string) => () => ({
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${textRow('A')}${rows}</sheetData></worksheet>`,
  });

  it.each<[string, (parts: Record<string, string>) => Record<string, string | Buffer>]>([
    ['XML that ends too early', (parts) => ({ 'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').slice(0, -20) })],
    ['rows that end too early', () => ({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${textRow('A')}<row>` })],
    [
      'bytes that are no UTF-8',
      () => ({ 'xl/sharedStrings.xml': Buffer.from('<sst><si><t>\xff</t></si></sst>', 'latin1') }),
    ],
    ['an encoding nobody knows', () => ({ 'xl/styles.xml': '<?xml version="1.0" encoding="klingon"?><styleSheet/>' })],
    ['a text that is not there', sheetOf(row(shared(7)))],
    ['a text without a number', sheetOf(row('<c t="s"><v>x</v></c>'))],
    ['a cell nowhere', sheetOf('<row r="2"><c r="ZZZ2"/></row>')],
    ['a cell without a place', sheetOf('<row r="2"><c r="2"/></row>')],
    ['a row nowhere', sheetOf('<row r="x"><c><v>1</v></c></row>')],
    ['a row below the last', sheetOf('<row r="104857600"><c><v>1</v></c></row>')],
    ['more cells than a row has', sheetOf(`<row>${'<c r="A2"/>'.repeat(20_000)}</row>`)],
    [
      'entities of its own',
      () => ({ 'xl/sharedStrings.xml': '<!DOCTYPE s [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>' }),
    ],
    [
      'a text without end',
      sheetOf(
        row(
          inline(
            'x'.repeat(9 * 1024 * 1024) +
              Buffer.from(Array.from({ length: 90_000 }, (_, at) => 97 + ((at * at) % 23))).toString(),
          ),
        ),
      ),
    ],
  ])('by %s says so', async (_, change) => {
    await expect(broken(change)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'import-unreadable',
      message: expect.stringMatching(/^The workbook is damaged \(.+\): open it, save it anew and import it again\.$/s),
    });
  });
});

describe('the rows a reader has', () => {
  it('are those before the damage', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => row(number(at), inline(`text ${(at * 7919) % 10_007}`)));
    const parts = partsOf({ sheets: [{ rows: textRow('A', 'B') + rows.join('') + '<row><broken' }] });
    const source = fileOf(await zipOf(parts));
    const { headings, after } = await readHeadings(source, xlsx());
    let count = 0;
    const reading = async (): Promise<void> => {
      for await (const batch of openRows(source, xlsx(), headings, after)) count += batch.rows.length;
    };
    await expect(reading()).rejects.toMatchObject({ code: 'import-unreadable' });
    expect(count).toBeGreaterThanOrEqual(19_000);
  });
});
