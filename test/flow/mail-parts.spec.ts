import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Script } from '../support/fake-smtp.js';
import { aComplaint } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { addFile, sha256 } from './evidence-files.js';
import { aReport, aScan, fileWith, mailPage, openMailDesk, receive, tryToDeliver } from './mail-desk.js';
import type { MailDesk, MailPage } from './mail-desk.js';
import { kindsOf } from './read.js';

jest.setTimeout(30_000);

const MAIL_BYTES = 200_000;
/** Too large for one mail: the notice takes the first and the third. */
const files = { 'a.pdf': 60_000, 'b.pdf': 120_000, 'c.pdf': 10_000, 'd.pdf': 110_000 };
const inParts = [['a.pdf', 'c.pdf'], ['b.pdf'], ['d.pdf']];
const lost = { then: 'drop' } as const;
const ok = '250 2.0.0 ok';

let desk: MailDesk;
beforeAll(async () => {
  desk = await openMailDesk({ mailBytes: MAIL_BYTES });
}, 60_000);
afterAll(async () => desk.close(), 60_000);

describe('a notice that is too large for one mail', () => {
  const begin = async (script: Script): Promise<string> => {
    desk.follow(script);
    return fileWith(desk, files);
  };

  const fates = (page: MailPage): string[] => page.parts.map(({ outcome }) => outcome);

  it('is sent as a notice and follow-ups that answer it, each within the limit and kept to the byte', async () => {
    const id = await begin({});
    const page = await tryToDeliver(desk, id);
    expect(page).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered', tries: 1 }], filingErrors: [] });
    const [attempt] = page.attempts;
    expect(page.parts.map((part) => part.files)).toEqual(inParts);
    expect(page.parts[0]?.messageId).toBe(attempt?.messageId);
    expect(page.parts[0]?.documentId).toBe(attempt?.documentId);
    expect(desk.server.accepted.map(sha256)).toEqual(page.parts.map((part) => part.sha256));
    for (const [at, part] of page.parts.entries()) {
      const kept = await desk.app.main.http.get(`/documents/${part.documentId}`);
      expect(kept.text).toBe(desk.server.accepted[at]?.toString());
    }
    const mails = await Promise.all(desk.server.accepted.map(async (raw) => simpleParser(raw)));
    for (const raw of desk.server.accepted) expect(raw.length).toBeLessThanOrEqual(MAIL_BYTES);
    expect(mails.map((mail) => mail.inReplyTo)).toEqual([undefined, attempt?.messageId, attempt?.messageId]);
    expect(mails.map((mail) => /\(part \d of \d\)$/.exec(mail.subject ?? '')?.[0])).toEqual([
      '(part 1 of 3)',
      '(part 2 of 3)',
      '(part 3 of 3)',
    ]);
    const arrived = mails
      .flatMap(({ attachments }) => attachments)
      .filter(({ contentType }) => /pdf/.test(contentType));
    expect(arrived.map(({ content }) => sha256(content)).sort()).toEqual(
      Object.entries(files)
        .map(([name, bytes]) => sha256(aScan(name, bytes)))
        .sort(),
    );
    expect(mails[0]?.text).toContain('In part 2: b.pdf\nIn part 3: d.pdf');
    expect(await kindsOf(desk.app.main.http, id)).not.toContain('filing-error');
  });

  it('is delivered where a follow-up is refused, with the error noted and nothing stalled', async () => {
    const id = await begin({ dot: [ok, '552 5.3.4 message too big', ok] });
    const page = await tryToDeliver(desk, id);
    expect(page).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered', code: null }] });
    expect(fates(page)).toEqual(['accepted', 'prevented', 'accepted']);
    expect(page.filingErrors).toMatchObject([
      {
        code: 'ER-63',
        attribution: 'platform',
        message: 'Part 2 of 3 (b.pdf) was not taken: 552 5.3.4 message too big',
        recordedBy: 'automatic',
      },
    ]);
    expect(page.timeline.map(({ kind }) => kind)).toContain('filing-error');
    expect(await desk.app.sql('select status, stalled, prevented from item where complaint_id = $1', [id])).toEqual([
      { status: 'filed', stalled: false, prevented: false },
    ]);
  });

  it('is of unknown fate where one mail is, and a person’s resend sends that mail alone', async () => {
    const id = await begin({ dot: [ok, lost, ok, ok] });
    const unknown = await tryToDeliver(desk, id);
    expect(unknown).toMatchObject({ status: 'needs-human', attempts: [{ state: 'unknown', code: 'ER-43', tries: 1 }] });
    expect(unknown.attempts[0]?.message).toMatch(/^Of part 2 of 3: /);
    expect(fates(unknown)).toEqual(['accepted', 'unknown', 'accepted']);
    expect(desk.server).toMatchObject({ dots: 3 });

    const resolve = `/complaints/${id}/attempts/${unknown.attempts[0]?.id ?? ''}/resolve`;
    expectStatus(await desk.app.main.http.post(resolve, { outcome: 'resend', reason: 'Only part 2 is missing.' }), 200);
    const sent = await tryToDeliver(desk, id);
    expect(sent).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered', tries: 2, possibleRepeat: true }] });
    expect(fates(sent)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(desk.server).toMatchObject({ dots: 4 });
    expect(desk.server.accepted.map(sha256).sort()).toEqual(sent.parts.map((part) => part.sha256).sort());
  });

  it('sends no follow-up of a notice that was put off, and the same mails at the next try', async () => {
    const id = await begin({ RCPT: ['451 4.7.1 try again later'] });
    const waiting = await tryToDeliver(desk, id);
    expect(waiting).toMatchObject({ status: 'queued', attempts: [{ state: 'queued', code: 'ER-64', tries: 1 }] });
    expect(fates(waiting)).toEqual(['prevented']);
    expect(desk.server).toMatchObject({ dots: 0 });
    const kept = await desk.app.sql<{ sha256: string }>(
      'select sha256 from notice_part p join document d on d.id = p.document_id where attempt_id = $1 order by p.number',
      [waiting.attempts[0]?.id],
    );

    await desk.app.sql(`update rights_holder set name = 'Velora under another name'`);
    const sent = await tryToDeliver(desk, id);
    expect(sent).toMatchObject({
      status: 'filed',
      attempts: [{ state: 'delivered', tries: 2, possibleRepeat: false }],
    });
    expect(desk.server.accepted.map(sha256)).toEqual(kept.map((row) => row.sha256));
    expect(kept).toHaveLength(3);
  });

  it('stays delivered when a follow-up comes back hours later', async () => {
    const id = await begin({});
    const { parts } = await tryToDeliver(desk, id);
    const report = aReport({
      messageId: parts[2]?.messageId ?? '',
      recipients: [['Final-Recipient: rfc822; notices@sandbox.redress.test']],
    });
    expect(await receive(desk.app, report)).toMatchObject({
      match: { complaintId: id, by: 'dsn-message-id' },
      suggestion: { kind: 'bounce' },
    });
    const page = await mailPage(desk.app, id);
    expect(page).toMatchObject({ status: 'filed', attempts: [{ state: 'delivered' }], refused: [] });
    expect(page.filingErrors).toMatchObject([
      {
        code: 'ER-60',
        attribution: 'platform',
        message: 'Part 3 of the notice came back from notices@sandbox.redress.test: user-unknown (5.1.1).',
      },
    ]);
  });

  it('has no file that no mail could carry: such a complaint is stopped before it is submitted', async () => {
    const { http } = desk.app.main;
    const huge = await addFile(http, aScan('huge.pdf', 190_000), 'huge.pdf');
    const small = await addFile(http, aScan('small.pdf', 1_000), 'small.pdf');
    const body = aComplaint(desk.parties, { submit: true, evidence: [small.id, huge.id] });
    const { errors } = expectStatus(await http.post<{ errors: unknown[] }>('/complaints', body), 422);
    expect(errors).toMatchObject([
      {
        pointer: '/evidence',
        code: 'evidence-file-too-large',
        detail:
          '"huge.pdf" has 0.2 MiB, and grows by 37 in 100 in a mail, which may have 0.2 MiB. Make it smaller, or remove it.',
      },
    ]);
  });
});
