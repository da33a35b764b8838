import { afterEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { composeMail, devMailbox, sha256Hex, smtpTransport } from '#libs/channels';
import type { MailTransport, SealedMail } from '#libs/channels';
import type { DeliveryOutcome } from '#libs/domain';
import { smtpVerdict } from '#libs/simulation';
import { readYamlFolder } from '#libs/settings';
import { parseBehaviour } from '#libs/simulation';
import type { Ledger } from './ledger.js';
import { startSandbox } from './sandbox.js';
import type { Sandbox } from './sandbox.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

interface Inbound {
  port: number;
  mails: { raw: string; from: string; to: string; parsed: ParsedMail }[];
}

/** Stands for Redress's inbound mail; refuses the first `failures` messages for now. */
async function inbound(failures = 0): Promise<Inbound> {
  const box: Inbound = { port: 0, mails: [] };
  let left = failures;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (left-- > 0) {
          done(Object.assign(new Error('busy'), { responseCode: 451 }));
          return;
        }
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((parsed) => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          box.mails.push({ raw: raw.toString('latin1'), from, to: envelope.rcptTo[0]?.address ?? '', parsed });
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  open.push({
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  });
  box.port = (server.server.address() as AddressInfo).port;
  return box;
}

async function start(
  secondsPerDay: number,
  failures = 0,
): Promise<{ sandbox: Sandbox; box: Inbound; transport: MailTransport }> {
  const box = await inbound(failures);
  const sandbox = await startSandbox({
    smtpPort: 0,
    httpPort: 0,
    behavioursDir: 'config/sandbox',
    inboundSmtp: { host: '127.0.0.1', port: box.port },
    secondsPerDay,
  });
  const transport = devMailbox({
    keep: () => Promise.resolve(),
    forward: {
      domains: ['sandbox.redress.test'],
      transport: smtpTransport(`smtp://127.0.0.1:${sandbox.smtpPort}`, { timeouts: { reply: 5_000 } }),
    },
  });
  open.push(sandbox, transport);
  return { sandbox, box, transport };
}

const notice = (reference: string, to = 'notices@sandbox.redress.test'): Promise<SealedMail> =>
  composeMail({
    messageId: `<${reference}@redress.test>`,
    from: 'Redress <notices@redress.test>',
    envelopeFrom: `bounce+${reference}@in.redress.test`,
    replyTo: `reply+${reference}@in.redress.test`,
    to: [to],
    subject: `Notice of counterfeit goods: 2 listings, Velora GmbH [${reference}]`,
    text: [
      '1. Rights Holder\n\n   Name: Velora GmbH\n\n2. Rights relied on\n\n   2.1 Trademark: VELORA\n\n3. Listings\n',
      '   3.1 https://shop.test/item/1\n   3.2 https://shop.test/item/2\n',
    ].join('\n'),
    language: 'en',
    date: new Date('2026-03-02T08:30:00Z'),
    headers: { 'X-Redress-Reference': reference },
  });

const deliver = (transport: MailTransport, mail: SealedMail): Promise<DeliveryOutcome> =>
  transport.deliver(mail, { signal: new AbortController().signal });

async function until(true_: () => boolean, patience = 8_000): Promise<void> {
  const end = Date.now() + patience;
  while (!true_()) {
    if (Date.now() > end) throw new Error('It did not come to pass in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('startSandbox', () => {
  it('takes a notice and answers it by mail: an acknowledgement, then a decision with its truth in the ledger', async () => {
    const { sandbox, box, transport } = await start(0.2);
    const mail = await notice('RD-2026-00001');
    expect(await deliver(transport, mail)).toMatchObject({ kind: 'delivered', proof: { transport: 'smtp' } });
    await until(() => box.mails.length === 2);

    const [entry] = sandbox.ledger.accepted;
    expect(entry).toMatchObject({ platform: 'sandbox', reference: 'RD-2026-00001', rightsHolder: 'Velora GmbH' });
    expect(entry?.sha256).toBe(sha256Hex(mail.raw));
    expect(entry?.messageId).toBe(mail.messageId);
    await until(() => entry?.answers.every(({ state }) => state === 'sent') ?? false);

    const [first, second] = box.mails;
    expect(box.mails.map(({ to }) => to)).toEqual(Array(2).fill('reply+RD-2026-00001@in.redress.test'));
    expect(box.mails.map(({ parsed }) => parsed.inReplyTo)).toEqual([mail.messageId, mail.messageId]);
    expect(first?.parsed.headers.get('auto-submitted')).toBe('auto-replied');
    expect(second?.parsed.headers.has('auto-submitted')).toBe(false);
    const answer: unknown = JSON.parse(second?.parsed.attachments[0]?.content.toString() ?? 'null');
    const truth = entry?.answers.at(-1)?.truth.map(({ url, outcome }) => ({ url, outcome }));
    expect(answer).toMatchObject({ version: 1, kind: 'decision', reference: 'RD-2026-00001', decisions: truth });
    expect(truth?.map(({ url }) => url)).toEqual(['https://shop.test/item/1', 'https://shop.test/item/2']);
  });

  it('tries again, with the same bytes, where an answer is not taken', async () => {
    const { sandbox, box, transport } = await start(0.01, 1);
    await deliver(transport, await notice('RD-2026-00002'));
    await until(() => box.mails.length === 2);
    const answers = sandbox.ledger.accepted[0]?.answers ?? [];
    await until(() => answers.every(({ state }) => state === 'sent'));
    expect(answers.map(({ tries }) => tries).sort()).toEqual([1, 2]);
  });

  it('prevents and stalls as its behaviour says, so that the error code can be told', async () => {
    const { sandbox, transport } = await start(1_000);
    const broken = readYamlFolder('config/sandbox', parseBehaviour).find(({ slug }) => slug === 'sandbox-broken');
    if (broken === undefined) throw new Error('no sandbox-broken');
    const codes = new Set<string>();
    for (let n = 0; n < 40; n += 1) {
      const reference = `RD-2026-${String(n).padStart(5, '0')}`;
      const verdict = smtpVerdict(broken, 1, reference, 1);
      const outcome = await deliver(transport, await notice(reference, 'notices@broken.sandbox.redress.test'));
      expect(outcome.kind).toBe(verdict === 'accept' ? 'delivered' : 'prevented');
      if (verdict === 'accept' || outcome.kind !== 'prevented') continue;
      expect(outcome).toMatchObject({ attribution: 'platform', retry: verdict.code < 500 });
      expect(outcome.proof.answer).toBe(`${verdict.code} ${verdict.enhanced} ${verdict.text}`);
      codes.add(outcome.code);
    }
    expect(codes.size).toBeGreaterThanOrEqual(4);
    expect(sandbox.ledger.accepted.length + sandbox.ledger.refused.length).toBe(40);
  });

  it('knows no other recipients', async () => {
    const { sandbox, transport } = await start(1);
    for (const to of ['someone@sandbox.redress.test', 'notices@nobody.sandbox.redress.test'])
      expect(await deliver(transport, await notice('RD-2026-00003', to))).toMatchObject({
        kind: 'prevented',
        code: 'ER-60',
        attribution: 'platform',
        retry: false,
      });
    expect(sandbox.ledger.accepted).toEqual([]);
  });

  it('shows its ledger as JSON and as a page that runs nothing', async () => {
    const { sandbox, transport } = await start(1_000);
    await deliver(transport, await notice('RD-2026-00004'));
    const at = `http://127.0.0.1:${sandbox.httpPort}`;
    const ledger = (await (await fetch(`${at}/ledger`)).json()) as Pick<Ledger, 'accepted' | 'refused'>;
    expect(ledger.accepted.map(({ reference }) => reference)).toEqual(['RD-2026-00004']);
    expect(ledger.refused).toEqual([]);
    const page = await fetch(at);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('RD-2026-00004');
    expect((await fetch(`${at}/other`)).status).toBe(404);
    expect((await fetch(at, { method: 'POST' })).status).toBe(405);
  });
});
