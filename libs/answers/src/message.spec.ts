import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { IncomingMessage } from './incoming-message.js';
import { readMessage } from './message.js';
import { usualLimits } from './mime-limits.js';
import { suggest } from './recognise/suggest.js';

const read = (raw: string): Promise<IncomingMessage> => readMessage(Buffer.from(raw, 'utf8'));
const crlf = (...lines: string[]): string => lines.join('\r\n');

const report = crlf(
  'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
  'To: r+abc@reply.example',
  'Subject: Undelivered Mail Returned to Sender',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
  '',
  '--b1',
  'Content-Type: text/plain',
  '',
  'Your message could not be delivered.',
  '--b1',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example',
  '',
  'Final-Recipient: rfc822; <IP@Platform.example>',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1',
  ' User unknown',
  '--b1',
  'Content-Type: message/rfc822',
  '',
  'Message-ID: <att-1@reply.example>',
  'X-Redress-Reference: RD-2026-00012',
  'Subject: Notice RD-2026-00012',
  '',
  'text',
  '--b1--',
);

describe('readMessage', () => {
  it('reads who wrote what, to whom, in answer to what', async () => {
    const message = await read(
      crlf(
        'Message-ID: <m1@platform.example>',
        'In-Reply-To: <att-1@reply.example>',
        'References: <a@x> <att-1@reply.example>',
        'From: "IP Protection" <IP@Platform.Example>',
        'To: Redress <R+abc@reply.example>, b@c.example',
        'Delivered-To: r+abc@reply.example',
        'Date: Tue, 3 Mar 2026 10:00:00 +0000',
        'Auto-Submitted: auto-generated',
        'Subject: =?utf-8?B?5oqV6K+J?=',
        '',
        'Hello\u0000 there',
      ),
    );
    expect(message).toMatchObject({
      messageId: 'm1@platform.example',
      inReplyTo: 'att-1@reply.example',
      references: ['a@x', 'att-1@reply.example'],
      from: { address: 'ip@platform.example', domain: 'platform.example', name: 'IP Protection' },
      recipients: ['r+abc@reply.example', 'b@c.example'],
      subject: '投诉',
      headers: { 'auto-submitted': 'auto-generated' },
      fullText: 'Hello there',
      deliveryStatus: [],
      defects: [],
    });
    expect(message.date?.toISOString()).toBe('2026-03-03T10:00:00.000Z');
  });

  it('reads a delivery status notification and the message it returns', async () => {
    const message = await read(report);
    expect(message).toMatchObject({ mediaType: 'multipart/report', reportType: 'delivery-status' });
    expect(message.deliveryStatus).toEqual([
      {
        recipient: 'ip@platform.example',
        originalRecipient: null,
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 User unknown',
      },
    ]);
    expect(message.originalEnvelopeId).toBeNull();
    expect(message.original).toMatchObject({ messageId: 'att-1@reply.example', subject: 'Notice RD-2026-00012' });
    expect(message.original?.headers['x-redress-reference']).toBe('RD-2026-00012');
  });

  it('reads the status from the text where the report lost its frame', async () => {
    const flat = report.replace('multipart/report; report-type=delivery-status; boundary="b1"', 'text/plain');
    const message = await read(flat);
    expect(message.deliveryStatus[0]).toMatchObject({ action: 'failed', status: '5.1.1' });
    expect(message.original?.messageId).toBe('att-1@reply.example');
  });

  it('does not take a letter with the line "Status: open" for a report', async () => {
    expect((await read('Subject: x\r\n\r\nStatus: open\r\nAction: none yet')).deliveryStatus).toEqual([]);
  });

  it('turns HTML into text, without scripts', async () => {
    const message = await read(
      'Content-Type: text/html; charset=utf-8\r\n\r\n<p>Removed &amp; gone</p><script>alert(1)</script>',
    );
    expect(message.fullText.trim()).toBe('Removed & gone');
  });

  it('reads an abuse report', async () => {
    const message = await read(
      crlf(
        'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
        '',
        '--b',
        'Content-Type: message/feedback-report',
        '',
        'Feedback-Type: abuse',
        'Original-Mail-From: <r+x@reply.example>',
        '--b--',
      ),
    );
    expect(message.feedbackReport).toMatchObject({
      'feedback-type': 'abuse',
      'original-mail-from': '<r+x@reply.example>',
    });
    expect(suggest(message, { filingLanguages: [], listings: [] }).kind).toBe('feedback-report');
  });
});

describe('the machine-readable part', () => {
  const withPart = (json: string): Promise<IncomingMessage> =>
    read(
      crlf(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'See the attached answer.',
        '--b',
        'Content-Type: application/vnd.redress.answer+json',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(json).toString('base64'),
        '--b--',
      ),
    );
  const decision = {
    url: 'https://shop.example/i/1',
    outcome: 'refused',
    statedReason: 'RR-11',
    text: 'No authority.',
  };
  const answer = { version: 1, reference: 'RD-2026-00012', caseNumber: 'C-9', kind: 'decision', decisions: [decision] };

  it('is read as it stands, and makes the suggestion structured', async () => {
    const message = await withPart(JSON.stringify(answer));
    expect(message.structuredAnswer).toEqual(answer);
    expect(suggest(message, { filingLanguages: ['en'], listings: [] })).toMatchObject({
      kind: 'decision',
      confidence: 1,
      structured: true,
      outcome: 'refused',
      statedReason: 'RR-11',
      caseNumber: 'C-9',
      listings: [{ url: 'https://shop.example/i/1', outcome: 'refused' }],
    });
  });

  it.each([
    ['not json', 'the part is not JSON in UTF-8'],
    ['[]', 'the answer must be an object'],
    [JSON.stringify({ ...answer, version: 2 }), 'version must be 1'],
    [JSON.stringify({ ...answer, reference: 'x' }), 'reference must look like RD-2026-00012'],
    [JSON.stringify({ ...answer, extra: 1 }), 'the answer has the unknown field "extra"'],
    [JSON.stringify({ ...answer, decisions: [] }), 'decisions must be a list of 1 to 1000'],
    [
      JSON.stringify({ ...answer, decisions: [{ ...decision, outcome: 'gone' }] }),
      'decisions[0].outcome must be one of',
    ],
    [
      JSON.stringify({ ...answer, decisions: [{ ...decision, url: 'javascript:1' }] }),
      'decisions[0].url must be an http',
    ],
    [
      JSON.stringify({ ...answer, decisions: [{ ...decision, statedReason: 'RR-98' }] }),
      'decisions[0].statedReason must be',
    ],
    [JSON.stringify({ version: 1, reference: 'RD-2026-00012', kind: 'decision' }), 'a decision must list decisions'],
    [JSON.stringify({ ...answer, kind: 'needs-info' }), 'kind needs-info must not list decisions'],
  ])('%s is not taken', async (json, fault) => {
    const message = await withPart(json);
    expect(message.structuredAnswer).toBeNull();
    expect(message.structuredAnswerFault).toContain(fault);
  });
});

describe('hostile input', () => {
  const nested = (depth: number): string => {
    const open = Array.from(
      { length: depth },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    );
    return `Subject: deep\r\n${open.join('')}Content-Type: text/plain\r\n\r\nbottom\r\n`;
  };

  it('reads only the headers of a message 1,000 levels deep', async () => {
    const begun = performance.now();
    const message = await read(nested(1_000));
    expect(message.subject).toBe('deep');
    expect(message.defects.join()).toContain('1000 levels of parts');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('reads ordinary nesting, however often boundaries are opened and closed', async () => {
    expect((await read(nested(10))).fullText.trim()).toBe('bottom');
  });

  it('reads the beginning of 50 MB in bounded time and memory', async () => {
    const head = 'Subject: big\r\nContent-Type: text/plain\r\n\r\n';
    const raw = Buffer.alloc(50 * 1_048_576, 'a b\n');
    raw.write(head, 0);
    const begun = performance.now();
    const message = await readMessage(raw);
    expect(message.subject).toBe('big');
    expect(message.fullText.length).toBeLessThanOrEqual(usualLimits.characters);
    expect(message.defects.join()).toContain('larger than');
    expect(performance.now() - begun).toBeLessThan(30_000);
    suggest(message, { filingLanguages: ['en'], listings: [] });
    expect(performance.now() - begun).toBeLessThan(35_000);
  }, 60_000);

  it('gives up on a message that takes too long and keeps its headers', async () => {
    const raw = Buffer.concat([Buffer.from('Subject: slow\r\n\r\n'), Buffer.alloc(8 * 1_048_576, 'a b\n')]);
    const message = await readMessage(raw, { ...usualLimits, milliseconds: 300 });
    expect(message.subject).toBe('slow');
    expect(message.defects.join()).toContain('reading took longer than 300 ms');
  });

  it('reads Chinese and Japanese character sets', async () => {
    // "投诉不成立" in GB18030, "不在" in ISO-2022-JP
    const chinese = Buffer.concat([
      Buffer.from('Content-Type: text/plain; charset=gb18030\r\n\r\n'),
      Buffer.from('cdb6cbdfb2bbb3c9c1a2', 'hex'),
    ]);
    expect((await readMessage(chinese)).fullText.trim()).toBe('投诉不成立');
    const japanese = Buffer.concat([
      Buffer.from('Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n'),
      Buffer.from('1b2442495442' + '361b2842', 'hex'),
    ]);
    const read = await readMessage(japanese);
    expect(read.fullText.length).toBeGreaterThan(0);
  });

  it('says so where characters can’t be decoded', async () => {
    const wrong = Buffer.concat([
      Buffer.from('Content-Type: text/plain; charset=utf-8\r\n\r\n'),
      Buffer.from([0xff, 0xfe, 0x41]),
    ]);
    expect((await readMessage(wrong)).defects).toContain('some characters could not be decoded');
  });

  it.each([
    '',
    '\r\n',
    'Subject: only headers',
    'no header at all',
    '\u0000\u0000\u0000',
    'Content-Type: multipart/mixed\r\n\r\nx',
    'From: <\r\nTo: @@\r\nDate: never\r\n\r\n',
  ])('returns what it can of %j', async (raw) => {
    const message = await read(raw);
    expect(JSON.stringify(message)).not.toContain('\\u0000');
    expect(suggest(message, { filingLanguages: ['en'], listings: [] }).outcome).toBeUndefined();
  });

  it('never throws on random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const message = await readMessage(Buffer.from(bytes));
        suggest(message, { filingLanguages: ['en'], listings: [] });
        expect(JSON.stringify(message)).not.toContain('\\u0000');
      }),
      { numRuns: 60 },
    );
  });

  it('reads a letter made to make patterns search long, in bounded time', async () => {
    for (const piece of [
      'On 1@',
      'your complaint ',
      '> ',
      'please provide ',
      'not be ',
      'From: a\n',
      '（投诉',
      'https://a.example/x ',
    ]) {
      const begun = performance.now();
      suggest(await read(`Subject: x\r\n\r\n${piece.repeat(60_000 / piece.length)}`), {
        filingLanguages: ['en'],
        listings: [],
      });
      expect({ piece, fast: performance.now() - begun < 4_000 }).toEqual({ piece, fast: true });
    }
  }, 60_000);
});
