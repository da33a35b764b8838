import type { ImportColumn } from '../../api/types.js';

/** What one row of a file can look like: the columns in the order of the template, each with an example. */
export const examples: Readonly<Record<ImportColumn, string>> = {
  reference: 'VEL-2026-014',
  platform: 'sandbox',
  rights_holder: 'Velora GmbH',
  right_number: '018012345',
  ground: 'counterfeit',
  url: 'https://sandbox.redress.test/item/1234567890',
  title: 'Velora shoulder bag, brown',
  seller: 'bags-outlet-88',
  price: '12.50',
  currency: 'EUR',
  explanation: 'The bag bears our registered mark VELORA; we have not made it.',
  evidence_url: 'https://velora.example/evidence/014.pdf',
};

const isColumn = (name: string): name is ImportColumn => name in examples;

export const columns: readonly ImportColumn[] = Object.keys(examples).filter(isColumn);

/** Without these no row can be filed. */
const required: ReadonlySet<ImportColumn> = new Set(['platform', 'rights_holder', 'ground', 'url']);
export const isRequired = (column: ImportColumn): boolean => required.has(column);

/** RFC 4180: a cell with a comma, a quotation mark or a line break stands in quotation marks, doubled inside. */
const cell = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Headings and one row, as CSV. The mark at the beginning tells spreadsheet programs that it is UTF-8. */
export function templateCsv(): string {
  const lines = [columns, columns.map((column) => examples[column])];
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

/** Where the browser gets the template from: it is made here, nothing is asked of the server. */
export const templateAddress = (): string => `data:text/csv;charset=utf-8,${encodeURIComponent(templateCsv())}`;
