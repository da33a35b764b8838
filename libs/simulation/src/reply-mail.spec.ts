import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { structuredAnswerMediaType } from '#libs/domain';
import type { PlannedReply } from './decide.js';
import { replyMail } from './reply-mail.js';
import type { OriginalNotice } from './reply-mail.js';

const at = new Date('2026-03-05T09:00:00Z');
const original: OriginalNotice = {
  messageId: '<0198f2aa-7c10@redress.test>',
  replyTo: 'reply+t0k3n@in.redress.test',
  envelopeFrom: 'bounce+t0k3n@in.redress.test',
  reference: 'RD-2026-00012',
  subject: 'Notice of infringement RD-2026-00012',
  platformAddress: 'notices@sandbox.redress.test',
  platformName: '沙盒平台 Sandbox',
};
const planned = (over: Partial<PlannedReply> = {}): PlannedReply => ({
  afterDays: 1.5,
  kind: 'decision',
  text: 'Hello,\n\nWe have removed the following listings:\n  https://shop.test/item/1\n',
  language: 'en',
  caseNumber: 'IP-1',
  truth: { items: [] },
  ...over,
});
const wire = (over: Partial<PlannedReply> = {}, from = original): string =>
  replyMail(planned(over), from, at).toString('latin1');

describe('replyMail', () => {
  it('answers the notice: threading, addresses, date', async () => {
    const mail = await simpleParser(wire());
    expect(mail.inReplyTo).toBe(original.messageId);
    expect(mail.references).toBe(original.messageId);
    expect(mail.date?.toISOString()).toBe('2026-03-05T09:00:00.000Z');
    expect(mail.from?.value).toEqual([{ name: original.platformName, address: original.platformAddress }]);
    expect(mail.to).toMatchObject({ text: 'reply+t0k3n@in.redress.test' });
    expect(mail.subject).toBe('Re: Notice of infringement RD-2026-00012');
    expect(mail.text).toBe(planned().text);
    expect(mail.headers.has('auto-submitted')).toBe(false);
  });

  it('is the same bytes for the same answer, in CRLF and 7 bit', () => {
    for (const text of [
      'short\n',
      '经审核，以下商品链接已删除：\n'.repeat(40),
      `https://x.test/${'a'.repeat(1500)}\n`,
    ]) {
      const bytes = wire({ text, structured: { version: 1, reference: 'RD-2026-00012', kind: 'decision' } });
      expect(bytes).toBe(wire({ text, structured: { version: 1, reference: 'RD-2026-00012', kind: 'decision' } }));
      expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n\x80-\xff]/);
      expect(bytes.split('\r\n').every((line) => line.length <= 998)).toBe(true);
    }
  });

  it('carries Chinese whole', async () => {
    const mail = await simpleParser(wire({ kind: 'auto-reply', language: 'zh', text: '这是一封自动回复邮件。\n' }));
    expect(mail.text?.trim()).toBe('这是一封自动回复邮件。');
    expect(mail.subject).toBe('自动回复：Notice of infringement RD-2026-00012');
  });

  it('marks acknowledgements and automatic replies (RFC 3834)', async () => {
    for (const kind of ['acknowledgement', 'auto-reply', 'bounce'] as const)
      expect((await simpleParser(wire({ kind }))).headers.get('auto-submitted')).toBe('auto-replied');
    expect((await simpleParser(wire({ kind: 'needs-info' }))).headers.has('auto-submitted')).toBe(false);
  });

  it('attaches the machine-readable answer', async () => {
    const structured = {
      version: 1 as const,
      reference: 'RD-2026-00012',
      kind: 'decision' as const,
      decisions: [{ url: 'https://shop.test/商品/1', outcome: 'refused' as const, statedReason: 'RR-40' as const }],
    };
    const mail = await simpleParser(wire({ structured }));
    expect(mail.attachments.map((part) => part.contentType)).toEqual([structuredAnswerMediaType]);
    expect(JSON.parse(mail.attachments[0]?.content.toString('utf8') ?? '')).toEqual(structured);
    expect(mail.text?.trim()).toBe(planned().text.trim());
  });

  it('returns a bounce as a delivery status notification to the bounce address (RFC 3464)', async () => {
    const bytes = wire({ kind: 'bounce', text: 'This is the mail system.\n' });
    expect(bytes).toMatch(/^Content-Type: multipart\/report;\s+report-type=delivery-status;/m);
    expect(bytes).toContain('Final-Recipient: rfc822; notices@sandbox.redress.test\r\nAction: failed\r\nStatus: 5.1.1');
    const mail = await simpleParser(bytes);
    expect(mail.to).toMatchObject({ text: 'bounce+t0k3n@in.redress.test' });
    expect(mail.from?.text).toContain('mailer-daemon@sandbox.redress.test');
    expect(bytes).toContain('Content-Type: message/delivery-status\r\n');
    const returned = mail.attachments.find((part) => part.contentType === 'text/rfc822-headers');
    expect(returned?.content.toString()).toContain(`Message-ID: ${original.messageId}`);
  });

  it('lets no line break of the notice become a header', async () => {
    const hostile = { ...original, subject: 'Hi\r\nBcc: all@evil.test', replyTo: 'a@b.test\r\nX-Evil: 1' };
    const mail = await simpleParser(wire({}, hostile));
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.headers.has('x-evil')).toBe(false);
  });
});
