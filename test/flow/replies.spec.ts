import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readReplyAddress } from '#libs/answers';
import { DeliverAttempt } from '#libs/workflow';
import { fakeSmtp } from '../support/fake-smtp.js';
import type { FakeSmtp } from '../support/fake-smtp.js';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aListing, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { readComplaint } from './read.js';
import type { ComplaintPage } from './read.js';

let app: TestApp;
let sandbox: FakeSmtp;
let parties: Parties;
/** a complaint of two items that was delivered, and what the platform answers to */
let filed: { page: ComplaintPage; replyTo: string; messageId: string; urls: string[] };

beforeAll(async () => {
  sandbox = await fakeSmtp({});
  app = await startApp({ env: { SANDBOX_SMTP_PORT: String(sandbox.port) } });
  parties = await registerParties(app.main.http);
}, 60_000);
afterAll(async () => {
  await app.close();
  await sandbox.close();
}, 30_000);
beforeEach(async () => {
  filed = await delivered();
});

async function delivered(): Promise<typeof filed> {
  const { id } = await file(app.main.http, parties, { items: [aListing(), aListing()] });
  const before = await readComplaint(app.main.http, id);
  await app.api.get(DeliverAttempt).run(app.main.id, before.attempts[0]?.id ?? '', new AbortController().signal);
  const page = await readComplaint(app.main.http, id);
  const sent = sandbox.accepted.at(-1)?.toString() ?? '';
  const replyTo = /^Reply-To:\s+<?([^>\s]+)/m.exec(sent)?.[1] ?? '';
  expect(page.status).toBe('filed');
  expect(readReplyAddress(app.settings.REDRESS_SECRET, replyTo)).toEqual({
    workspaceId: app.main.id,
    attemptId: page.attempts[0]?.id,
  });
  return { page, replyTo, messageId: page.attempts[0]?.messageId ?? '', urls: page.items.map((item) => item.url) };
}

let serial = 0;

interface Letter {
  from?: string;
  to?: string;
  subject?: string;
  headers?: string[];
  text: string;
  structured?: object;
}

/** A mail as a platform writes it. */
function letter({
  from = 'IP desk <notices@sandbox.redress.test>',
  to = filed.replyTo,
  subject = 'Re: your notice',
  headers = [],
  text,
  structured,
}: Letter): string {
  serial += 1;
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <answer-${serial}@sandbox.redress.test>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    ...headers,
    'MIME-Version: 1.0',
  ];
  if (structured === undefined) return [...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n');
  const part = (type: string, body: string): string[] => ['--b', `Content-Type: ${type}; charset=utf-8`, '', body];
  const parts = [
    ...part('text/plain', text),
    ...part('application/vnd.redress.answer+json', JSON.stringify(structured)),
    '--b--',
    '',
  ];
  return [...head, 'Content-Type: multipart/mixed; boundary="b"', '', ...parts].join('\r\n');
}

interface Received {
  id: string;
  match: { complaintId: string; by: string } | null;
  suggestion: {
    kind: string;
    outcome?: string;
    statedReason?: string;
    bounce?: { permanent: boolean; reason: string };
    because: string[];
    structured: boolean;
  } | null;
}

const receive = async (raw: string): Promise<Received> =>
  expectStatus(await app.main.http.send<Received>('POST', '/replies', raw, { 'content-type': 'message/rfc822' }), 201);

const stateOf = async (id: string): Promise<string> =>
  expectStatus(await app.main.http.get<{ state: string }>(`/replies/${id}`), 200).state;
const now = async (): Promise<ComplaintPage> => readComplaint(app.main.http, filed.page.id);
const outcomes = async (): Promise<string[]> => (await now()).items.map((item) => item.outcome);
const code = async (id: string, body: object, status = 200): Promise<unknown> =>
  expectStatus(await app.main.http.post(`/replies/${id}/code`, body), status);

const refusal =
  'After review we decline to remove the reported listings, because they do not violate our intellectual property policy.';

const dsn = (): string =>
  [
    'From: Mail Delivery System <mailer-daemon@sandbox.redress.test>',
    `To: ${filed.replyTo}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <dsn-${(serial += 1)}@sandbox.redress.test>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; sandbox.redress.test',
    '',
    'Final-Recipient: rfc822; notices@sandbox.redress.test',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${filed.messageId}`,
    '--b--',
    '',
  ].join('\r\n');

const answer = (given: object = {}): object => ({
  version: 1,
  reference: filed.page.reference,
  kind: 'decision',
  decisions: filed.urls.map((url) => ({ url, outcome: 'removed' })),
  ...given,
});

describe('a bounce hours after the delivery', () => {
  it('takes it back: prevented, and both facts are kept', async () => {
    const received = await receive(dsn());
    expect(received).toMatchObject({
      match: { complaintId: filed.page.id },
      suggestion: { kind: 'bounce', bounce: { permanent: true, reason: 'user-unknown' } },
    });
    expect(await stateOf(received.id)).toBe('automatic');
    const page = await now();
    expect(page).toMatchObject({
      status: 'prevented',
      attempts: [{ state: 'prevented', code: 'ER-60', tries: 1, proof: { answer: '250 2.0.0 Ok: queued as 4F3' } }],
    });
    expect(page.items.map((item) => [item.status, item.outcome, item.deliveredAt])).toEqual([
      ['blocked', 'pending', null],
      ['blocked', 'pending', null],
    ]);
    expect(page.filingErrors).toMatchObject([{ code: 'ER-60', attribution: 'platform' }]);
    const kinds = page.timeline.map((event) => event.kind);
    expect(kinds.filter((kind) => kind === 'delivered' || kind === 'prevented')).toEqual(['delivered', 'prevented']);
    expect(page.deadlines.filter((deadline) => deadline.state === 'open')).toEqual([]);
  });

  it('that comes after a decision takes no decided item back', async () => {
    await receive(letter({ text: 'Removed.', structured: answer() }));
    await receive(dsn());
    expect((await now()).items.map((item) => [item.status, item.outcome])).toEqual([
      ['filed', 'removed'],
      ['filed', 'removed'],
    ]);
  });

  it('of the same bytes twice is one reply and one filing error', async () => {
    const raw = dsn();
    const [first, second] = [await receive(raw), await receive(raw)];
    expect(second.id).toBe(first.id);
    expect((await now()).filingErrors).toHaveLength(1);
    expect((await now()).replies).toHaveLength(1);
  });
});

describe('an automatic reply', () => {
  it('is kept as automatic and is never a refusal', async () => {
    const headers = ['Auto-Submitted: auto-replied', 'X-Autoreply: yes'];
    const received = await receive(
      letter({
        subject: 'Automatic reply: your notice',
        headers,
        text: 'I am out of the office until Monday. We cannot remove your request.',
      }),
    );
    expect(received.suggestion?.kind).toBe('auto-reply');
    expect(await stateOf(received.id)).toBe('automatic');
    expect(await now()).toMatchObject({ status: 'filed' });
    expect(await outcomes()).toEqual(['pending', 'pending']);
  });
});

describe('a refusal in free words', () => {
  it('waits for a person with a suggestion, is decided by them, and is taken back by them', async () => {
    const received = await receive(letter({ text: refusal }));
    expect(received).toMatchObject({
      match: { complaintId: filed.page.id, by: 'token' },
      suggestion: { kind: 'decision', outcome: 'refused', structured: false },
    });
    expect(received.suggestion?.because.length).toBeGreaterThan(0);
    expect(await stateOf(received.id)).toBe('waiting');
    expect(await outcomes()).toEqual(['pending', 'pending']);
    const triage = expectStatus(await app.main.http.get<{ data: { id: string }[] }>('/triage'), 200);
    expect(triage.data.map((reply) => reply.id)).toContain(received.id);

    await code(received.id, {
      action: 'decide',
      outcome: 'refused',
      justification: { J2: false, J3: true, J4: false, J5: false, J6: false },
    });
    expect(await now()).toMatchObject({ status: 'decided' });
    expect((await now()).items.map((item) => item.decision?.source)).toEqual(['person', 'person']);
    expect(await stateOf(received.id)).toBe('applied');

    await code(received.id, { action: 'undo' });
    expect(await now()).toMatchObject({ status: 'filed' });
    expect(await outcomes()).toEqual(['pending', 'pending']);
    expect(await stateOf(received.id)).toBe('waiting');
    expect((await now()).timeline.map((event) => event.kind)).toContain('decision-undone');
    const kept = await app.sql('select superseded from decision where complaint_id = $1', [filed.page.id]);
    expect(kept).toEqual([{ superseded: true }, { superseded: true }]);
  });

  it('that is taken back opens the platform’s clock again', async () => {
    const clocks = async (): Promise<string[]> =>
      (await now()).deadlines.filter(({ kind }) => kind === 'decision').map(({ state }) => state);
    expect(await clocks()).toEqual(['open']);
    const { id } = await receive(letter({ text: refusal }));
    await code(id, { action: 'decide', outcome: 'refused' });
    expect(await clocks()).toEqual(['met']);
    await code(id, { action: 'undo' });
    expect(await clocks()).toEqual(['open']);
  });

  it('decides only the items that are named; the rest of the message can decide otherwise', async () => {
    const { id } = await receive(letter({ text: refusal }));
    const [first, second] = filed.page.items;
    await code(id, { action: 'decide', outcome: 'refused', itemIds: [first?.id] });
    expect(await outcomes()).toEqual(['refused', 'pending']);
    expect((await now()).status).not.toBe('decided');
    await code(id, { action: 'decide', outcome: 'removed', itemIds: [second?.id] });
    expect(await outcomes()).toEqual(['refused', 'removed']);
    expect(await now()).toMatchObject({ status: 'decided' });
  });

  it('that was taken back does not come back when a later decision is taken back', async () => {
    const first = await receive(letter({ text: refusal }));
    await code(first.id, { action: 'decide', outcome: 'refused' });
    await code(first.id, { action: 'undo' });
    const second = await receive(letter({ text: 'We have removed the listings you reported.' }));
    await code(second.id, { action: 'decide', outcome: 'removed' });
    await code(second.id, { action: 'undo' });
    expect(await outcomes()).toEqual(['pending', 'pending']);
  });

  it('stands again when a later decision over it is taken back', async () => {
    const first = await receive(letter({ text: refusal }));
    await code(first.id, { action: 'decide', outcome: 'refused' });
    const second = await receive(letter({ text: 'We have removed the listings you reported.' }));
    await code(second.id, { action: 'decide', outcome: 'removed' });
    expect(await outcomes()).toEqual(['removed', 'removed']);
    await code(second.id, { action: 'undo' });
    expect(await outcomes()).toEqual(['refused', 'refused']);
    expect(await now()).toMatchObject({ status: 'decided' });
  });

  it('can’t be dated where it can’t have been', async () => {
    const { id } = await receive(letter({ text: refusal }));
    for (const decidedAt of ['2999-01-01T00:00:00Z', '2001-01-01T00:00:00Z']) {
      expect(await code(id, { action: 'decide', outcome: 'refused', decidedAt }, 422)).toMatchObject({
        errors: [{ pointer: '/decidedAt' }],
      });
    }
    expect(await outcomes()).toEqual(['pending', 'pending']);
  });

  it('whose own date lies before the notice was delivered is dated by its arrival', async () => {
    const raw = letter({ text: refusal }).replace(/^Date: .*$/m, 'Date: Mon, 01 Jan 2001 00:00:00 +0000');
    const { id } = await receive(raw);
    await code(id, { action: 'decide', outcome: 'refused' });
    const [row] = await app.sql<{ late: boolean }>(
      'select bool_and(decided_at >= delivered_at) as late from item where complaint_id = $1',
      [filed.page.id],
    );
    expect(row?.late).toBe(true);
  });
});

describe('a machine-readable answer', () => {
  it('with the token, from the platform’s own domain, decides by itself', async () => {
    const decisions = filed.urls.map((url, at) =>
      at === 0
        ? { url, outcome: 'removed' }
        : { url, outcome: 'refused', statedReason: 'RR-40', text: 'A different product.' },
    );
    const received = await receive(
      letter({ text: 'See attachment.', structured: answer({ decisions, caseNumber: 'SB-77' }) }),
    );
    expect(await stateOf(received.id)).toBe('applied');
    const page = await now();
    expect(page.items.map((item) => [item.outcome, item.decision?.source, item.decision?.statedReason])).toEqual([
      ['removed', 'structured', null],
      ['refused', 'structured', 'RR-40'],
    ]);
    expect(page.status).toBe('decided');
    expect(page.caseNumber).toBe('SB-77');
  });

  it.each<[string, (raw: string) => string]>([
    [
      'without the token',
      (raw) =>
        raw
          .replaceAll(filed.replyTo, 'notices@replies.redress.example')
          .replace('MIME-Version', `In-Reply-To: ${filed.messageId}\r\nMIME-Version`),
    ],
    [
      'with a token that was tampered with',
      (raw) =>
        raw
          .replace(/r\+(.)/g, (_all, first: string) => `r+${first === '0' ? '1' : '0'}`)
          .replace('MIME-Version', `In-Reply-To: ${filed.messageId}\r\nMIME-Version`),
    ],
    [
      'from a foreign domain',
      (raw) => raw.replace('notices@sandbox.redress.test', 'notices@sandbox.redress.test.evil.example'),
    ],
    [
      'from a domain that only ends alike',
      (raw) => raw.replace('notices@sandbox.redress.test', 'notices@evilsandbox.redress.test'),
    ],
    ['from nobody', (raw) => raw.replace(/^From: .*\r\n/m, '')],
    [
      'about another complaint',
      (raw) => raw.replace(`"reference":"${filed.page.reference}"`, '"reference":"RD-2020-00001"'),
    ],
  ])('%s never decides', async (_name, change) => {
    const raw = change(letter({ text: 'See attachment.', structured: answer() }));
    expect(raw).not.toBe(letter({ text: '' }));
    const received = await receive(raw);
    expect(['waiting', 'unmatched']).toContain(await stateOf(received.id));
    expect(await outcomes()).toEqual(['pending', 'pending']);
    expect(await app.sql('select 1 from decision where complaint_id = $1', [filed.page.id])).toEqual([]);
  });

  it('about listings that are not of the complaint waits for a person', async () => {
    const decisions = [{ url: 'https://sandbox.redress.test/item/of-somebody-else', outcome: 'removed' }];
    const received = await receive(letter({ text: 'See attachment.', structured: answer({ decisions }) }));
    expect(await stateOf(received.id)).toBe('waiting');
    expect(await outcomes()).toEqual(['pending', 'pending']);
  });

  it('with another workspace’s token stays where it came in and decides nothing', async () => {
    const other = await app.addWorkspace(`Other ${serial}`);
    const raw = letter({ text: 'See attachment.', structured: answer() });
    const received = expectStatus(
      await other.http.send<Received>('POST', '/replies', raw, { 'content-type': 'message/rfc822' }),
      201,
    );
    expect(received.match).toBeNull();
    expect(await outcomes()).toEqual(['pending', 'pending']);
    expect((await now()).replies).toEqual([]);
  });
});

describe('a message', () => {
  it('is kept to the byte, and twice the same is one reply', async () => {
    const raw = letter({ text: 'Wir haben Ihre Meldung erhalten \u00fc\u00e4.' });
    const [first, ...others] = (await Promise.all(Array.from({ length: 6 }, async () => receive(raw)))) as [Received];
    for (const { id } of others) expect(id).toBe(first.id);
    const { documentId } = expectStatus(await app.main.http.get<{ documentId: string }>(`/replies/${first.id}`), 200);
    const kept = await app.main.http.get(`/documents/${documentId}`);
    expect(kept.text).toBe(raw);
    const hash = createHash('sha256').update(raw).digest('hex');
    expect(await app.sql('select count(*)::int as n from reply where sha256 = $1', [hash])).toEqual([{ n: 1 }]);
  });

  it('that nobody can be found for waits unmatched, and a person finds its complaint', async () => {
    const received = await receive(letter({ to: 'someone@replies.redress.example', subject: 'hello', text: refusal }));
    expect(received.match).toBeNull();
    expect(await stateOf(received.id)).toBe('unmatched');
    expect(await code(received.id, { action: 'decide', outcome: 'refused' }, 422)).toMatchObject({
      errors: [{ pointer: '/complaintId' }],
    });
    await code(received.id, { action: 'match', complaintId: filed.page.id });
    expect(await stateOf(received.id)).toBe('waiting');
    await code(received.id, { action: 'decide', outcome: 'refused' });
    expect(await outcomes()).toEqual(['refused', 'refused']);
  });

  it.each([
    ['nothing but a line end', '\r\n'],
    ['bytes that are no mail', '\u0000\u0001\u0002 not a mail'],
    ['a header without an end', `Subject: ${'x'.repeat(100_000)}`],
    ['NUL in subject and text', 'From: a@b.test\r\nSubject: a\u0000b\r\n\r\nx\u0000y\r\n'],
    ['half a surrogate pair in an encoded subject', 'From: a@b.test\r\nSubject: =?UTF-8?B?7aCA?=\r\n\r\nx\r\n'],
  ])('of %s is stored and waits', async (_name, raw) => {
    const received = await receive(`${raw}${raw.startsWith('\r\n') ? '' : ''}`);
    expect(await stateOf(received.id)).toBe('unmatched');
  });

  it('with an empty body or another type is refused', async () => {
    expectStatus(await app.main.http.send('POST', '/replies', '', { 'content-type': 'message/rfc822' }), 400);
    expectStatus(await app.main.http.send('POST', '/replies', 'x', { 'content-type': 'text/html' }), 415);
  });
});

describe('an error a person met on another channel', () => {
  it('takes nothing back that has arrived by mail', async () => {
    const met = {
      channel: 'guided-form',
      outcome: 'prevented',
      code: 'ER-20',
      message: 'captcha',
      at: new Date().toISOString(),
    };
    expectStatus(await app.main.http.post(`/complaints/${filed.page.id}/attempts`, met), 201);
    const page = await now();
    expect(page.status).toBe('filed');
    expect(page.items.map((item) => item.status)).toEqual(['filed', 'filed']);
    expect(page.attempts.map((attempt) => attempt.state).sort()).toEqual(['delivered', 'prevented']);
  });
});

describe('an acknowledgement', () => {
  it('is recorded with its case number, closes its clock, and is not an answer', async () => {
    const received = await receive(
      letter({
        headers: ['Auto-Submitted: auto-replied'],
        text: 'We have received your notice. Your case number is SB-10023.',
        structured: { version: 1, reference: filed.page.reference, kind: 'acknowledgement', caseNumber: 'SB-10023' },
      }),
    );
    expect(await stateOf(received.id)).toBe('automatic');
    expect(await now()).toMatchObject({ status: 'acknowledged', caseNumber: 'SB-10023' });
    expect((await now()).deadlines.map(({ kind, state }) => [kind, state])).toEqual([
      ['acknowledgement', 'met'],
      ['decision', 'open'],
    ]);
    expect(await outcomes()).toEqual(['pending', 'pending']);
  });

  it('and a question that are read after the decision open nothing again', async () => {
    await receive(letter({ text: 'Removed.', structured: answer() }));
    const { reference } = filed.page;
    const structured = { version: 1, reference, kind: 'acknowledgement', caseNumber: 'SB-10024' };
    await receive(letter({ text: 'We have received your notice.', structured }));
    await receive(
      letter({ text: 'Please send us the certificate.', structured: { ...structured, kind: 'needs-info' } }),
    );
    expect(await now()).toMatchObject({ status: 'decided', caseNumber: 'SB-10024' });
  });
});
