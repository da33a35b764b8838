import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './smtp-refusal.js';

describe('refusalOf', () => {
  it.each([
    ['550 5.1.1 no such user', 'ER-60', false],
    ['550 5.2.1 mailbox disabled', 'ER-60', false],
    ['552 5.2.2 mailbox full', 'ER-61', false],
    ['452 4.2.2 over quota', 'ER-61', true],
    ['550 5.7.1 rejected by policy', 'ER-62', false],
    ['552 5.3.4 message too big', 'ER-63', false],
    ['451 4.3.0 try later', 'ER-64', true],
    ['450 greylisted', 'ER-64', true],
    ['421 4.7.0 too many connections', 'ER-64', true],
    ['550 no', 'ER-60', false],
    ['553 no', 'ER-60', false],
    ['552 mailbox full', 'ER-61', false],
    ['552 too large', 'ER-63', false],
    ['554 spam', 'ER-62', false],
  ] as const)('reads %s as %s', (reply, code, retry) => {
    expect(refusalOf(reply, 'recipient')).toEqual({ code, attribution: 'platform', retry });
  });

  it('holds our own server and sender against us, never against the platform', () => {
    expect(refusalOf('554 no service', 'session')).toEqual({ code: 'ER-91', attribution: 'us', retry: true });
    expect(refusalOf('554 5.7.1 Relay access denied', 'recipient')).toEqual({
      code: 'ER-91',
      attribution: 'us',
      retry: true,
    });
    expect(refusalOf('530 5.7.0 Authentication required', 'sender').code).toBe('ER-91');
    expect(refusalOf('550 5.7.1 sender refused', 'sender').attribution).toBe('us');
    expect(refusalOf('501 5.5.4 syntax', 'recipient')).toEqual({ code: 'ER-90', attribution: 'us', retry: false });
  });
});
