import { describe, expect, it } from '@jest/globals';
import { aNotice, aPlatform, aRight, noon, shippedRegime } from './a-notice.spec-data.js';
import type { NoticeFacts } from './notice-facts.js';
import { payloadHash } from './payload-hash.js';

const notice = aNotice();
const hash = payloadHash(notice);

describe('the payload hash', () => {
  it('is 64 hexadecimal digits and stable across releases', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).toBe('69bdb9b68d2d6dfdf781b109c637b95cb89d0443c9128cb2bfc3e81695f9dc3d');
  });

  it.each<[string, Partial<NoticeFacts>]>([
    ['the reference', { reference: 'RD-2026-00099' }],
    ['the date', { at: new Date('2027-01-01T00:00:00Z') }],
    ['our own row ids', { rights: [aRight({ id: 'other', workspaceId: 'other', createdAt: noon, documents: ['x'] })] }],
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
  ])('changes with the %s', (_, overrides) => {
    expect(payloadHash(aNotice(overrides))).not.toBe(hash);
  });
});
