import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attributions, errorCodes } from '../filing-error.js';
import { labelledMessages, noErrors } from './labelled-messages.spec-data.js';
import { recogniseError } from './recognise-error.js';
import type { ErrorSigns } from './recognised-error.js';

const brief = (signs: ErrorSigns): string => {
  const found = recogniseError(signs);
  return found === null ? 'none' : `${found.code} ${found.attribution}${found.retry ? ' again' : ''}`;
};

describe('An error is recognised by words', () => {
  it.each(labelledMessages)('in %j', (signs, code, attribution) => {
    const found = recogniseError(signs);
    expect([found?.code, found?.attribution]).toEqual([code, attribution]);
  });

  it.each(noErrors)('and none is seen in %j', (signs) => {
    expect(recogniseError(signs)).toBeNull();
  });

  it('that are quoted as the reason', () => {
    expect(recogniseError({ text: 'Sorry: System busy!' })).toEqual({
      code: 'ER-44',
      attribution: 'platform',
      retry: true,
      because: 'matched: "System busy"',
    });
  });
});

describe('An HTTP status', () => {
  it.each([
    [200, 'none'],
    [302, 'none'],
    [400, 'ER-44 unknown'],
    [401, 'ER-12 unknown'],
    [403, 'ER-44 unknown'],
    [404, 'ER-70 unknown'],
    [405, 'ER-71 unknown'],
    [407, 'ER-91 us again'],
    [408, 'ER-41 unknown again'],
    [410, 'ER-71 platform'],
    [413, 'ER-32 unknown'],
    [415, 'ER-33 unknown'],
    [419, 'ER-45 platform again'],
    [422, 'ER-44 unknown'],
    [429, 'ER-50 unknown again'],
    [431, 'ER-90 us'],
    [451, 'ER-15 unknown'],
    [500, 'ER-40 platform again'],
    [501, 'ER-40 platform'],
    [503, 'ER-40 platform again'],
    [511, 'ER-91 us again'],
    [522, 'ER-40 platform again'],
    [NaN, 'none'],
  ])('%s means %s', (status, says) => {
    expect(brief({ status })).toBe(says);
  });

  it('429 is ours above the documented limit and the platform’s within it', () => {
    expect(brief({ status: 429, withinLimit: false })).toBe('ER-50 us again');
    expect(brief({ status: 429, withinLimit: true })).toBe('ER-50 platform again');
  });

  it('comes with the wait the platform asks for, in seconds or as a date', () => {
    const at = new Date('2026-03-02T10:00:00Z');
    const wait = (retryAfter: string, instant?: Date) =>
      recogniseError({ status: 429, retryAfter, ...(instant === undefined ? {} : { at: instant }) })?.retryAfter ??
      null;
    expect([
      wait('120'),
      wait('Mon, 02 Mar 2026 10:05:00 GMT', at),
      wait('Mon, 02 Mar 2026 10:05:00 GMT'),
      wait('Mon, 02 Mar 2026 09:00:00 GMT', at),
      wait('9999999999'),
      wait('soon', at),
    ]).toEqual([120, 300, null, 0, 604_800, null]);
  });
});

describe('A mail server’s answer', () => {
  it.each([
    ['250 2.0.0 Ok', 'none'],
    ['550 5.1.1 no such user', 'ER-60 platform'],
    ['550 5.1.10 recipient not found', 'ER-60 platform'],
    ['550 5.1.8 bad sender address', 'ER-60 us'],
    ['550 5.2.1 mailbox disabled', 'ER-60 platform'],
    ['552 5.2.2 mailbox full', 'ER-61 platform'],
    ['452 4.2.2 over quota', 'ER-61 platform again'],
    ['552 5.2.3 too long for this mailbox', 'ER-63 platform'],
    ['554 5.3.0 internal failure', 'ER-40 platform'],
    ['552 5.3.4 message too big', 'ER-63 platform'],
    ['554 5.4.1 no answer from host', 'ER-42 unknown'],
    ['550 5.4.1 Recipient address rejected: Access denied', 'ER-60 platform'],
    ['550 5.4.4 unable to route', 'ER-60 unknown'],
    ['554 5.4.6 routing loop', 'ER-42 unknown'],
    ['550 5.4.7 delivery time expired', 'ER-64 unknown'],
    ['501 5.5.4 syntax', 'ER-90 us'],
    ['550 5.5.0 command sequence', 'ER-90 us'],
    ['554 5.6.1 media not supported', 'ER-62 unknown'],
    ['550 5.7.1 rejected by policy', 'ER-62 platform'],
    ['550 5.7.1 blocked using zen.spamhaus.org', 'ER-62 us'],
    ['550 5.7.26 multiple checks failed', 'ER-62 us'],
    ['550 5.7.1 SPF check failed', 'ER-62 us'],
    ['554 5.7.1 Relay access denied', 'ER-91 us again'],
    ['530 5.7.0 Authentication required', 'ER-91 us again'],
    ['451 4.3.0 try later', 'ER-64 platform again'],
    ['451 4.4.2 connection dropped', 'ER-64 unknown again'],
    ['450 4.1.1 user unknown', 'ER-64 platform again'],
    ['421 4.7.0 too many connections', 'ER-64 platform again'],
    ['450 greylisted', 'ER-64 platform again'],
    ['554 no', 'ER-62 platform'],
    ['', 'none'],
  ])('%s means %s', (smtpReply, says) => {
    expect(brief({ smtpReply })).toBe(says);
  });

  it('is read from a delivery report’s status where no reply is quoted', () => {
    expect(['5.1.1', '4.4.7', '5.0.0', '2.0.0'].map((enhancedStatus) => brief({ enhancedStatus }))).toEqual([
      'ER-60 platform',
      'ER-64 unknown again',
      'ER-62 unknown',
      'none',
    ]);
  });
});

describe('An error of the network', () => {
  it.each([
    ['ENOTFOUND', 'ER-42 unknown again'],
    ['ECONNREFUSED', 'ER-42 unknown again'],
    ['CERT_HAS_EXPIRED', 'ER-42 unknown again'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'ER-42 unknown again'],
    ['ETIMEDOUT', 'ER-41 unknown again'],
    ['UND_ERR_HEADERS_TIMEOUT', 'ER-41 unknown again'],
    ['TimeoutError', 'ER-41 unknown again'],
    ['EAI_AGAIN', 'ER-91 us again'],
    ['ENETUNREACH', 'ER-91 us again'],
    ['ERR_TOO_MANY_REDIRECTS', 'ER-70 unknown'],
    ['ERR_INVALID_URL', 'ER-90 us'],
    ['EWHATEVER', 'ER-44 unknown'],
  ])('%s means %s', (errno, says) => {
    expect(brief({ errno })).toBe(says);
  });
});

describe('Recognising', () => {
  const anything = fc.record(
    {
      status: fc.oneof(fc.integer(), fc.double()),
      retryAfter: fc.string(),
      smtpReply: fc.string(),
      enhancedStatus: fc.string(),
      text: fc.oneof(fc.string(), fc.string({ unit: 'binary' })),
      errno: fc.string(),
      withinLimit: fc.boolean(),
      at: fc.date(),
    },
    { requiredKeys: [] },
  );

  it('never throws and answers in the taxonomy', () => {
    fc.assert(
      fc.property(anything, (signs) => {
        const found = recogniseError(signs);
        if (found === null) return;
        expect(errorCodes).toContain(found.code);
        expect(attributions).toContain(found.attribution);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['an unclosed tag', '<'.repeat(1_000_000)],
    ['tags that never end', '<a '.repeat(350_000)],
    ['scripts that never end', '<script>'.repeat(125_000)],
    ['heads that are none', '<header>'.repeat(125_000)],
    ['one word', 'a'.repeat(1_000_000)],
    ['white space', ' '.repeat(1_000_000)],
    ['beginnings of signs', 'your account the file session captcha '.repeat(26_000)],
    ['beginnings of Chinese signs', '请输入账号验证码系统文件'.repeat(80_000)],
    ['digits', '4'.repeat(1_000_000)],
    ['replies', '550 5.1. '.repeat(110_000)],
  ])('comes to an end on a megabyte of %s', (_, text) => {
    // A pattern that backtracks without bound runs into the test's time limit here.
    const found = recogniseError({ text, smtpReply: text });
    expect(recogniseError({ text, smtpReply: text })).toEqual(found);
  });
});
