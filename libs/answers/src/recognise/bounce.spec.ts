import { describe, expect, it } from '@jest/globals';
import type { BounceFinding, BounceReason } from '#libs/domain';

import { readMessage } from '../message.js';
import { errorCodeOfBounce } from './bounce.js';
import { suggest } from './suggest.js';

const context = { filingLanguages: ['en'], listings: [] };
const read = async (raw: string): Promise<ReturnType<typeof suggest>> =>
  suggest(await readMessage(Buffer.from(raw)), context);

const notification = (status: string, diagnosis: string, action = 'failed'): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; ip@platform.example',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${diagnosis}`,
    '--b--',
  ].join('\r\n');

describe('reports of mail servers', () => {
  it.each<[string, string, BounceReason, boolean]>([
    [
      '5.1.1',
      '550 5.1.1 <ip@platform.example>: Recipient address rejected: User unknown in virtual mailbox table',
      'user-unknown',
      true,
    ],
    ['5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found', 'user-unknown', true],
    ['5.4.4', 'Host or domain name not found. Name service error for name=platform.example', 'host-unknown', true],
    ['5.2.2', '552 5.2.2 The email account that you tried to reach is over quota', 'mailbox-full', false],
    ['5.3.4', '552 5.3.4 Message size exceeds fixed limit', 'message-too-large', true],
    ['5.7.1', '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', 'policy', true],
    ['5.7.1', '550 5.7.1 Message identified as spam', 'spam', true],
    ['5.7.26', '550 5.7.26 This mail is unauthenticated: SPF and DKIM did not pass', 'policy', true],
    ['4.4.7', '421 4.4.7 Message expired: delivery timed out', 'expired', false],
    ['5.2.1', '550 5.2.1 The account has been disabled', 'suspended', true],
    ['4.7.1', '450 4.7.1 Too many connections from your host', 'rate-limited', false],
    ['5.0.0', '550 Requested action not taken: mailbox unavailable', 'user-unknown', true],
  ])('%s %s', async (status, diagnosis, reason, permanent) => {
    const found = await read(notification(status, diagnosis));
    expect(found.kind).toBe('bounce');
    expect(found.bounce).toEqual({ permanent, reason, status, recipient: 'ip@platform.example' });
    expect(found.outcome).toBeUndefined();
  });

  it('tells delays and deliveries from failures', async () => {
    expect((await read(notification('4.4.1', 'connection timed out', 'delayed'))).kind).toBe('delayed');
    expect((await read(notification('2.0.0', 'ok', 'delivered'))).kind).toBe('other');
  });

  it('reads qmail and exim, which wrote no status part', async () => {
    const qmail = await read(
      "From: MAILER-DAEMON@mx.example\r\nSubject: failure notice\r\n\r\nHi. This is the qmail-send program at mx.example.\r\nI'm afraid I wasn't able to deliver your message to the following addresses.\r\n\r\n<ip@platform.example>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <a@b.example>\r\n",
    );
    expect(qmail).toMatchObject({
      kind: 'bounce',
      bounce: { reason: 'user-unknown', recipient: 'ip@platform.example', permanent: true },
    });
    const exim = await read(
      'From: Mail Delivery System <Mailer-Daemon@mx.example>\r\nX-Failed-Recipients: ip@platform.example\r\nAuto-Submitted: auto-replied\r\nSubject: Mail delivery failed: returning message to sender\r\n\r\nA message that you sent could not be delivered to one or more of its recipients. The following address(es) failed:\r\n\r\n  ip@platform.example\r\n    mailbox is full: retry timeout exceeded\r\n',
    );
    expect(exim).toMatchObject({ kind: 'bounce', bounce: { reason: 'mailbox-full', permanent: false } });
  });

  it('does not take a refusal by a platform’s postmaster for a bounce', async () => {
    const found = await read(
      'From: postmaster@platform.example\r\nSubject: Re: your notice\r\n\r\nYour complaint has been rejected.',
    );
    expect(found).toMatchObject({ kind: 'decision', outcome: 'refused' });
  });
});

describe('errorCodeOfBounce', () => {
  const finding = (reason: BounceReason, permanent: boolean): BounceFinding => ({
    reason,
    permanent,
    status: null,
    recipient: null,
  });

  it.each<[BounceReason, boolean, string]>([
    ['user-unknown', true, 'ER-60'],
    ['host-unknown', true, 'ER-60'],
    ['mailbox-full', false, 'ER-61'],
    ['policy', true, 'ER-62'],
    ['spam', true, 'ER-62'],
    ['message-too-large', true, 'ER-63'],
    ['expired', false, 'ER-64'],
    ['policy', false, 'ER-64'],
    ['other', true, 'ER-62'],
    ['other', false, 'ER-64'],
  ])('%s, permanent %s: %s', (reason, permanent, code) => {
    expect(errorCodeOfBounce(finding(reason, permanent))).toBe(code);
  });
});
