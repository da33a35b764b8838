import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readReplyAddress, replyAddress } from './reply-address.js';

const uuid = fc.uuid();
const secret = fc.string({ minLength: 1, maxLength: 40 });
const workspaceId = '0198f2aa-0000-7000-8000-000000000001';
const attemptId = '0198f2aa-0000-7000-8000-000000000002';
const address = replyAddress({ secret: 's', workspaceId, attemptId, domain: 'reply.example' });

describe('replyAddress', () => {
  it('gives back both identifiers, with a local part of at most 64 octets, whatever the case', () => {
    fc.assert(
      fc.property(uuid, uuid, secret, fc.boolean(), (workspace, attempt, key, upper) => {
        const made = replyAddress({ secret: key, workspaceId: workspace, attemptId: attempt, domain: 'reply.example' });
        expect(made.split('@')[0]?.length).toBeLessThanOrEqual(64);
        expect(made).toMatch(/^r\+[0-9a-z]{62}@reply\.example$/);
        expect(readReplyAddress(key, upper ? made.toUpperCase() : made)).toEqual({
          workspaceId: workspace,
          attemptId: attempt,
        });
      }),
    );
  });

  it('holds the extreme identifiers', () => {
    for (const id of ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']) {
      const made = replyAddress({ secret: 's', workspaceId: id, attemptId: id, domain: 'd.example' });
      expect(readReplyAddress('s', made)).toEqual({ workspaceId: id, attemptId: id });
    }
  });

  it('is not read with another secret, nor after any change of one digit', () => {
    expect(readReplyAddress('t', address)).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 63 }),
        fc.constantFrom(...Array.from({ length: 36 }, (_, digit) => digit.toString(36))),
        (at, digit) => {
          const changed = address.slice(0, at) + digit + address.slice(at + 1);
          if (changed !== address) expect(readReplyAddress('s', changed)).toBeNull();
        },
      ),
    );
  });

  it.each([
    `<${address}>`,
    `"IP team" <${address}>`,
    `Redress ${address.toUpperCase()}`,
    `rfc822;${address}`,
    ` ${address} `,
  ])('is read from %s', (text) => {
    expect(readReplyAddress('s', text)).toEqual({ workspaceId, attemptId });
  });

  it('reads nothing from other text', () => {
    fc.assert(fc.property(fc.string(), (text) => readReplyAddress('s', text) === null));
    for (const text of ['', 'r+@reply.example', `r+${'z'.repeat(62)}@reply.example`, `xr+${address.slice(2)}`])
      expect(readReplyAddress('s', text)).toBeNull();
  });

  it('says which field is wrong', () => {
    expect(() => replyAddress({ secret: 's', workspaceId: 'x', attemptId, domain: 'd' })).toThrow(
      /workspaceId must be a UUID/,
    );
    expect(() => replyAddress({ secret: '', workspaceId, attemptId, domain: 'd' })).toThrow(/secret must not be empty/);
  });
});
