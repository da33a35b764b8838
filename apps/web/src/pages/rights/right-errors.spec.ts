import { describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { readFileSync } from 'node:fs';
import type { RightEntry } from './right-entry.js';
import { emptyRight, newDocument, newOwner } from './right-entry.js';
import { rightErrors } from './right-errors.js';
import { fieldOf } from './tries.js';

const words = (area: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../i18n/en/${area}.json`, import.meta.url), 'utf8')) as Record<string, string>;

const english = i18next.createInstance();
const translation = { rights: words('rights'), filing: words('filing') };
await english.init({ lng: 'en', resources: { en: { translation } } });

type Changes = Partial<Omit<RightEntry, 'texts'>> & { texts?: Partial<RightEntry['texts']> };

const aRight = ({ texts = {}, ...changes }: Changes = {}): RightEntry => {
  const entry = emptyRight('trademark');
  return { ...entry, texts: { ...entry.texts, title: 'VELORA', ...texts }, ...changes };
};

const fields = (entry: RightEntry) => rightErrors(english.t, entry, 'en-GB').map(({ field }) => field);

describe('what is wrong with a right before it is sent', () => {
  it('is nothing where only kind and title are given', () => {
    expect(rightErrors(english.t, aRight(), 'en-GB')).toEqual([]);
  });

  it.each<[field: string, entry: RightEntry]>([
    ['right-title', aRight({ texts: { title: ' ' } })],
    ['right-classes', aRight({ texts: { classes: '18, 46' } })],
    ['right-locarno', aRight({ kind: 'design', texts: { locarno: '2' } })],
    ['right-territories', aRight({ texts: { territories: 'CN, QQ' } })],
    ['right-validTo', aRight({ texts: { validFrom: '2026-01-02', validTo: '2026-01-01' } })],
    ['right-registration', aRight({ registration: 'unregistered', texts: { number: '1' } })],
    ['right-owners-1-owner', aRight({ owners: [newOwner('Velora GmbH'), newOwner()] })],
    ['right-documents-0-title', aRight({ documents: [newDocument()] })],
    ['right-documents-0-language', aRight({ documents: [newDocument({ title: 'A', language: 'German' })] })],
  ])('is told at %s', (field, entry) => {
    expect(fields(entry)).toEqual([field]);
  });

  it('is not asked of classes the kind does not have', () => {
    expect(fields(aRight({ kind: 'patent', texts: { classes: 'none', locarno: 'none' } }))).toEqual([]);
  });

  it('says which codes are unknown', () => {
    const [error] = rightErrors(english.t, aRight({ texts: { territories: 'qq, CN, zz' } }), 'en-GB');
    expect(error?.text).toBe('These are no codes of a country or union: QQ, ZZ');
  });
});

describe('the field a pointer of the server means', () => {
  it.each([
    ['/title', 'right-title'],
    ['/classes/3', 'right-classes'],
    ['/territories/0', 'right-territories'],
    ['/owners/1/since', 'right-owners-1-since'],
    ['/documents/0/fileId', 'right-documents-0-fileId'],
    ['/documents', 'right-documents'],
  ])('%s is %s', (pointer, field) => {
    expect(fieldOf('right', pointer)).toBe(field);
  });
});
