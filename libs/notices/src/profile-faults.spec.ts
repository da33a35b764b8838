import { describe, expect, it } from '@jest/globals';
import type { ForbiddablePart, PlatformLimits } from '#libs/domain';
import { aFile, aNotice, aPlatform, aRight } from './a-notice.spec-data.js';
import type { NoticeFacts } from './notice-facts.js';
import { profileFaults } from './profile-faults.js';

const found = (overrides: Partial<NoticeFacts>) =>
  profileFaults(aNotice(overrides)).map(({ code, pointer }) => [code, pointer]);

describe("what the platform's profile does not allow", () => {
  it('is nothing for a fitting complaint', () => {
    expect(profileFaults(aNotice())).toEqual([]);
  });

  it('names a ground the platform does not take', () => {
    expect(profileFaults(aNotice({ ground: 'trademark-use' }))).toEqual([
      {
        pointer: '/ground',
        code: 'ground-not-accepted',
        detail:
          'Marketville takes no complaints on the ground "trademark-use". Choose one of: counterfeit, copyright-copy.',
      },
    ]);
  });

  it('names a right that cannot carry the ground', () => {
    expect(found({ rights: [aRight(), aRight({ kind: 'copyright' })] })).toEqual([
      ['right-kind-not-for-ground', '/rightIds/1'],
    ]);
  });

  it('names a right of a kind the platform does not handle', () => {
    const platform = aPlatform({ rightKinds: ['copyright'] });
    expect(found({ platform })).toEqual([['right-kind-not-accepted', '/rightIds/0']]);
  });

  it('names a language the platform does not read', () => {
    expect(found({ platform: aPlatform({ languages: ['zh'] }) })).toEqual([['language-not-accepted', '/language']]);
  });

  it('keeps to the limits, and to the limit itself', () => {
    const items = aNotice().items;
    const limits = { itemsPerComplaint: 2, rightsPerComplaint: 1, explanationLength: 30 };
    const platform = aPlatform({ limits });
    const explanation = '😀'.repeat(30);
    expect(found({ platform, explanation })).toEqual([]);
    expect(
      found({
        platform,
        explanation: `${explanation}x`,
        items: [...items, ...items],
        rights: [aRight(), aRight()],
      }),
    ).toEqual([
      ['too-many-items', '/items'],
      ['too-many-rights', '/rightIds'],
      ['explanation-too-long', '/explanation'],
    ]);
  });
});

const limited = (limits: PlatformLimits, overrides: Partial<NoticeFacts>) =>
  profileFaults(aNotice({ platform: aPlatform({ limits }), ...overrides }));

describe('the limits of evidence files', () => {
  const two = [aFile({ name: 'a.jpg', size: 600 }), aFile({ name: 'b.pdf', size: 401, mediaType: 'application/pdf' })];

  it('hold to the byte and to the file', () => {
    const atTheLimit = { evidenceFiles: 2, evidenceFileBytes: 600, evidenceBytes: 1001 };
    const evidenceTypes = ['image/*', 'application/pdf'];
    expect(limited({ ...atTheLimit, evidenceTypes }, { evidenceFiles: two })).toEqual([]);
    expect(limited({}, { evidenceFiles: two })).toEqual([]);
  });

  it('are named with what there is and what to do', () => {
    const limits = { evidenceFiles: 1, evidenceFileBytes: 500, evidenceBytes: 1000, evidenceTypes: ['image/*'] };
    expect(limited(limits, { evidenceFiles: two })).toEqual([
      {
        pointer: '/evidence',
        code: 'too-many-evidence-files',
        detail: 'Marketville takes at most 1 file(s) as evidence; this complaint has 2. Keep those that show most.',
      },
      {
        pointer: '/evidence',
        code: 'evidence-file-too-large',
        detail:
          '"a.jpg" has 600 bytes, and Marketville takes files of at most 500 bytes. Make it smaller, or split it.',
      },
      {
        pointer: '/evidence',
        code: 'evidence-type-not-accepted',
        detail: '"b.pdf" is of type application/pdf, and Marketville takes: image/*. Convert it, or remove it.',
      },
      {
        pointer: '/evidence',
        code: 'evidence-too-large',
        detail:
          'The evidence files have 1,001 bytes together, and Marketville takes at most 1,000 bytes. Remove some, or make them smaller.',
      },
    ]);
  });

  it.each([
    ['image/png', ['image/jpeg', 'image/png'], true],
    ['IMAGE/PNG', ['image/*'], true],
    ['image/png', ['image/jpeg'], false],
    ['imagery/png', ['image/*'], false],
    ['image', ['image/*'], false],
  ])('take the type %s among %j: %p', (mediaType, evidenceTypes, taken) => {
    expect(limited({ evidenceTypes }, { evidenceFiles: [aFile({ mediaType })] })).toHaveLength(taken ? 0 : 1);
  });
});

describe('the limits', () => {
  const explanation = 'A sentence of some length that says why.';

  it('are those of the way the notice goes, before those of the platform', () => {
    const platform = aPlatform({
      limits: { itemsPerComplaint: 1, explanationLength: 10 },
      channels: [
        { kind: 'http-api', limits: { itemsPerComplaint: 9, explanationLength: 1000 } },
        { kind: 'guided-form', grounds: ['copyright-copy'], limits: { explanationLength: 2000 } },
        { kind: 'guided-form', limits: { itemsPerComplaint: 5 } },
        { kind: 'email', address: 'a@b.test', limits: { itemsPerComplaint: 1 } },
      ],
    });
    expect(found({ platform, explanation })).toEqual([['explanation-too-long', '/explanation']]);
    const work = aRight({ kind: 'copyright' });
    expect(found({ platform, explanation, ground: 'copyright-copy', rights: [work] })).toEqual([
      ['too-many-items', '/items'],
    ]);
  });
});

describe('what a ground forbids', () => {
  const all: readonly ForbiddablePart[] = ['evidence-files', 'evidence-links', 'explanation', 'several-rights'];
  const forbidding = aPlatform({
    limits: { explanationLength: 5, evidenceFiles: 1, rightsPerComplaint: 3 },
    grounds: {
      counterfeit: { regime: 'us-trademark-customary', forbids: all },
      'trademark-use': { regime: 'us-trademark-customary' },
    },
  });

  it('is named once, and not measured as well', () => {
    const facts = { platform: forbidding, evidenceFiles: [aFile(), aFile()], rights: [aRight(), aRight()] };
    expect(profileFaults(aNotice({ ...facts, explanation: 'Too long.' }))).toEqual([
      {
        pointer: '/rightIds',
        code: 'too-many-rights',
        detail: 'Marketville takes at most 1 right(s) in a complaint; this one has 2. File one complaint for each.',
      },
      {
        pointer: '/explanation',
        code: 'explanation-not-accepted',
        detail: 'Marketville takes no explanation on the ground "counterfeit"; this one has 9 characters. Remove it.',
      },
      {
        pointer: '/evidence',
        code: 'evidence-links-not-accepted',
        detail:
          'Marketville takes no links as evidence on the ground "counterfeit"; this complaint has 1. Remove them.',
      },
      {
        pointer: '/evidence',
        code: 'evidence-files-not-accepted',
        detail:
          'Marketville takes no files as evidence on the ground "counterfeit"; this complaint has 2. Remove them.',
      },
    ]);
  });

  it('is no matter where there is nothing of it, or on another ground', () => {
    expect(found({ platform: forbidding, explanation: ' ', evidenceUrls: [' '] })).toEqual([]);
    expect(found({ platform: forbidding, ground: 'trademark-use', explanation: 'Fake.' })).toEqual([]);
  });
});
