import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { DeliverAttempt } from '#libs/workflow';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, aListing, aRight, aRightsHolder, file } from '../support/builders.js';
import type { Filed, Parties } from '../support/builders.js';
import { fakeSmtp } from '../support/fake-smtp.js';
import type { FakeSmtp } from '../support/fake-smtp.js';
import { bearer, expectStatus } from '../support/http.js';
import type { Client, Json, Problem } from '../support/http.js';
import { aPaper, aPicture, addFile, sha256 } from './evidence-files.js';
import { readComplaint } from './read.js';

let server: FakeSmtp;
let app: TestApp;
let http: Client;
let parties: Parties;
beforeAll(async () => {
  server = await fakeSmtp();
  app = await startApp({ env: { SMTP_URL: `smtp://127.0.0.1:${server.port}` } });
  http = app.main.http;
  parties = await aHolder({ website: 'https://velora.example' });
}, 60_000);
afterAll(async () => {
  await app.close();
  await server.close();
}, 30_000);

async function aHolder(given: Json): Promise<Parties> {
  const holder = aRightsHolder({ name: 'Velora GmbH', ...given });
  const { id } = expectStatus(await http.post<{ id: string }>('/rights-holders', holder), 201);
  const right = aRight(id, { number: 'DE 307' });
  return { rightsHolderId: id, rightId: expectStatus(await http.post<{ id: string }>('/rights', right), 201).id };
}

/** Hands the complaint's one attempt to the transport. */
async function deliver({ id }: Filed): Promise<void> {
  const [attempt] = (await readComplaint(http, id)).attempts;
  await app.api.get(DeliverAttempt).run(app.main.id, attempt?.id ?? '', new AbortController().signal);
}

interface Sent {
  filed: Filed;
  raw: Buffer;
  mail: ParsedMail;
}

/** Files a complaint, and gives what the mail server received for it. */
async function sent(given: Json = {}, of = parties): Promise<Sent> {
  const filed = await file(http, of, given);
  const before = server.accepted.length;
  await deliver(filed);
  const [raw, ...more] = server.accepted.slice(before);
  if (raw === undefined || more.length > 0) throw new Error(`${server.accepted.length - before} mails for ${filed.id}`);
  return { filed, raw, mail: await simpleParser(raw) };
}

const attached = ({ mail }: Sent): unknown[] =>
  mail.attachments.map(({ filename, contentType, contentDisposition }) => [filename, contentType, contentDisposition]);
const reports = ({ mail }: Sent): Json[] =>
  mail.attachments
    .filter(({ filename }) => filename?.startsWith('xarf') === true)
    .map(({ content }) => JSON.parse(content.toString()) as Json);

describe('the mail of a complaint', () => {
  it('is kept to the byte: what the mail server received has the hash that is shown as proof', async () => {
    const picture = await addFile(http, aPicture, 'bag.png');
    const { filed, raw, mail } = await sent({ evidence: [picture.id] });
    const [attempt] = (await readComplaint(http, filed.id)).attempts;
    expect(attempt?.proof?.sha256).toBe(sha256(raw));
    const stored = await fetch(`${app.url}/api/v1/documents/${attempt?.documentId ?? ''}`, {
      headers: bearer(app.main.key),
    });
    expect(stored.headers.get('etag')).toBe(`"${sha256(raw)}"`);
    expect(Buffer.from(await stored.arrayBuffer()).equals(raw)).toBe(true);
    const [row] = await app.sql<{ sha256: string }>('select sha256 from document where id = $1', [attempt?.documentId]);
    expect(row?.sha256).toBe(sha256(raw));
    expect(mail.messageId).toBe(attempt?.messageId);
  });

  it('goes to the platform, from us, with an address of its own to answer to and the reference', async () => {
    const { filed, mail } = await sent();
    expect([mail.to].flat().map((to) => to?.text)).toEqual(['notices@sandbox.redress.test']);
    expect(mail.from?.text).toBe('"Redress" <notices@replies.redress.example>');
    expect(mail.replyTo?.text).toMatch(/^[^\s@]+@replies\.redress\.example$/);
    expect(mail.headers.get('x-redress-reference')).toBe(filed.reference);
    expect(mail.subject).toContain(filed.reference);
  });

  it('says the same as text and as a page, which runs nothing and fetches nothing', async () => {
    const listing = aListing({ title: 'VELORA <b>bag</b> & more' });
    const { filed, raw, mail } = await sent({ items: [listing] });
    expect(raw.toString()).toMatch(/^Content-Type: multipart\/mixed;/m);
    expect(raw.toString()).toMatch(/^Content-Type: multipart\/alternative;/m);
    const html = String(mail.html).replaceAll('&#x2F;', '/');
    for (const fact of [filed.reference, String(listing['url']), 'Velora GmbH', 'DE 307', 'Vera Velora'])
      expect([fact, mail.text?.includes(fact), html.includes(fact)]).toEqual([fact, true, true]);
    expect(mail.text).toContain('VELORA <b>bag</b> & more');
    expect(html).toContain('VELORA &lt;b&gt;bag&lt;/b&gt; &amp; more');
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object|form)\b|\bon\w+=|\burl\(/i);
  });

  it('speaks the platform’s first language where nobody chose one, and the chosen one where somebody did', async () => {
    const onTaobao = { platform: 'taobao', ground: 'counterfeit' };
    const listing = (id: number): Json => ({ url: `https://item.taobao.com/item.htm?id=6710215943${id}` });
    const chinese = await sent({ ...onTaobao, items: [listing(10)], language: undefined });
    expect(chinese.mail.headers.get('content-language')).toBe('zh');
    expect(chinese.mail.text).toContain('被投诉链接');
    expect(String(chinese.mail.html)).toContain('<html lang="zh-Hans">');
    expect(chinese.mail.text).toContain('本通知');
    const english = await sent({ ...onTaobao, items: [listing(11)], language: 'en' });
    expect(english.mail.headers.get('content-language')).toBe('en');
    expect(String(english.mail.html)).toContain('<html lang="en">');
    expect(english.mail.text).not.toContain('被投诉链接');
  });
});

describe('the evidence of a complaint', () => {
  it('is attached to the byte, in its order, each file with its type and a name of its own', async () => {
    const contents = [aPicture, aPaper('one'), aPaper('two')];
    const letter = Buffer.from('From: a@shop.example\r\nMessage-ID: <1@shop.example>\r\n\r\n.\r\nFrom here on\r\n');
    const files = [
      await addFile(http, aPicture, '照片.png'),
      await addFile(http, aPaper('one'), 'invoice.pdf'),
      await addFile(http, aPaper('two'), 'Invoice.pdf'),
      await addFile(http, letter, 'answer'),
    ];
    const notice = await sent({ ground: 'design', rightIds: [await aDesign()], evidence: files.map(({ id }) => id) });
    expect(attached(notice)).toEqual([
      ['照片.png', 'image/png', 'attachment'],
      ['invoice.pdf', 'application/pdf', 'attachment'],
      ['Invoice (2).pdf', 'application/pdf', 'attachment'],
      ['answer', 'application/octet-stream', 'attachment'],
    ]);
    expect(notice.mail.attachments.map(({ content }) => sha256(content))).toEqual([...contents, letter].map(sha256));
    for (const { sha256: hash } of files)
      expect([notice.mail.text?.includes(hash), String(notice.mail.html).includes(hash)]).toEqual([true, true]);
  });

  it('that no mail can carry is told before the complaint is sent', async () => {
    const large = Buffer.alloc(16 * 1024 * 1024, 'a note\n');
    const evidence = [(await addFile(http, large, 'a.txt')).id];
    const answer = await http.post<Problem>('/complaints', aComplaint(parties, { submit: true, evidence }));
    expect([answer.status, answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      ['/evidence evidence-file-too-large'],
    ]);
  }, 30_000);

  it('that the store has lost keeps the notice from leaving, and lets it leave once it is back', async () => {
    const content = aPaper('lost and found');
    const { id, sha256: hash } = await addFile(http, content, 'lost.pdf');
    const filed = await file(http, parties, { evidence: [id] });
    await rm(join(app.settings.REDRESS_DATA_DIR, 'files', app.main.id, hash.slice(0, 2), hash));
    const before = server.dots;
    await expect(deliver(filed)).rejects.toMatchObject({ kind: 'unavailable', code: 'file-missing' });
    expect(server.dots).toBe(before);
    expect(await readComplaint(http, filed.id)).toMatchObject({
      status: 'queued',
      attempts: [{ state: 'queued', tries: 0, documentId: null }],
    });
    await addFile(http, content, 'the same bytes.pdf');
    await deliver(filed);
    expect(await readComplaint(http, filed.id)).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered' }] });
  });
});

describe('the report for machines', () => {
  it('is one XARF file for one listing, with what was confirmed and the hash of each file beside it', async () => {
    const picture = await addFile(http, aPicture, 'bag.png');
    const listing = aListing();
    const notice = await sent({ ground: 'counterfeit', items: [listing], evidence: [picture.id] });
    expect(attached(notice)).toEqual([
      ['bag.png', 'image/png', 'attachment'],
      ['xarf.json', 'application/json', 'attachment'],
    ]);
    expect(reports(notice)).toMatchObject([
      {
        category: 'content',
        type: 'brand_infringement',
        infringement_type: 'counterfeit',
        url: listing['url'],
        legitimate_site: 'https://velora.example/',
        reporter: { org: 'Velora GmbH', contact: 'ip@velora.example', domain: 'velora.example' },
        sender: { contact: 'notices@replies.redress.example', domain: 'replies.redress.example' },
        redress: {
          reference: notice.filed.reference,
          ground: 'counterfeit',
          statements: [{ kind: 'good_faith' }, { kind: 'accuracy' }, { kind: 'authority' }],
          evidence_files: [{ name: 'bag.png', sha256: picture.sha256, media_type: 'image/png' }],
        },
      },
    ]);
  });

  it('is one for each listing, and one file of all where they are many', async () => {
    const few = await sent({ ground: 'counterfeit', items: [aListing(), aListing(), aListing()] });
    expect(few.mail.attachments.map(({ filename }) => filename)).toEqual(['xarf-1.json', 'xarf-2.json', 'xarf-3.json']);
    const items = Array.from({ length: 51 }, () => aListing());
    const many = await sent({ ground: 'counterfeit', items });
    expect(many.mail.attachments.map(({ filename }) => filename)).toEqual(['xarf-reports.json']);
    expect(
      reports(many)
        .flat()
        .map((report) => report['url']),
    ).toEqual(items.map(({ url }) => url));
  });

  it.each<[string, () => Promise<Sent>]>([
    ['a design, for which XARF has no type', async () => sent({ ground: 'design', rightIds: [await aDesign()] })],
    ['a holder without a site of its own', async () => sent({ ground: 'counterfeit' }, await aHolder({}))],
  ])('is left out where it can’t be told truly: %s', async (_what, send) => {
    const notice = await send();
    expect(notice.mail.attachments).toEqual([]);
    expect(notice.mail.text).toContain(notice.filed.reference);
  });
});

/** A design of the same rights holder. */
async function aDesign(): Promise<string> {
  const right = aRight(parties.rightsHolderId, { kind: 'design', classes: [], title: 'Hinge' });
  return expectStatus(await http.post<{ id: string }>('/rights', right), 201).id;
}
