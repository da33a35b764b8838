import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { FileFormat } from '#libs/domain';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** An archive of named parts. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

export interface SheetGiven {
  name?: string;
  /** the rows: what stands in `sheetData` */
  rows: string;
  /** what stands behind the rows, e.g. hyperlinks */
  behind?: string;
  /** addresses the sheet leads to, by relation id */
  links?: Readonly<Record<string, string>>;
  state?: string;
}

export interface WorkbookGiven {
  sheets: readonly SheetGiven[];
  /** what stands in `sst` */
  sharedStrings?: string;
  /** what stands in `styleSheet` */
  styles?: string;
  since1904?: boolean;
}

/** A workbook as spreadsheet programs write it (ISO/IEC 29500-1). */
export const aWorkbook = async (given: WorkbookGiven): Promise<Buffer> => zipOf(partsOf(given));

/** The parts of a workbook, to be altered before they are packed. */
export function partsOf({ sheets, sharedStrings, styles, since1904 = false }: WorkbookGiven): Record<string, string> {
  const parts: Record<string, string> = {
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets, since1904),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['strings', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['styles', 'styles', 'styles.xml'],
    ]),
  };
  sheets.forEach((sheet, at) => Object.assign(parts, sheetParts(sheet, at + 1)));
  if (sharedStrings !== undefined) parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${sharedStrings}</sst>`;
  if (styles !== undefined) parts['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  return parts;
}

function workbookXml(sheets: readonly SheetGiven[], since1904: boolean): string {
  const named = sheets.map(({ name, state = 'visible' }, at) => {
    const number = at + 1;
    return `<sheet name="${name ?? `Sheet${number}`}" sheetId="${number}" state="${state}" r:id="rId${number}"/>`;
  });
  const properties = since1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">${properties}<sheets>${named.join('')}</sheets></workbook>`;
}

function sheetParts({ rows, behind = '', links = {} }: SheetGiven, number: number): Record<string, string> {
  const sheet = `<worksheet xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
  const parts = { [`xl/worksheets/sheet${number}.xml`]: sheet };
  const targets = Object.entries(links).map(([id, address]) => [id, 'hyperlink', address] as const);
  if (targets.length > 0) parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relations(targets);
  return parts;
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(([id, type, target]) => {
    const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"${mode}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}">${each.join('')}</Relationships>`;
}

export const row = (...cells: string[]): string => `<row>${cells.join('')}</row>`;
export const inline = (text: string): string =>
  `<c t="inlineStr"><is><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
export const shared = (index: number): string => `<c t="s"><v>${index}</v></c>`;
export const number = (value: number | string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;
export const textRow = (...cells: string[]): string => row(...cells.map(inline));

/** Styles, one for each number format: a code, or the number of a built-in one. */
export function styles(...formats: (string | number)[]): string {
  const own = formats.filter((format) => typeof format === 'string');
  const codes = own.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`);
  const idOf = (format: string | number): number => (typeof format === 'number' ? format : 200 + own.indexOf(format));
  const cellFormats = formats.map((format) => `<xf numFmtId="${idOf(format)}"/>`);
  const named = '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>';
  return `<numFmts>${codes.join('')}</numFmts>${named}<cellXfs>${cellFormats.join('')}</cellXfs>`;
}

const escaped = (code: string): string =>
  code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const xlsx = (sheet = 'Sheet1', given: Partial<FileFormat> = {}): FileFormat => ({
  kind: 'xlsx',
  encoding: null,
  delimiter: null,
  sheet,
  sheets: [sheet],
  ...given,
});
