import type { PlatformChannel, RefusedRecipient, PartProof } from '#libs/domain';
import { DeliverAttempt, Rulebook } from '#libs/workflow';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { fakeSmtp } from '../support/fake-smtp.js';
import type { FakeSmtp, Script } from '../support/fake-smtp.js';
import { expectStatus } from '../support/http.js';
import { addFile, aPaper } from './evidence-files.js';
import { readComplaint } from './read.js';
import type { AttemptPage, ComplaintPage } from './read.js';

/** A desk that sends through a mail server that follows a script, one try at a time. */
export interface MailDesk {
  app: TestApp;
  server: FakeSmtp;
  parties: Parties;
  /** has the server follow another script, and forget what it saw */
  follow(script: Script): void;
  close(): Promise<void>;
}

/** The sandbox's profile as an operator may have written it; settings as they may be set. */
export interface MailDeskOptions {
  address?: NonNullable<PlatformChannel['address']>;
  mailBytes?: number;
  env?: Readonly<Record<string, string>>;
}

export async function openMailDesk({ address, mailBytes, env = {} }: MailDeskOptions): Promise<MailDesk> {
  const script: Script = {};
  const server = await fakeSmtp(script);
  const app = await startApp({ env: { SMTP_URL: `smtp://127.0.0.1:${server.port}`, ...env } });
  const platform = app.api.get(Rulebook).platform('sandbox');
  const email: PlatformChannel = { kind: 'email', address: address ?? 'notices@sandbox.redress.test' };
  Object.assign(platform, {
    channels: [email],
    limits: { ...platform.limits, ...(mailBytes === undefined ? {} : { mailBytes }) },
  });
  return {
    app,
    server,
    parties: await registerParties(app.main.http),
    follow(next) {
      for (const verb of Object.keys(script)) Reflect.deleteProperty(script, verb);
      Object.assign(script, next);
      Object.assign(server, { accepted: [], commands: [], dots: 0 });
    },
    close: async () => {
      await app.close();
      await server.close();
    },
  };
}

/** A file that is of so many bytes; other names have other bytes. */
export const aScan = (name: string, bytes: number): Buffer =>
  Buffer.concat([aPaper(name), Buffer.alloc(bytes, name)]).subarray(0, bytes);

/** Files a notice with these files as evidence, of so many bytes each; nothing is sent yet. */
export async function fileWith(
  { app, parties }: MailDesk,
  files: Readonly<Record<string, number>> = {},
): Promise<string> {
  const evidence: string[] = [];
  for (const [name, bytes] of Object.entries(files))
    evidence.push((await addFile(app.main.http, aScan(name, bytes), name)).id);
  return (await file(app.main.http, parties, { evidence })).id;
}

/** One try to deliver it, and what the page of the complaint says afterwards. */
export async function tryToDeliver({ app }: MailDesk, id: string): Promise<MailPage> {
  await app.sql(`update attempt set next_try_at = now() - interval '1 second' where next_try_at is not null`);
  const [attempt] = (await readComplaint(app.main.http, id)).attempts;
  await app.api.get(DeliverAttempt).run(app.main.id, attempt?.id ?? '', new AbortController().signal);
  return mailPage(app, id);
}

export interface MailPage extends ComplaintPage {
  attempts: (AttemptPage & { recipient: string })[];
  /** of the one attempt there is */
  refused: RefusedRecipient[];
  parts: (PartProof & { documentId: string | null })[];
}

export async function mailPage(app: TestApp, id: string): Promise<MailPage> {
  const page = expectStatus(await app.main.http.get<MailPage>(`/complaints/${id}`), 200);
  const proof = page.attempts[0]?.proof as Pick<MailPage, 'refused' | 'parts'> | null | undefined;
  return { ...page, refused: proof?.refused ?? [], parts: proof?.parts ?? [] };
}

export interface Report {
  /** what it is about: a Message-ID with its brackets */
  messageId: string;
  /** lines about each address */
  recipients: readonly string[][];
}

/** The report of a mail server that a message could not be delivered, told by the envelope id alone. */
export function aReport({ messageId, recipients }: Report): string {
  return [
    'From: Mail Delivery System <mailer-daemon@mail.example>',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <report-${(reports += 1)}@mail.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    `Original-Envelope-Id: ${messageId.replace(/[<>]/g, '')}`,
    '',
    ...recipients.flatMap((lines) => [
      ...lines,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      '',
    ]),
    '--b--',
    '',
  ].join('\r\n');
}

let reports = 0;

export interface ReceivedReport {
  match: { complaintId: string; by: string } | null;
  suggestion: { kind: string } | null;
}

export const receive = async (app: TestApp, raw: string): Promise<ReceivedReport> =>
  expectStatus(
    await app.main.http.send<ReceivedReport>('POST', '/replies', raw, { 'content-type': 'message/rfc822' }),
    201,
  );
