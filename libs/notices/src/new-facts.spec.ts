import { describe, expect, it } from '@jest/globals';
import { languages } from '#libs/domain';
import type { Language, Right, RightsHolder } from '#libs/domain';
import { aFile, aNotice, aPower, aRight, aRightsHolder, shippedRegime } from './a-notice.spec-data.js';
import type { NoticeFacts } from './notice-facts.js';
import { renderNotice } from './render-notice.js';

const textOf = (overrides: Partial<NoticeFacts>): string => renderNotice(aNotice(overrides)).text;
const withRight = (overrides: Partial<Right>): string => textOf({ rights: [aRight(overrides)] });
const represented = (more: Partial<NoticeFacts>, holder: Partial<RightsHolder> = {}): string =>
  textOf({ rightsHolder: aRightsHolder({ representedByAgent: true, ...holder }), ...more });

describe('a right in a notice', () => {
  it('says plainly that it is not registered, or not yet', () => {
    expect(withRight({ registration: 'unregistered', number: null })).toContain(
      '       Registration: not registered; an unregistered right is relied on\n',
    );
    const pending = withRight({ registration: 'pending', number: '99' });
    expect(pending).toContain('       Registration: applied for, not yet registered\n       Application number: 99\n');
    expect(pending).not.toContain('Registration number');
    expect(withRight({})).not.toMatch(/ {7}Registration:/);
  });

  it('says nothing of the register where the right is a work, which needs none', () => {
    const work = { kind: 'copyright', registration: 'unregistered', number: null } as const;
    expect(withRight(work)).not.toMatch(/ {7}Registration/);
    expect(withRight({ ...work, registration: 'pending' })).toContain('applied for, not yet registered');
  });

  it('tells its owners only where the present one is not the registrant', () => {
    const first = { owner: 'Wollhaus KG', since: '2019-05-02', recordedAs: null };
    const told = (...owners: Right['owners']): boolean => withRight({ owners }).includes('Registered in the name of');
    expect(told(first, { owner: 'Other', since: null, recordedAs: null })).toBe(true);
    expect(told(first)).toBe(false);
    expect(told(first, { owner: ' WOLLHAUS\u00a0KG', since: '2020-01-01', recordedAs: 'T 1' })).toBe(false);
    expect(told()).toBe(false);
  });

  it('tells the whole chain, each link with what is known of it', () => {
    const owners = [
      { owner: 'A', since: null, recordedAs: null },
      { owner: 'B', since: '2020-01-01', recordedAs: null },
      { owner: 'C', since: null, recordedAs: 'T 7' },
    ];
    expect(withRight({ owners })).toContain(
      '       Registered in the name of: A\n       Later owner: B, since 2020-01-01\n       Later owner: C, recorded under T 7\n',
    );
  });

  it('names territories, unions too, and leaves what is no code as it is', () => {
    expect(withRight({ territories: ['EU', 'BX', 'OA', 'atlantis'] })).toContain(
      '       Territories: European Union, Benelux, member states of OAPI, atlantis\n',
    );
  });

  it('names its translations with their language, and no other paper', () => {
    const paper = { fileId: null, language: 'vi' };
    const text = withRight({
      documents: [
        { ...paper, kind: 'certificate', title: 'Chứng nhận' },
        { ...paper, kind: 'translation', title: 'Certificate' },
        { ...paper, kind: 'translation', title: 'Transfer', language: null },
        { ...paper, kind: 'translation', title: 'Renewal', language: 'no such tag' },
      ],
    });
    expect(text).toContain(
      '       Translation: Certificate (in Vietnamese)\n       Translation: Transfer\n       Translation: Renewal (in no such tag)\n',
    );
    expect(text).not.toContain('Chứng nhận');
  });

  it('keeps a date that is none as it was given', () => {
    expect(textOf({ language: 'de', rights: [aRight({ validFrom: 'Frühjahr', validTo: '2029-05-02' })] })).toContain(
      '       In Kraft: vom Frühjahr bis zum 2. Mai 2029\n',
    );
  });
});

describe('a power of attorney in a notice', () => {
  it('is told where an agent files, with its dates', () => {
    expect(represented({ powers: [aPower()] })).toContain(
      '   Represented by: Kanzlei Berger & Partner\n   Power of attorney: from 2026-01-01 to 2026-12-31\n',
    );
    expect(represented({ powers: [aPower({ validTo: null })] })).toContain('   Power of attorney: since 2026-01-01\n');
  });

  it('names the rights it covers where it does not cover all', () => {
    const rights = [aRight({ id: 'a' }), aRight({ id: 'b' }), aRight({ id: 'c' })];
    expect(represented({ rights, powers: [aPower({ rightIds: ['c', 'a'] })] })).toContain(
      ' to 2026-12-31, for the rights 2.1, 2.3\n',
    );
  });

  it.each<[string, string]>([
    ['covers none of the rights', represented({ powers: [aPower({ rightIds: ['other'] })] })],
    ['is for another platform', represented({ powers: [aPower({ platforms: ['other'] })] })],
    ['has ended', represented({ powers: [aPower({ validTo: '2026-03-15' })] })],
    ['was revoked', represented({ powers: [aPower({ revokedAt: new Date('2026-02-01') })] })],
    ['is of a rights holder that files itself', represented({ powers: [aPower()] }, { representedByAgent: false })],
  ])('is not told where it %s', (_, text) => {
    expect(text).not.toContain('Represented by');
  });
});

describe('evidence files in a notice', () => {
  it('are numbered after the links, with what identifies them', () => {
    expect(textOf({ evidenceFiles: [aFile(), aFile({ name: 'b\n9.pdf', size: 1, capturedAt: null })] })).toContain(
      [
        '   5.1 https://evidence.redress.test/f/1',
        '   5.2 File: label.jpg',
        '       Media type: image/jpeg',
        '       Size: 123,456 bytes',
        `       SHA-256: ${'b2'.repeat(32)}`,
        '       Captured: 1 March 2026, 09:30:05 UTC',
        '   5.3 File: b 9.pdf',
        '       Media type: image/jpeg',
        '       Size: 1 byte',
        `       SHA-256: ${'b2'.repeat(32)}`,
        '',
      ].join('\n'),
    );
  });

  it('take the place of the sentence that there are none', () => {
    const text = textOf({ evidenceUrls: [], evidenceFiles: [aFile()] });
    expect(text).toContain('5. Evidence\n\n   5.1 File: label.jpg\n');
    expect(text).not.toContain('This notice rests on');
  });
});

describe('in every language', () => {
  const firstOfMonth: Record<Language, string> = {
    en: '1 March 2026',
    zh: '2026年3月1日',
    vi: '1 tháng 3 năm 2026',
    fr: '1er mars 2026',
    de: '1. März 2026',
    es: '1 de marzo de 2026',
  };

  it.each(languages)('%s writes the date as it is written there', (language) => {
    expect(textOf({ language, at: new Date('2026-03-01T12:00:00Z') })).toContain(firstOfMonth[language]);
  });

  it.each(languages)('%s says that no statement is asked for, rather than that one is missing', (language) => {
    const unasked = textOf({ language, regime: shippedRegime('uk-ecommerce-regs-22') });
    const statements = { goodFaith: false, accuracy: false, authority: false };
    const unconfirmed = textOf({ language, statements });
    const section = (text: string): string => /\n\n\n(?:8\. |八、).+\n\n([\s\S]+?)\n\n\n/.exec(text)?.[1] ?? '';
    expect(section(unasked).length).toBeGreaterThan(10);
    expect(section(unasked)).not.toBe(section(unconfirmed));
    expect(section(unasked)).not.toContain('8.1');
  });

  it.each(['en', 'vi', 'fr', 'de', 'es'] as const)('%s tells one listing from several', (language) => {
    const { items } = aNotice();
    const subjectOf = (count: number): string =>
      renderNotice(aNotice({ language, items: items.slice(0, count) })).subject;
    expect(subjectOf(1)).toContain('1 ');
    expect(subjectOf(2)).toContain('2 ');
    // Vietnamese nouns have no plural
    expect(subjectOf(1).replace('1 ', '2 ') === subjectOf(2)).toBe(language === 'vi');
  });

  it('French sets no-break spaces where its punctuation wants them', () => {
    const { text } = renderNotice(aNotice({ language: 'fr' }));
    const own = text.split('\n').filter((line) => !/(?:jackets|https|authorized)/.test(line));
    expect(own.filter((line) => / [:;?!»]|« /.test(line))).toEqual([]);
    expect(text).toContain('Nom\u00a0: Alpenglühen');
    expect(text).toContain('«\u00a0Titulaire\u00a0»');
    expect(text).toContain('dossier\u202f;');
  });
});
