import { describe, expect, it } from '@jest/globals';
import { aNotice, aPlatform, aRight } from './a-notice.spec-data.js';
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
