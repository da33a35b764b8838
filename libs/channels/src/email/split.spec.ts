import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { Fault } from '#libs/domain';
import { aMail } from '../../test-support/transport-contract.js';
import type { MailAttachment, SealedPart } from '../channel.js';
import { composeMail } from './compose.js';
import { sha256Hex } from '../sha256.js';
import { composeParts, fitsInMail } from './split.js';
import type { DivisibleNotice, PartWords } from './split.js';

const words: PartWords = {
  subject: (subject, part, of) => `${subject} (part ${part} of ${of})`,
  follows: (files, of) =>
    [`In ${of} mails.`, ...[...files].map(([part, names]) => `In part ${part}: ${names.join(', ')}`)].join('\n'),
  followUp: (part, of, files) => `This is part ${part} of ${of}: ${files.join(', ')}`,
};

const report: MailAttachment = {
  name: 'xarf.json',
  mediaType: 'application/json',
  bytes: Buffer.from('{"xarf_version":"4.2.0"}\n'),
};

const html = '<html><body><main><p>Listing & more</p></main></body></html>\n';

const aFile = (name: string, size: number): MailAttachment => ({
  name,
  mediaType: 'image/png',
  bytes: Buffer.alloc(size, name),
});

const aNotice = (files: readonly MailAttachment[], over: Partial<DivisibleNotice> = {}): DivisibleNotice => ({
  mail: aMail({ html, attachments: [report] }),
  files,
  mailBytes: 100_000,
  words,
  dkim: null,
  ...over,
});

const read = async ({ raw }: SealedPart) => simpleParser(raw);

describe('composeParts', () => {
  it('leaves a notice that is small enough as the one mail it always was, byte for byte', async () => {
    const files = [aFile('a.png', 20_000), aFile('b.png', 30_000)];
    const whole = await composeMail(aMail({ html, attachments: [...files, report] }));
    expect(await composeParts(aNotice(files))).toEqual([{ ...whole, files: ['a.png', 'b.png'] }]);
    expect(await composeParts(aNotice(files, { mailBytes: whole.raw.length }))).toHaveLength(1);
    expect((await composeParts(aNotice(files, { mailBytes: whole.raw.length - 1 }))).length).toBeGreaterThan(1);
  });

  it('sends what does not fit in follow-ups that answer the notice', async () => {
    const files = [aFile('a.png', 40_000), aFile('b.png', 60_000), aFile('c.png', 20_000), aFile('d.png', 50_000)];
    const parts = await composeParts(aNotice(files));
    expect(parts.map((part) => part.files)).toEqual([['a.png', 'c.png'], ['b.png'], ['d.png']]);
    const [first, second, third] = await Promise.all(parts.map(read));
    const own = '0198f2aa-7c10-7e51-9d2f-3a1b5c7d9e0f';
    expect(parts.map(({ messageId }) => messageId)).toEqual([
      `<${own}@redress.test>`,
      `<${own}.2@redress.test>`,
      `<${own}.3@redress.test>`,
    ]);
    expect([first, second, third].map((mail) => mail?.subject)).toEqual(
      [1, 2, 3].map((part) => `Notice of infringement RD-2026-00012 (part ${part} of 3)`),
    );
    for (const mail of [second, third]) {
      expect(mail).toMatchObject({ inReplyTo: `<${own}@redress.test>`, references: `<${own}@redress.test>` });
      expect(mail?.headers.get('x-redress-reference')).toBe('RD-2026-00012');
      expect(mail?.replyTo?.text).toBe('reply+t0k3n@redress.test');
      expect(mail?.date).toEqual(first?.date);
    }
    expect(first?.inReplyTo).toBeUndefined();
    expect([first, second, third].map((mail) => mail?.headers.get('x-redress-part'))).toEqual(['1/3', '2/3', '3/3']);
    expect(first?.text).toContain('whole.\n\nIn 3 mails.\nIn part 2: b.png\nIn part 3: d.png\n');
    expect(first?.html).toContain('<p>In 3 mails.<br>In part 2: b.png<br>In part 3: d.png</p>\n</main>');
    expect(second?.text?.trim()).toBe('This is part 2 of 3: b.png');
    expect([first, second, third].map((mail) => mail?.attachments.map(({ filename }) => filename))).toEqual([
      ['a.png', 'c.png', 'xarf.json'],
      ['b.png'],
      ['d.png'],
    ]);
  });

  it('names, by its place, every file that is too large for a mail of its own', async () => {
    const files = [
      aFile('a.png', 40_000),
      aFile('huge.tiff', 90_000),
      aFile('b.png', 60_000),
      aFile('film.mp4', 200_000),
    ];
    const fault = await composeParts(aNotice(files)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Fault);
    const { code, fields } = fault as Fault;
    expect([code, ...fields.map(({ pointer }) => pointer)]).toEqual([
      'mail-too-large',
      '/attachments/1',
      '/attachments/3',
    ]);
    expect(fields[0]?.detail).toMatch(/^"huge\.tiff" makes a mail of \d+ bytes, and one of 100000 is taken/);
  });

  it('leaves a notice without files as it is, however large', async () => {
    const mail = aMail({ text: 'A long explanation.\n'.repeat(10_000) });
    expect(await composeParts(aNotice([], { mail }))).toEqual([{ ...(await composeMail(mail)), files: [] }]);
  });

  const name = fc
    .string({ unit: fc.constantFrom('a', 'é', '图', '😀', ' ', '.', '%'), minLength: 1, maxLength: 60 })
    .map((text) => text.replace(/ +/g, ' '));
  const someFiles = fc
    .array(fc.tuple(name, fc.integer({ min: 0, max: 25_000 })), { minLength: 1, maxLength: 12 })
    .map((list) => list.map(([each, size], at) => aFile(`x${each}${at}.png`, size)));
  const dkim = fc.constantFrom(null, {
    domain: 'redress.test',
    selector: 's',
    privateKey: generateKeyPairSync('rsa', { modulusLength: 1024 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  });

  it('puts every file into exactly one mail, keeps every mail within the limit, and gives the same mails again', async () => {
    await fc.assert(
      fc.asyncProperty(someFiles, fc.integer({ min: 40_000, max: 120_000 }), dkim, async (files, mailBytes, key) => {
        const notice = aNotice(files, { mailBytes, dkim: key });
        const parts = await composeParts(notice);
        for (const part of parts) expect(part.raw.length).toBeLessThanOrEqual(mailBytes);
        const mails = await Promise.all(parts.map(read));
        const arrived = mails.flatMap(({ attachments }) => attachments.map(({ content }) => sha256Hex(content)));
        expect(arrived.sort()).toEqual([...files, report].map(({ bytes }) => sha256Hex(bytes)).sort());
        expect(parts.flatMap((part) => part.files).sort()).toEqual(files.map((file) => file.name).sort());
        expect(new Set(parts.map(({ messageId }) => messageId)).size).toBe(parts.length);
        expect((await composeParts(notice)).map(({ sha256 }) => sha256)).toEqual(parts.map(({ sha256 }) => sha256));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('takes every file that was said to fit', async () => {
    await fc.assert(
      fc.asyncProperty(
        name,
        fc.integer({ min: 65_536, max: 200_000 }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        async (each, mailBytes, share) => {
          const file = aFile(`x${each}`, Math.round(mailBytes * share));
          const others = [aFile('first.png', 20_000), aFile('last.png', 20_000)];
          const composed = composeParts(aNotice([...others, file], { mailBytes })).then(
            () => true,
            () => false,
          );
          if (fitsInMail({ name: file.name, size: file.bytes.length }, mailBytes)) expect(await composed).toBe(true);
          else expect(file.bytes.length).toBeGreaterThan((mailBytes - 40_000) / 1.4);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
