import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { Fault } from '#libs/domain';
import { aMail } from '../../test-support/transport-contract.js';
import type { MailAttachment } from '../channel.js';
import { composeMail } from './compose.js';
import { sha256Hex } from '../sha256.js';

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

const anAttachment = (over: Partial<MailAttachment> = {}): MailAttachment => ({
  name: 'xarf.json',
  mediaType: 'application/json',
  bytes: Buffer.from('{"xarf_version":"4.2.0"}\n'),
  ...over,
});

const html = '<p>Listing: <a href="https://shop.test/item/1">https://shop.test/item/1</a></p>\n';

const withEverything = `X-Redress-Reference: RD-2026-00012
Content-Language: en
From: Redress <notices@redress.test>
To: notices@shop.test
Reply-To: reply+t0k3n@redress.test
Subject: Notice of infringement RD-2026-00012
Message-ID: <0198f2aa-7c10-7e51-9d2f-3a1b5c7d9e0f@redress.test>
Date: Mon, 02 Mar 2026 08:30:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed;
 boundary="--_NmP-89ed0c3dc5c4345917b32d27-Part_1"

----_NmP-89ed0c3dc5c4345917b32d27-Part_1
Content-Type: multipart/alternative;
 boundary="--_NmP-89ed0c3dc5c4345917b32d27-Part_2"

----_NmP-89ed0c3dc5c4345917b32d27-Part_2
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 7bit

Listing: https://shop.test/item/1
.
A line that begins with a dot must arrive whole.

----_NmP-89ed0c3dc5c4345917b32d27-Part_2
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>Listing: <a href=3D"https://shop.test/item/1">https://shop.=
test/item/1</a></p>

----_NmP-89ed0c3dc5c4345917b32d27-Part_2--

----_NmP-89ed0c3dc5c4345917b32d27-Part_1
Content-Type: application/json; name=xarf.json
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename=xarf.json

eyJ4YXJmX3ZlcnNpb24iOiI0LjIuMCJ9Cg==
----_NmP-89ed0c3dc5c4345917b32d27-Part_1--
`;

const wireOf = async (over: Parameters<typeof aMail>[0]): Promise<string> =>
  (await composeMail(aMail(over))).raw.toString('latin1');

const attachedTo = async (over: Parameters<typeof aMail>[0]) =>
  (await simpleParser((await composeMail(aMail(over))).raw)).attachments;

describe('composeMail with further parts', () => {
  it('leaves text alone as the one part it always was, byte for byte', async () => {
    const plain = await composeMail(aMail());
    expect(plain.sha256).toBe('a45bdf860bfa7f24a0d11a1e836fe493a17c0c9f2539d5dbf624cc9ef5d782cd');
    expect((await composeMail(aMail({ html: null, attachments: [] }))).sha256).toBe(plain.sha256);
    expect((await composeMail(aMail({ html: '' }))).sha256).toBe(plain.sha256);
  });

  it('writes text, HTML and a file like this', async () => {
    expect(await wireOf({ html, attachments: [anAttachment()] })).toBe(withEverything.replaceAll('\n', '\r\n'));
  });

  it('has no more levels than it needs', async () => {
    const typesOf = (wire: string): string[] =>
      [...wire.matchAll(/^Content-Type: ([^;\r]+)/gm)].map(([, type]) => type ?? '');
    expect(typesOf(await wireOf({ html }))).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
    expect(typesOf(await wireOf({ attachments: [anAttachment()] }))).toEqual([
      'multipart/mixed',
      'text/plain',
      'application/json',
    ]);
  });

  it('gives the same bytes for the same mail, and every file back as it was', async () => {
    const file = fc.record({
      name: fc.string({
        unit: fc.constantFrom('a', ' ', '"', "'", ';', '=', '%', '图', 'é', '😀', '.', '_'),
        minLength: 1,
        maxLength: 80,
      }),
      mediaType: fc.constantFrom('image/png', 'text/plain', 'application/json', 'text/html', 'message/rfc822'),
      bytes: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), fc.boolean(), async (files, withHtml) => {
        // readers don't agree on runs of spaces in a folded header
        const attachments = files.map((each) => ({ ...each, name: `x${each.name}x`.replace(/ +/g, ' ') }));
        const mail = aMail({ attachments, ...(withHtml ? { html } : {}) });
        const [once, again] = [await composeMail(mail), await composeMail(mail)];
        expect(once.sha256).toBe(again.sha256);
        expect(once.raw.toString('latin1')).toMatch(/^(?:[\x20-\x7e\t]{0,998}\r\n)+$/);
        const read = await simpleParser(once.raw);
        expect(read.attachments.map(({ filename }) => filename)).toEqual(attachments.map(({ name }) => name));
        expect(read.attachments.map(({ content }) => sha256Hex(content))).toEqual(
          attachments.map(({ bytes }) => sha256Hex(bytes)),
        );
        expect(read.text).toContain('must arrive whole');
      }),
      { numRuns: 60 },
    );
  });

  it('names files in any script by RFC 2231', async () => {
    const name = '商品截图 (1).png';
    const wire = await wireOf({ attachments: [anAttachment({ name })] });
    expect(wire.replaceAll(/\r\n\s+/g, ' ')).toContain("Content-Disposition: attachment; filename*0*=utf-8''");
    expect((await attachedTo({ attachments: [anAttachment({ name })] }))[0]?.filename).toBe(name);
  });

  it.each(['message/rfc822', 'multipart/mixed'])(
    'sends a file of type %s as bytes, since it may not be encoded',
    async (mediaType) => {
      const file = anAttachment({ name: 'reply.eml', mediaType, bytes: Buffer.from('Subject: x\n\nbare line ends\n') });
      expect(await wireOf({ attachments: [file] })).toContain('Content-Type: application/octet-stream; name=reply.eml');
      const [read] = await attachedTo({ attachments: [file] });
      expect(read?.content.toString()).toBe('Subject: x\n\nbare line ends\n');
    },
  );

  it('lets no text hold the boundary', async () => {
    const boundaryIn = (wire: string): string => /boundary="([^"]+)"/.exec(wire)?.[1] ?? '';
    const boundary = boundaryIn(await wireOf({ html }));
    const text = `--${boundary}\r\nContent-Type: text/html\r\n\r\nforged\r\n--${boundary}--\r\n`;
    const wire = await wireOf({ html, text });
    expect(boundaryIn(wire)).not.toBe(boundary);
    expect((await simpleParser(wire)).text).toContain('forged');
  });

  it('reads no file and no address that stands in the parts', async () => {
    const within = '<img src="file:///etc/hostname"><img src="data:text/plain;base64,eA=="> /etc/hostname';
    const wire = await wireOf({
      html: within,
      attachments: [anAttachment({ name: 'data:x', bytes: Buffer.from('/etc/hostname') })],
    });
    const read = await simpleParser(wire);
    expect(read.html).toContain('src="file:///etc/hostname"');
    expect(read.attachments.map(({ content }) => content.toString())).toEqual(['/etc/hostname']);
  });

  it('takes a file whose hash is the one written down', async () => {
    const { bytes } = anAttachment();
    expect(await attachedTo({ attachments: [anAttachment({ sha256: sha256Hex(bytes) })] })).toHaveLength(1);
  });

  it.each<[string, Partial<MailAttachment>]>([
    ['/attachments/1/name', { name: '../../etc/passwd' }],
    ['/attachments/1/name', { name: 'C:\\x.png' }],
    ['/attachments/1/name', { name: 'x\r\nBcc: everyone@evil.test' }],
    ['/attachments/1/name', { name: 'invoice\u202egpj.exe' }],
    ['/attachments/1/name', { name: 'x\0.png' }],
    ['/attachments/1/name', { name: '..' }],
    ['/attachments/1/name', { name: ' ' }],
    ['/attachments/1/name', { name: 'x'.repeat(256) }],
    ['/attachments/1/mediaType', { mediaType: 'image/png; name=other.exe' }],
    ['/attachments/1/mediaType', { mediaType: 'image/png\r\nX: y' }],
    ['/attachments/1/mediaType', { mediaType: 'image' }],
    ['/attachments/1/sha256', { sha256: '0'.repeat(64) }],
  ])('refuses by name, as %s, the file %j', async (pointer, over) => {
    const mail = aMail({ attachments: [anAttachment(), anAttachment(over)] });
    const fault = await composeMail(mail).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Fault);
    expect((fault as Fault).fields.map((field) => field.pointer)).toEqual([pointer]);
  });

  it('refuses HTML or files without text', async () => {
    await expect(composeMail(aMail({ text: '', html }))).rejects.toThrow('needs its text');
    await expect(composeMail(aMail({ text: '', attachments: [anAttachment()] }))).rejects.toThrow('needs its text');
  });
});
