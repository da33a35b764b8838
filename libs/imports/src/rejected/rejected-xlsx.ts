import { PassThrough, Readable, pipeline } from 'node:stream';
import { ZipFile } from 'yazl';
import { guardedText } from './formula-guard.js';
import { rejectedLines } from './rejected-row.js';
import type { RejectedRow } from './rejected-row.js';

/**
 * Rejected rows as a workbook of one sheet (ISO/IEC 29500-1), under the headings of their file and one more, `error`.
 * Every cell is text, so that no program takes one for a formula, a date or a number of fewer digits. Written as the rows
 * come; an error of the source destroys the stream with that error.
 */
export function rejectedXlsx(headings: readonly string[], rows: AsyncIterable<RejectedRow>): Readable {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(frame)) zip.addBuffer(Buffer.from(HEAD + xml), name);
  const sheet = Readable.from(sheetXml(headings, rows));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  const out = new PassThrough();
  // yazl doesn't hear of it when the rows fail, nor the rows when nobody wants the file any more
  sheet.on('error', (problem) => out.destroy(problem));
  pipeline(zip.outputStream, out, () => sheet.destroy());
  return out;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts every workbook has. */
const frame = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="rejected" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
} as const;

async function* sheetXml(headings: readonly string[], rows: AsyncIterable<RejectedRow>): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  for await (const line of rejectedLines(headings, rows))
    yield `<row>${line.map(guardedText).map(cellXml).join('')}</row>`;
  yield '</sheetData></worksheet>';
}

const cellXml = (text: string): string =>
  text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** What XML 1.0 can't hold is written as Excel writes it (`_x0001_`), and what looks like that is kept from being read so. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\r|_x(?=[0-9A-Fa-f]{4}_)/gu;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string =>
  text
    .replace(UNWRITABLE, (found) =>
      found === '_x' ? '_x005F_x' : `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>]/g, (sign) => MARKUP[sign] ?? sign);
