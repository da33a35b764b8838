import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { Fault } from '#libs/domain';
import { aMail } from '../../test-support/transport-contract.js';
import { composeMail, sha256Hex } from './compose.js';

const chinese = '商品链接：https://shop.test/item/1\n该商品使用了与注册商标相同的标志。\n';

describe('composeMail', () => {
  it('gives the same bytes for the same mail', async () => {
    const [a, b] = [await composeMail(aMail()), await composeMail(aMail())];
    expect(a.raw.equals(b.raw)).toBe(true);
    expect(a.sha256).toBe(b.sha256);
    expect(a.sha256).toBe(sha256Hex(a.raw));
  });

  it('writes the given date, Message-ID, reply address and language', async () => {
    const mail = await simpleParser((await composeMail(aMail())).raw);
    expect(mail.date?.toISOString()).toBe('2026-03-02T08:30:00.000Z');
    expect(mail.messageId).toBe('<0198f2aa-7c10-7e51-9d2f-3a1b5c7d9e0f@redress.test>');
    expect(mail.replyTo?.text).toBe('reply+t0k3n@redress.test');
    expect(mail.headers.get('content-language')).toBe('en');
    expect(mail.headers.get('x-redress-reference')).toBe('RD-2026-00012');
  });

  it('takes the envelope from the bounce address and the recipients', async () => {
    const sealed = await composeMail(aMail({ to: ['Desk <a@x.test>', 'b@x.test'] }));
    expect(sealed.envelope).toEqual({ from: 'bounces+t0k3n@redress.test', to: ['a@x.test', 'b@x.test'] });
  });

  it('carries Chinese whole, in 7-bit lines that end in CRLF', async () => {
    const { raw } = await composeMail(aMail({ subject: '侵权通知 RD-2026-00012', text: chinese, language: 'zh' }));
    const wire = raw.toString('latin1');
    expect(wire).toMatch(/^[\x00-\x7f]*$/);
    expect(wire.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(wire.endsWith('\r\n')).toBe(true);
    expect(wire).toContain('Content-Transfer-Encoding: base64');
    const mail = await simpleParser(raw);
    expect(mail.subject).toBe('侵权通知 RD-2026-00012');
    expect(mail.text?.trim()).toBe(chinese.trim());
  });

  it.each([
    ['/subject', { subject: 'Hello\r\nBcc: everyone@evil.test' }],
    ['/replyTo', { replyTo: 'a@b.test\nX: y' }],
    ['/from', { from: 'a@b.test\rX: y' }],
    ['/envelopeFrom', { envelopeFrom: 'a@b.test\r\nRCPT TO:<x@y.test>' }],
    ['/to/1', { to: ['a@b.test', 'c@d.test\nBcc: x@y.test'] }],
    ['/headers/X-A', { headers: { 'X-A': '1\r\nX-B: 2' } }],
    ['/language', { language: 'en\n' }],
  ])('refuses a line break in %s by name', async (pointer, over) => {
    const fault = await composeMail(aMail(over)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Fault);
    expect((fault as Fault).fields.map((field) => field.pointer)).toEqual([pointer]);
  });

  it.each([{ 'X-A:\r\nB': 'x' }, { Subject: 'another' }, { 'content-type': 'text/html' }])(
    'refuses the header %p',
    async (headers) => {
      await expect(composeMail(aMail({ headers: headers as unknown as Record<string, string> }))).rejects.toThrow(
        Fault,
      );
    },
  );

  it('refuses a mail to nobody', async () => {
    await expect(composeMail(aMail({ to: [] }))).rejects.toThrow('no recipient');
  });

  it('carries any text of printable characters whole', async () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'é', '标', '.', ' ', '\n', '=', '-', '😀'), maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const { raw } = await composeMail(aMail({ text: `x${text}x` }));
        expect((await simpleParser(raw)).text?.trimEnd()).toBe(`x${text}x`);
      }),
      { numRuns: 60 },
    );
  });
});
