import { describe, expect, it } from '@jest/globals';
import type { RightView } from '../../api/types.js';
import { emptyRight, entryOf, newDocument, newOwner, registrationOf, toFacts } from './right-entry.js';

const trademark: RightView = {
  id: '01a214d8-0ec2-72c0-b79b-46857fc4026b',
  rightsHolderId: '01a214d8-0d05-7fa4-8a7b-b2357214c46e',
  kind: 'trademark',
  title: 'VELORA',
  registration: 'pending',
  number: '018123037',
  office: 'EUIPO',
  classes: [18, 25],
  locarno: [],
  covers: 'Bags.\nClothing.',
  territories: ['EU', 'CN'],
  validFrom: '2015-03-01',
  validTo: '2035-03-01',
  owners: [
    { owner: 'Velora Holding AG', since: null, recordedAs: null },
    { owner: 'Velora GmbH', since: '2019-07-01', recordedAs: 'T-2019-4471' },
  ],
  documents: [
    { kind: 'certificate', title: 'Certificate', fileId: '01a214d8-0ee1-7fba-a9cf-a218173941fa', language: 'de' },
    { kind: 'translation', title: 'Sworn translation', fileId: null, language: null },
  ],
  updatedAt: '2026-03-01T10:00:00Z',
};

describe('the form of a right', () => {
  it('sends every field back as it was read, so that saving unchanged changes nothing', () => {
    const { id: _id, rightsHolderId: _holder, updatedAt: _at, owners, documents, ...plain } = trademark;
    const facts = toFacts(entryOf(trademark));
    expect(facts).toEqual({
      ...plain,
      owners: [
        { owner: 'Velora Holding AG' },
        { owner: 'Velora GmbH', since: '2019-07-01', recordedAs: 'T-2019-4471' },
      ],
      documents: [documents[0], { kind: 'translation', title: 'Sworn translation' }],
    });
    expect(facts.owners?.map(({ owner }) => owner)).toEqual(owners.map(({ owner }) => owner));
  });

  it('leaves out what is empty, and what the kind does not have', () => {
    const entry = { ...entryOf(trademark), kind: 'patent' as const };
    const facts = toFacts({ ...entry, texts: { ...entry.texts, covers: '  ', validTo: '' } });
    expect(facts.classes).toEqual([]);
    expect('covers' in facts || 'validTo' in facts).toBe(false);
  });

  it('takes a right with a number for a registered one until something else is chosen', () => {
    const entry = emptyRight('trademark');
    const numbered = { ...entry, texts: { ...entry.texts, number: '018123037' } };
    expect([entry, numbered, { ...numbered, registration: 'pending' as const }].map(registrationOf)).toEqual([
      'unregistered',
      'registered',
      'pending',
    ]);
  });

  it('tells apart rows that are alike', () => {
    expect(newOwner().key).not.toBe(newOwner().key);
    expect(newDocument({ title: 'A' }).key).not.toBe(newDocument({ title: 'A' }).key);
  });
});
