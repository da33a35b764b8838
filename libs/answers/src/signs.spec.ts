import { describe, expect, it } from '@jest/globals';

import { caseNumbersIn } from './case-number.js';
import { languageOf } from './language.js';
import { listingKey } from './listing-url.js';
import type { Candidate } from './match.js';
import { chooseMatch } from './match.js';
import { readMessage } from './message.js';
import { replyAddress } from './reply-address.js';
import { partNumberOf, signsOf, urlsIn } from './signs.js';

const token = {
  workspaceId: '0198f2aa-0000-7000-8000-000000000001',
  attemptId: '0198f2aa-0000-7000-8000-000000000002',
};
const address = replyAddress({ secret: 's', ...token, domain: 'reply.example' });

describe('signsOf', () => {
  it('collects every sign of an answer', async () => {
    const raw =
      `To: ${address.toUpperCase()}\r\nIn-Reply-To: <att-1@reply.example>\r\nReferences: <a@x> <att-1@reply.example>\r\n` +
      'Subject: [Ticket #88123] Re: rd-2026-00012\r\n\r\nCase number: CAS-4711. See https://shop.example/i/1002003.\r\n> RD-2026-00013';
    const signs = signsOf(await readMessage(Buffer.from(raw)), [], 's');
    expect(signs).toEqual({
      tokens: [token],
      messageIds: ['att-1@reply.example', 'a@x'],
      dsnMessageIds: [],
      references: ['RD-2026-00012', 'RD-2026-00013'],
      caseNumbers: ['88123', 'CAS-4711'],
      urls: ['https://shop.example/i/1002003'],
    });
  });

  it('finds the token in the envelope and in the message a report returns', async () => {
    const envelope = await readMessage(Buffer.from('Subject: x\r\n\r\nx'));
    expect(signsOf(envelope, [`<${address}>`], 's').tokens).toEqual([token]);
    const returned = await readMessage(
      Buffer.from(
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n' +
          `Message-ID: <att-1@reply.example>\r\nReply-To: ${address}\r\nSubject: Notice RD-2026-00012\r\n--b--`,
      ),
    );
    expect(signsOf(returned, [], 's')).toMatchObject({
      tokens: [token],
      dsnMessageIds: ['att-1@reply.example'],
      references: ['RD-2026-00012'],
    });
  });

  const attempt = '0198f2aa-0000-7000-8000-000000000002';

  /** A report without the message it is about, as servers send it that were asked for headers and lost them. */
  const bareReport = (envelopeId: string, ...recipient: string[]): Buffer =>
    Buffer.from(
      [
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        `Original-Envelope-Id: ${envelopeId}`,
        'Reporting-MTA: dns; mail.platform.example',
        '',
        ...recipient,
        'Action: failed',
        'Status: 5.1.1',
        '--b--',
        '',
      ].join('\r\n'),
    );

  it('finds the attempt of a report by the envelope id it was given', async () => {
    const message = await readMessage(
      bareReport(
        `${attempt}@reply.example`,
        'Original-Recipient: rfc822;ip@platform.example',
        'Final-Recipient: rfc822;desk-7@inside.platform.example',
      ),
    );
    expect(signsOf(message, [], 's').dsnMessageIds).toEqual([`${attempt}@reply.example`]);
    expect(message.deliveryStatus).toEqual([
      {
        recipient: 'desk-7@inside.platform.example',
        originalRecipient: 'ip@platform.example',
        action: 'failed',
        status: '5.1.1',
        diagnostic: null,
      },
    ]);
  });

  it('leads from a follow-up of a notice to the notice', async () => {
    const report = await readMessage(
      bareReport(`<${attempt}.3@reply.example>`, 'Final-Recipient: rfc822;ip@p.example'),
    );
    expect(signsOf(report, [], 's').dsnMessageIds).toEqual([`${attempt}.3@reply.example`, `${attempt}@reply.example`]);
    const answer = await readMessage(Buffer.from(`In-Reply-To: <${attempt}.2@reply.example>\r\n\r\nx`));
    expect(signsOf(answer, [], 's').messageIds).toEqual([`${attempt}.2@reply.example`, `${attempt}@reply.example`]);
    const ids = [`${attempt}@reply.example`, `${attempt}.2@reply.example`, `${attempt}.12@reply.example`, 'a.2@b', ''];
    expect(ids.map(partNumberOf)).toEqual([1, 2, 12, 1, 1]);
  });

  it('takes no token made with another secret', async () => {
    expect(signsOf(await readMessage(Buffer.from(`To: ${address}\r\n\r\nx`)), [address], 'other').tokens).toEqual([]);
  });
});

describe('chooseMatch', () => {
  const candidate = (by: Candidate['by'], complaintId: string, attemptId: string | null = null): Candidate => ({
    by,
    complaintId,
    attemptId,
    sign: 'x',
  });

  it('goes by the surest sign', () => {
    expect(
      chooseMatch([candidate('listing-url', 'c2'), candidate('case-number', 'c2'), candidate('token', 'c1', 'a1')]),
    ).toEqual({
      complaintId: 'c1',
      attemptId: 'a1',
      by: 'token',
      confidence: 0.995,
    });
    expect(chooseMatch([candidate('reference', 'c2'), candidate('references', 'c1', 'a1')])).toMatchObject({
      complaintId: 'c1',
      confidence: 0.95,
    });
    expect(chooseMatch([candidate('reference', 'c2'), candidate('case-number', 'c1')])).toMatchObject({
      complaintId: 'c2',
      confidence: 0.9,
    });
  });

  it('takes a listing’s address only where one complaint has it', () => {
    expect(chooseMatch([candidate('listing-url', 'c1')])).toMatchObject({ by: 'listing-url', confidence: 0.6 });
    expect(chooseMatch([candidate('listing-url', 'c1'), candidate('listing-url', 'c2')])).toBeNull();
  });

  it('lets a doubtful sign only narrow the choice', () => {
    const both = [candidate('case-number', 'c1'), candidate('case-number', 'c2')];
    expect(chooseMatch(both)).toBeNull();
    expect(chooseMatch([...both, candidate('listing-url', 'c2'), candidate('listing-url', 'c3')])).toMatchObject({
      complaintId: 'c2',
    });
    expect(chooseMatch([...both, candidate('listing-url', 'c3')])).toBeNull();
  });

  it('matches nothing without signs', () => {
    expect(chooseMatch([])).toBeNull();
  });
});

describe('caseNumbersIn', () => {
  it.each([
    ['Your case number is 88123-AB.', ['88123-AB']],
    ['Ticket ID: 48213', ['48213']],
    ['Complaint No. C2026/0091 was opened', ['C2026/0091']],
    ['受理编号：TS20260303001。', ['TS20260303001']],
    ['投诉单号 556677', ['556677']],
    ['Mã yêu cầu: YC-2026-99', ['YC-2026-99']],
    ['[ref:7f3a21]', ['7f3a21']],
    ['In case of doubt, report it in 2026.', []],
    ['Your reference RD-2026-00012', []],
  ])('%s', (text, expected) => {
    expect(caseNumbersIn(text)).toEqual(expected);
  });
});

describe('urlsIn and listingKey', () => {
  it('ends links where Chinese punctuation begins and takes no other schemes', () => {
    expect(
      urlsIn('见 https://shop.example/i/1。已下架 javascript:alert(1) ftp://x.example mailto:a@b.example'),
    ).toEqual(['https://shop.example/i/1']);
  });

  it('finds two spellings of one listing equal', () => {
    expect(listingKey('http://www.Shop.example/i/1/?utm_source=x&b=2&a=1#top')).toBe(
      listingKey('https://shop.example/i/1?a=1&b=2'),
    );
    expect(listingKey('not a link')).toBeNull();
  });
});

describe('languageOf', () => {
  it.each([
    ['您的投诉不成立', 'zh'],
    ['只今不在にしております', 'ja'],
    ['Đã gỡ sản phẩm', 'vi'],
    ['We have removed the item', 'en'],
    ['Ваше сообщение не доставлено', 'ru'],
    ['Nous vous confirmons que ce ticket a été fermé par notre équipe.', 'fr'],
    ['Hiermit möchten wir Ihnen mitteilen, dass dieses Ticket automatisch eskaliert wurde.', 'de'],
    ['ok', null],
    ['https://shop.example/abc', null],
  ])('%s', (text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });
});
