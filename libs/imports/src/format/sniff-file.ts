import { fileTypeFromBuffer } from 'file-type';
import { Fault } from '#libs/domain';
import type { FileFormat } from '#libs/domain';
import { headOf } from '../file-source.js';
import type { FileSource } from '../file-source.js';
import { openArchive } from '../xlsx/archive.js';
import type { Archive } from '../xlsx/archive.js';
import { sheetsWithRows } from '../xlsx/read-xlsx.js';
import { detectDelimiter } from './detect-delimiter.js';
import { detectEncoding, utf16Of } from './detect-encoding.js';

/** Bytes from which the format of a file is told. */
const SAMPLE = 256 * 1024;

/**
 * How a file is to be read, by its bytes and not by its name.
 * @throws Fault `import-unreadable` with what to do, where it is no table that can be read
 */
export async function sniffFile(source: FileSource, fileName: string): Promise<FileFormat> {
  const sample = await headOf(source, SAMPLE);
  const name = `"${fileName}"`;
  if (isBlank(sample))
    throw unreadable(`${name} is empty. Its first row names the columns, one listing stands in each row below.`);
  if (/^PK(?:\x03\x04|\x05\x06)/.test(sample.toString('latin1', 0, 4))) return workbookFormat(source, name);
  const other = otherThanText(sample) ?? (await binaryKind(sample));
  if (other !== null) throw unreadable(`${name} is ${other}`);
  const encoding = detectEncoding(sample, sample.length === source.size);
  const delimiter = detectDelimiter(sample, encoding, sample.length === source.size);
  return { kind: 'csv', encoding, delimiter, sheet: null, sheets: [] };
}

const unreadable = (detail: string): Fault => new Fault('invalid', 'import-unreadable', detail);

/** Nothing but blanks, and the marks of an encoding. */
const isBlank = (sample: Buffer): boolean =>
  sample.every((byte) => [0x20, 9, 10, 13, 0, 0xef, 0xbb, 0xbf, 0xff, 0xfe].includes(byte));

async function workbookFormat(source: FileSource, name: string): Promise<FileFormat> {
  const other = otherThanWorkbook(await openArchive(source));
  if (other !== null) throw unreadable(`${name} is ${other}`);
  const sheets = await sheetsWithRows(source);
  const [sheet] = sheets;
  if (sheet === undefined)
    throw unreadable(`${name} is a workbook without rows. The first row of a sheet names the columns.`);
  return { kind: 'xlsx', encoding: null, delimiter: null, sheet, sheets };
}

const REMEDY = 'save the table as .xlsx or CSV and import that.';

/** Archives that programs keep tables or texts in, by a part that each of them has. */
const ARCHIVES: readonly [part: string, what: string][] = [
  ['xl/workbook.bin', `a binary Excel workbook (.xlsb): ${REMEDY}`],
  ['content.xml', `a document of LibreOffice or OpenOffice (.ods): ${REMEDY}`],
  ['index/document.iwa', `a Numbers document: export the table as .xlsx or CSV and import that.`],
  ['index.zip', `a Numbers document: export the table as .xlsx or CSV and import that.`],
  ['word/document.xml', `a Word document: ${REMEDY}`],
  ['ppt/presentation.xml', `a presentation: ${REMEDY}`],
];

const otherThanWorkbook = (archive: Archive): string | null =>
  ARCHIVES.find(([part]) => archive.has(part))?.[1] ?? null;

/** Text by which other kinds of file begin. */
const BEGINNINGS: readonly [pattern: RegExp, what: string][] = [
  [/^%PDF-/, `a PDF document: ${REMEDY}`],
  [/^\{\\rtf/, `a Rich Text document: ${REMEDY}`],
  [
    /^\s*<(?:!doctype|html|head|table|body|meta|style)/i,
    `a web page (some programs call it .xls): open it in a spreadsheet program, and ${REMEDY}`,
  ],
  [/^\s*<\?xml/, `an XML document: open it in a spreadsheet program, and ${REMEDY}`],
];

/** A compound document of Office before 2007; workbooks with a password are kept in one as well. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

function otherThanText(sample: Buffer): string | null {
  if (sample.subarray(0, 8).equals(COMPOUND)) {
    if (sample.includes(ENCRYPTED)) return 'a workbook protected by a password: save it without one.';
    return `an Excel workbook of before 2007 (.xls): ${REMEDY}`;
  }
  const beginning = sample.toString('latin1', 0, 400).replace(/^\xef\xbb\xbf/, '');
  return BEGINNINGS.find(([pattern]) => pattern.test(beginning))?.[1] ?? null;
}

/** Share of control characters above which bytes are no text: of a kind that is known, and of no known kind. */
const TOO_MANY = { known: 0.005, unknown: 0.05 };

const isControl = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1a].includes(byte);

/** What bytes that are no text are; null for text, in which a control character may have strayed. */
async function binaryKind(sample: Buffer): Promise<string | null> {
  if (utf16Of(sample) !== null) return null;
  const share = sample.filter(isControl).length / sample.length;
  if (share < TOO_MANY.known) return null;
  const known = await fileTypeFromBuffer(sample);
  if (known !== undefined) return `no table but a file of the kind ${known.mime}: ${REMEDY}`;
  return share < TOO_MANY.unknown ? null : `no text and no workbook: ${REMEDY}`;
}
