import { describe, expect, it } from '@jest/globals';
import type { OwnerStep, Right, RightDocument } from '#libs/domain';
import { aPlatform, aRight, aRightsHolder } from '../a-notice.spec-data.js';
import {
  aSeen,
  aVerification,
  codesOf,
  findingsOf,
  in60Days,
  in61Days,
  theFinding,
  today,
  tomorrow,
  yesterday,
} from './a-preflight.spec-data.js';
import type { FindingCode } from './finding.js';
import type { PreflightFacts } from './preflight-facts.js';

const ofRight = (right: Partial<Right>, facts: Partial<PreflightFacts> = {}): FindingCode[] =>
  codesOf({ rights: [aRight(right)], ...facts });

describe('the term of a right', () => {
  it.each<[string | null, string | null, FindingCode[]]>([
    [null, null, []],
    ['2019-05-02', yesterday, ['right-expired']],
    ['2019-05-02', today, ['right-expires-soon']],
    ['2019-05-02', tomorrow, ['right-expires-soon']],
    ['2019-05-02', in60Days, ['right-expires-soon']],
    ['2019-05-02', in61Days, []],
    ['2019-05-02', null, []],
    [today, null, []],
    [tomorrow, null, ['right-not-yet-in-force']],
    [tomorrow, in60Days, ['right-not-yet-in-force']],
    [null, yesterday, ['right-expired']],
  ])('from %s to %s', (validFrom, validTo, codes) => {
    expect(ofRight({ validFrom, validTo })).toEqual(codes);
  });

  it('is told with what the platform would state and what to do', () => {
    expect(theFinding('right-expired', { rights: [aRight(), aRight({ validTo: yesterday })] })).toEqual({
      code: 'right-expired',
      severity: 'refusal',
      pointer: '/rightIds/1',
      detail: '"ALPENGLÜHEN" expired on 2026-03-15. If it was renewed, record the renewal; else rely on another right.',
      values: { title: 'ALPENGLÜHEN', from: '2019-05-02', to: '2026-03-15' },
      reason: 'RR-13',
    });
    expect(theFinding('right-expires-soon', { rights: [aRight({ validTo: today })] })).not.toHaveProperty('reason');
  });
});

describe('an application', () => {
  it.each(['trademark', 'design', 'patent'] as const)('for a %s gives no right yet', (kind) => {
    expect(ofRight({ kind, registration: 'pending' })).toContain('right-pending');
  });

  it('for a work takes nothing away: copyright arises without an office (Berne Convention Art. 5(2))', () => {
    expect(ofRight({ kind: 'copyright', registration: 'pending' })).toEqual([]);
  });
});

const holder = aRightsHolder().name;
const other = 'Wollhaus KG';
const step = (owner: string, recordedAs: string | null = null): OwnerStep => ({ owner, since: null, recordedAs });

describe('the chain of owners', () => {
  it.each<[string, OwnerStep[], string | null]>([
    ['is not known', [], null],
    ['is the rights holder alone', [step(holder)], null],
    ['is somebody else alone', [step(other)], other],
    ['ends with the rights holder, on record', [step(other), step(holder, 'T 0123')], null],
    ['ends with the rights holder, not on record', [step(other), step(holder)], other],
    ['ends with the rights holder, under a blank number', [step(other), step(holder, ' ')], other],
    ['has a gap that a later record closes', [step('First AG'), step(other), step(holder, 'T 9')], null],
    ['ends with somebody else, on record', [step(holder), step(other, 'T 9')], other],
    ['ends with somebody else, not on record', [step(holder), step(other)], other],
    ['spells the rights holder otherwise', [step('ALPENGLÜHEN　TEXTIL\u00a0ＧｍｂＨ ')], null],
    ['spells its umlauts in two characters', [step(holder.normalize('NFD'))], null],
    ['holds marks that nobody sees', [step(`${holder}\u200b`)], null],
  ])('%s', (_says, owners, named) => {
    const found = findingsOf({ rights: [aRight({ owners })] });
    expect(found.map(({ code, values }) => [code, values['owner']])).toEqual(
      named === null ? [] : [['right-other-owner', named]],
    );
  });

  it('of an unregistered right is recorded at no office', () => {
    expect(ofRight({ registration: 'unregistered', owners: [step(other), step(holder)] })).toEqual([]);
    expect(ofRight({ registration: 'unregistered', owners: [step(holder), step(other)] })).toEqual([
      'right-other-owner',
    ]);
  });

  it('says which of the two it is: a transfer off the record, or another owner', () => {
    const offRecord = theFinding('right-other-owner', { rights: [aRight({ owners: [step(other), step(holder)] })] });
    expect(offRecord).toMatchObject({ severity: 'refusal', reason: 'RR-16', pointer: '/rightIds/0' });
    expect(offRecord.detail).toBe(
      'The transfer of "ALPENGLÜHEN" from Wollhaus KG to Alpenglühen Textil GmbH is not recorded at the office. Record it there, and its number here.',
    );
    expect(theFinding('right-other-owner', { rights: [aRight({ owners: [step(other)] })] }).detail).toBe(
      'The owner of "ALPENGLÜHEN" on record is Wollhaus KG, not Alpenglühen Textil GmbH. Record the transfer to Alpenglühen Textil GmbH, or file for Wollhaus KG.',
    );
  });
});

const aPaper = (overrides: Partial<RightDocument> = {}): RightDocument => ({
  kind: 'certificate',
  title: 'Urkunde',
  fileId: null,
  language: null,
  ...overrides,
});

const verifying = aPlatform({ gate: { rightVerified: true } });
const shared = aPlatform({ gate: { rightVerified: true, desk: 'ipp' } });

describe('the verification of a right', () => {
  it.each<[string, Partial<PreflightFacts>, string | null]>([
    ['verified', { platform: verifying, verifications: [aVerification()] }, null],
    ['pending', { platform: verifying, verifications: [aVerification({ status: 'pending' })] }, 'pending'],
    ['rejected', { platform: verifying, verifications: [aVerification({ status: 'rejected' })] }, 'rejected'],
    [
      'not submitted',
      { platform: verifying, verifications: [aVerification({ status: 'not-submitted' })] },
      'not-submitted',
    ],
    ['never recorded', { platform: verifying }, 'not-submitted'],
    [
      'verified for another right',
      { platform: verifying, verifications: [aVerification({ rightId: 'other' })] },
      'not-submitted',
    ],
    [
      'verified at another desk',
      { platform: verifying, verifications: [aVerification({ desk: 'elsewhere' })] },
      'not-submitted',
    ],
    ['verified at the desk it shares', { platform: shared, verifications: [aVerification({ desk: 'ipp' })] }, null],
    [
      'verified under its own slug, where it shares a desk',
      { platform: shared, verifications: [aVerification()] },
      'not-submitted',
    ],
    ['not asked for', { platform: aPlatform({ gate: { rightVerified: false } }) }, null],
    ['not known to be asked for', { platform: aPlatform({ gate: { desk: 'ipp' } }) }, null],
  ])('%s', (_says, facts, status) => {
    const found = findingsOf({ rights: [aRight({ documents: [aPaper()] })], ...facts });
    expect(found.map(({ code, values, reason }) => [code, values['status'], reason])).toEqual(
      status === null ? [] : [['right-not-verified', status, 'RR-12']],
    );
  });
});

describe('the certificate', () => {
  const asked = (right: Partial<Right>, facts: Partial<PreflightFacts> = {}): boolean =>
    ofRight(right, { platform: verifying, ...facts }).includes('certificate-missing');

  it('is asked for where the platform verifies the right, has not done so, and there is one', () => {
    expect(asked({})).toBe(true);
    expect(asked({ documents: [aPaper({ kind: 'renewal' })] })).toBe(true);
    expect(asked({ documents: [aPaper({ kind: 'renewal' }), aPaper()] })).toBe(false);
    expect(asked({}, { verifications: [aVerification()] })).toBe(false);
    expect(asked({}, { platform: aPlatform() })).toBe(false);
  });

  it('is not asked for where no office gives one', () => {
    expect(asked({ registration: 'pending' })).toBe(false);
    expect(asked({ registration: 'unregistered' })).toBe(false);
    expect(asked({ kind: 'copyright' })).toBe(false);
    expect(asked({ kind: 'design' })).toBe(true);
  });
});

describe('the papers of a right', () => {
  const german = aPaper({ language: 'de' });

  it.each<[string, RightDocument[], boolean]>([
    ['in a language the platform reads', [aPaper({ language: 'en' })], false],
    ['in a region of one', [aPaper({ language: 'zh-Hant-TW' }), aPaper({ language: 'EN_gb' })], false],
    ['in a language whose code begins like one', [aPaper({ language: 'enm' })], true],
    ['in a language that is not known', [aPaper(), aPaper({ language: '' })], false],
    ['in another language', [german], true],
    ['in another language, translated', [german, aPaper({ kind: 'translation', language: 'en' })], false],
    ['in another language, translated into a third', [german, aPaper({ kind: 'translation', language: 'fr' })], true],
    ['of which only a translation is foreign', [aPaper({ kind: 'translation', language: 'fr' })], false],
  ])('%s', (_says, documents, isMissing) => {
    expect(ofRight({ documents })).toEqual(isMissing ? ['translation-missing'] : []);
  });

  it('are named, with the languages that would do', () => {
    expect(theFinding('translation-missing', { rights: [aRight({ documents: [german] })] })).toMatchObject({
      detail:
        'The document "Urkunde" of "ALPENGLÜHEN" is in de, which Marketville does not read. Add a translation into en or zh.',
      values: { title: 'ALPENGLÜHEN', document: 'Urkunde', language: 'de' },
      reason: 'RR-27',
    });
  });

  it('weigh more where a desk reads them before it takes a complaint, and nothing once it has', () => {
    const rights = [aRight({ documents: [german] })];
    expect(theFinding('translation-missing', { rights }).severity).toBe('advice');
    expect(theFinding('translation-missing', { rights, platform: verifying }).severity).toBe('refusal');
    expect(codesOf({ rights, platform: verifying, verifications: [aVerification()] })).toEqual([]);
  });
});

describe('where a right is in force', () => {
  const offeredIn = (...markets: string[][]): Partial<PreflightFacts> => ({
    seen: markets.map((each, position) => aSeen({ position, url: `https://x.test/${position}`, markets: each })),
  });

  it.each<[string, Partial<Right>, string[], FindingCode[]]>([
    ['an EU mark, offered in Germany', { office: 'EUIPO' }, ['DE'], []],
    ['an EU mark, offered in the EU', { office: 'EUIPO' }, ['EU'], []],
    ['an EU mark, offered in Britain', { office: 'EUIPO' }, ['GB'], ['wrong-territory']],
    ['an EU mark, offered in Norway', { office: 'EUIPO' }, ['NO'], ['wrong-territory']],
    ['a German mark, offered throughout the EU', { office: 'DPMA' }, ['EU'], []],
    ['a Benelux mark, offered in Belgium', { office: 'BOIP' }, ['BE'], []],
    ['a Benelux mark, offered in France', { office: 'BOIP' }, ['FR'], ['wrong-territory']],
    ['a Chinese mark, offered in China and the EU', { office: 'CNIPA' }, ['CN', 'EU'], []],
    ['what the register says goes before what the office says', { territories: ['US'] }, ['DE'], ['wrong-territory']],
    ['a mark of an office of several countries', { office: 'INPI' }, ['BR'], ['territory-unknown']],
    ['a mark of no office', { office: null }, ['BR'], ['territory-unknown']],
    ['a mark of no office, offered nobody knows where', { office: null }, [], []],
    ['a Chinese mark, offered nobody knows where', { office: 'CNIPA' }, [], []],
    ['a territory there is no country of', { territories: ['XX'] }, ['DE'], ['wrong-territory']],
    ['a work, offered anywhere', { kind: 'copyright', office: 'USCO', territories: ['US'] }, ['CN'], []],
    ['a work of no country', { kind: 'copyright', office: null }, ['CN'], []],
  ])('%s', (_says, right, markets, codes) => {
    expect(ofRight(right, offeredIn(markets))).toEqual(codes);
  });

  it('is held against each listing: one that is offered elsewhere only is told, though another is not', () => {
    expect(theFinding('wrong-territory', offeredIn(['DE'], ['US', 'CA'], [], ['US']))).toEqual({
      code: 'wrong-territory',
      severity: 'refusal',
      pointer: '/rightIds/0',
      detail:
        '"ALPENGLÜHEN" is in force in EU, which does not reach 2 of 4 listings (offered in US, CA). Rely on a right that is in force there.',
      values: { title: 'ALPENGLÜHEN', held: 'EU', markets: 'US, CA', listings: 2 },
      reason: 'RR-14',
    });
  });
});

describe('the Nice classes of a mark', () => {
  it.each<[string, number[], number[], FindingCode[]]>([
    ['and the goods’ are the same', [25], [25], []],
    ['and the goods’ have one in common', [18, 25], [9, 25], []],
    ['and the goods’ have none in common', [18, 25], [9, 24], ['wrong-class']],
    ['stand alone: the goods’ are not known', [18, 25], [], []],
    ['are not recorded', [], [25], ['class-unknown']],
    ['are not recorded, nor are the goods’', [], [], ['class-unknown']],
  ])('%s', (_says, classes, goodsClasses, codes) => {
    expect(ofRight({ classes }, { goodsClasses })).toEqual(codes);
  });

  it('are those of marks alone, on grounds that rest on marks', () => {
    expect(ofRight({ kind: 'design', classes: [] }, { goodsClasses: [9] })).toEqual([]);
    expect(ofRight({ classes: [] }, { goodsClasses: [9], ground: 'copyright-copy' })).toEqual([]);
    expect(ofRight({}, { goodsClasses: [9], ground: 'trademark-use' })).toEqual(['wrong-class']);
  });

  it('are named on both sides', () => {
    expect(theFinding('wrong-class', { goodsClasses: [9, 24] })).toMatchObject({
      detail:
        '"ALPENGLÜHEN" covers the Nice classes 18, 25, the goods offered are in 9, 24. Rely on a right that covers them.',
      values: { covered: '18, 25', offered: '9, 24' },
      reason: 'RR-15',
    });
  });
});
