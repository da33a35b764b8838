import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { FormValues, ListingValues } from '#libs/domain';
import { sha256Hex } from '../sha256.js';
import type { GuidedStep } from './guided-form.js';

export interface PackFile {
  name: string;
  bytes: Buffer;
}

/** What a person takes along to the platform's form. */
export interface Pack {
  steps: readonly GuidedStep[];
  values: FormValues;
  /** the notice as a page */
  html: string;
  evidence: readonly PackFile[];
}

/** A ZIP of the fields, the listings, the notice and its evidence: the same bytes whenever and wherever it is made. */
export async function guidedPack({ steps, values, html, evidence }: Pack): Promise<Buffer> {
  const files = namedApart([
    { name: 'fields.txt', bytes: utf8(fieldsText(steps, values)) },
    { name: 'listings.csv', bytes: utf8(listingsCsv(values.items)) },
    { name: 'notice.txt', bytes: utf8(values.notice) },
    { name: 'notice.html', bytes: utf8(html) },
    { name: 'SHA256SUMS', bytes: Buffer.alloc(0) },
    ...evidence,
  ]).filter(({ name }) => name !== 'SHA256SUMS');
  const sums = files.map(({ name, bytes }) => `${sha256Hex(bytes)}  ${name}\n`).join('');
  return zip([...files, { name: 'SHA256SUMS', bytes: utf8(sums) }], values.day);
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

function fieldsText(steps: readonly GuidedStep[], { reference, platform, day }: FormValues): string {
  const parts = steps.map((step, index) => {
    const { label } = step;
    const zh = label.zh === undefined || label.zh === label.en ? '' : ` / ${label.zh}`;
    return `${index + 1}. ${label.en}${zh}\n${valueText(step)}\n`;
  });
  return `${reference} · ${platform} · ${day}\n\n${parts.join('\n')}`;
}

function valueText({ kind, values, groups }: GuidedStep): string {
  if (kind !== 'listings') return values.join('\n');
  return groups
    .map((group, index) => (groups.length === 1 ? '' : `(${index + 1}/${groups.length})\n`) + group.join('\n'))
    .join('\n\n');
}

const columns = ['url', 'id', 'title', 'seller'] as const satisfies readonly (keyof ListingValues)[];

/** RFC 4180, with the mark that tells spreadsheets it is UTF-8. */
const listingsCsv = (items: readonly ListingValues[]): string =>
  `\uFEFF${[columns, ...items.map((item) => columns.map((column) => item[column]))]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')}`;

/** Text that a spreadsheet would run as a formula gets a leading apostrophe: strangers wrote titles and names. */
function cell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Evidence files may be named alike, also for systems that don't tell capitals apart: the second becomes `name (2).png`. */
function namedApart(files: readonly PackFile[]): PackFile[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }) => {
    const [, stem = '', ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name.replace(/[/\\:*?"<>|]/g, '_')) ?? [];
    let free = `${stem}${ending}`;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${stem} (${number})${ending}`;
    taken.add(free.toLowerCase());
    return { name: free, bytes };
  });
}

/** Stored as they are, with the day of the notice: packers compress differently, and clocks go on. */
async function zip(files: readonly PackFile[], day: string): Promise<Buffer> {
  // A ZIP keeps local times; those of noon are the same in every zone.
  const mtime = new Date(`${day}T12:00:00`);
  const packed = new ZipFile();
  for (const { name, bytes } of files)
    packed.addBuffer(bytes, name, { compress: false, mtime, forceDosTimestamp: true, mode: 0o100644 });
  packed.end();
  return buffer(packed.outputStream);
}
