import { describe, expect, it } from '@jest/globals';
import type { OwnerStep, RightDocument } from '#libs/domain';
import { aFile, aNotice, aPlatform, aPower, aRight, aRightsHolder, noon, shippedRegime } from './a-notice.spec-data.js';
import type { NoticeFacts } from './notice-facts.js';
import { payloadHash } from './payload-hash.js';

const notice = aNotice();
const hash = payloadHash(notice);

const aPaper: RightDocument = { kind: 'certificate', title: 'Certificate', fileId: null, language: 'en' };
const anOwner: OwnerStep = { owner: 'Alpenglühen Textil GmbH', since: '2019-05-02', recordedAs: null };
const anAgent = { rightsHolder: aRightsHolder({ representedByAgent: true }), powers: [aPower()] };

describe('the payload hash', () => {
  it('is 64 hexadecimal digits and stable across releases', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).toBe('69bdb9b68d2d6dfdf781b109c637b95cb89d0443c9128cb2bfc3e81695f9dc3d');
  });

  // computed before notices could hold evidence files, owners, territories and the like
  it.each<[string, NoticeFacts, string]>([
    [
      'a work, under the DMCA',
      aNotice({
        regime: shippedRegime('us-dmca-512c3'),
        ground: 'copyright-copy',
        evidenceUrls: [],
        rights: [
          aRight({
            kind: 'copyright',
            title: 'Winter catalogue',
            registration: 'unregistered',
            number: null,
            office: null,
            classes: [],
            validFrom: null,
            validTo: null,
          }),
        ],
      }),
      '56ba57aad718179b7964de13d6d32ce61be884fd44c774b9593315efa96d0f5c',
    ],
    [
      'a trademark, in Chinese',
      aNotice({
        language: 'zh',
        regime: shippedRegime('cn-ecommerce-42'),
        platform: aPlatform({ name: '淘宝网', timeZone: 'Asia/Shanghai' }),
        rightsHolder: aRightsHolder({ name: '杭州山光服饰有限公司', country: 'CN', address: '杭州市西湖区一号' }),
      }),
      'fa9bf9edb3a41b23e775798648c00b571d0a38fe90d78788ae17ef585b4d8179',
    ],
    [
      'a draft',
      aNotice({
        rights: [],
        items: [],
        explanation: '',
        signature: null,
        statements: { goodFaith: false, accuracy: false, authority: false },
      }),
      '318fe8e5a326ed7d2395b82fd85ec99c2be469f231b1d62b915bc3634ea3a804',
    ],
    [
      'a report to a registrar',
      aNotice({ platform: aPlatform({ kind: 'registrar' }), regime: shippedRegime('icann-raa-3-18') }),
      'b9335a6117e44ce9ed5b0a2b9b0d6cf400d8a1b0f14eb28a40879db2f1d6dff3',
    ],
    [
      'a notice under the DSA',
      aNotice({ regime: shippedRegime('eu-dsa-16-2') }),
      '8f08f014eef6446a445392da221208991da2902fa5c5e586909de627b4544488',
    ],
  ])('of %s is what it was before notices held more', (_, facts, golden) => {
    expect(payloadHash(facts)).toBe(golden);
  });

  it.each<[string, Partial<NoticeFacts>]>([
    ['the reference', { reference: 'RD-2026-00099' }],
    ['the date', { at: new Date('2027-01-01T00:00:00Z') }],
    ['our own row ids', { rights: [aRight({ id: 'other', workspaceId: 'other', createdAt: noon })] }],
    ['papers the platform is not told of', { rights: [aRight({ documents: [aPaper] })] }],
    ['an owner who is the registrant', { rights: [aRight({ owners: [anOwner] })] }],
    ['powers of a rights holder that files itself', { powers: [aPower()] }],
    ['the ends of lines', { explanation: `\r\n${notice.explanation}\r\n` }],
    ["the platform's limits", { platform: aPlatform({ limits: { itemsPerComplaint: 9 } }) }],
  ])('does not depend on %s', (_, overrides) => {
    expect(payloadHash(aNotice(overrides))).toBe(hash);
  });

  it.each<[string, Partial<NoticeFacts>]>([
    ['platform', { platform: aPlatform({ slug: 'other' }) }],
    ['ground', { ground: 'trademark-use' }],
    ['language', { language: 'zh' }],
    ['regime', { regime: shippedRegime('us-dmca-512c3') }],
    ['explanation', { explanation: `${notice.explanation} More.` }],
    ['right', { rights: [aRight({ number: '1' })] }],
    ['class', { rights: [aRight({ classes: [18] })] }],
    ['listing', { items: notice.items.slice(0, 1) }],
    ['evidence', { evidenceUrls: [] }],
    ['statement', { statements: { goodFaith: true, accuracy: true, authority: false } }],
    ['signature', { signature: { name: 'Eva Berger', capacity: 'Agent' } }],
    ['contact', { contact: { ...notice.contact, phone: null } }],
    ['registration', { rights: [aRight({ registration: 'pending' })] }],
    ['Locarno classes', { rights: [aRight({ locarno: ['02-04'] })] }],
    ['goods the right covers', { rights: [aRight({ covers: 'jackets' })] }],
    ['territories', { rights: [aRight({ territories: ['AT'] })] }],
    ['owners', { rights: [aRight({ owners: [{ ...anOwner, owner: 'Wollhaus KG' }, anOwner] })] }],
    ['translations', { rights: [aRight({ documents: [{ ...aPaper, kind: 'translation' }] })] }],
    ['goods offered', { goodsClasses: [25] }],
    ['evidence files', { evidenceFiles: [aFile()] }],
    ['agent', anAgent],
  ])('changes with the %s', (_, overrides) => {
    expect(payloadHash(aNotice(overrides))).not.toBe(hash);
  });

  it.each<[string, Partial<NoticeFacts>, Partial<NoticeFacts>]>([
    ['bytes of a file', { evidenceFiles: [aFile()] }, { evidenceFiles: [aFile({ sha256: 'c3'.repeat(32) })] }],
    ['time of capture', { evidenceFiles: [aFile()] }, { evidenceFiles: [aFile({ capturedAt: null })] }],
    ['dates of the power', anAgent, { ...anAgent, powers: [aPower({ validTo: null })] }],
  ])('changes with the %s', (_, one, other) => {
    expect(payloadHash(aNotice(one))).not.toBe(payloadHash(aNotice(other)));
  });
});
