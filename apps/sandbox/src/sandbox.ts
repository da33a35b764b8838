import { createHash } from 'node:crypto';
import type { Server } from 'node:net';
import { readYamlFolder } from '#libs/settings';
import { answerPlan, parseBehaviour, replyMail, smtpVerdict } from '#libs/simulation';
import type { PlannedReply, SmtpVerdict } from '#libs/simulation';
import { AnswerPost } from './answer-post.js';
import { Api } from './api/api.js';
import { Reports } from './api/reports.js';
import { ledgerServer } from './ledger-page.js';
import { Ledger } from './ledger.js';
import type { LedgerAnswer, LedgerEntry } from './ledger.js';
import type { Log } from './log.js';
import { mailInbox } from './mail-inbox.js';
import type { ReceivedMail } from './mail-inbox.js';
import { deskOf } from './portal/desk.js';
import { Portal } from './portal/portal.js';
import { readNotice } from './read-notice.js';
import type { ReadNotice } from './read-notice.js';

export interface SandboxOptions {
  /** 0 = any free port */
  smtpPort: number;
  /** 0 = any free port */
  httpPort: number;
  /** loopback unless there is a reason: anybody who reaches the ports can file and read the ledger */
  host?: string;
  /** folder of behaviours, config/sandbox */
  behavioursDir: string;
  /** where answers are handed in: Redress's inbound mail */
  inboundSmtp: { host: string; port: number };
  /** how many real seconds a simulated day lasts; default 1 */
  secondsPerDay?: number;
  /** another seed is another world; default 1 */
  seed?: number;
  log?: Log;
}

export interface Sandbox {
  smtpPort: number;
  httpPort: number;
  ledger: Ledger;
  close(): Promise<void>;
}

const quiet: Log = { info: () => undefined, warn: () => undefined };

/**
 * Starts the simulated platforms: a mail server that takes notices for `notices@*.sandbox.redress.test`, decides as
 * the behaviours say, answers by mail, and keeps a ledger of what is true. Nothing is kept on disk.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = '127.0.0.1', log = quiet } = options;
  const behaviours = readYamlFolder(options.behavioursDir, parseBehaviour);
  const ledger = new Ledger();
  const post = new AnswerPost(options.inboundSmtp, log);
  const { seed = 1 } = options;
  const { secondsPerDay = 1 } = options;
  const desk = new Desk(ledger, post, secondsPerDay, seed);
  const api = new Api(behaviours, ledger, new Reports(ledger, secondsPerDay, seed), seed);
  const portal = new Portal(behaviours, deskOf(ledger, desk), seed);
  const inbox = mailInbox(behaviours, (mail) => desk.take(mail));
  inbox.on('error', (error: Error) => {
    log.warn(`The sandbox's mail server: ${error.message}`);
  });
  const web = ledgerServer(ledger, portal, api);
  const smtpPort = await listen(inbox.server, options.smtpPort, host);
  const httpPort = await listen(web, options.httpPort, host);
  log.info(
    `Simulated platforms ${behaviours.map(({ slug }) => slug).join(', ')}: mail on port ${smtpPort}, page on port ${httpPort}.`,
  );
  return {
    smtpPort,
    httpPort,
    ledger,
    close: async () => {
      post.close();
      web.closeAllConnections();
      await Promise.all([
        closed((done) => {
          inbox.close(done);
        }),
        closed((done) => {
          web.close(done);
        }),
      ]);
    },
  };
}

/** Takes notices in and plans the answers. */
class Desk {
  constructor(
    private readonly ledger: Ledger,
    private readonly post: AnswerPost,
    private readonly secondsPerDay: number,
    private readonly seed: number,
  ) {}

  async take(mail: ReceivedMail): Promise<SmtpVerdict> {
    const read = await readNotice(mail.raw);
    const { slug } = mail.platform;
    const { reference } = read.notice;
    const tryNumber = this.ledger.nextTry(slug, reference);
    const verdict = smtpVerdict(mail.platform, this.seed, reference, tryNumber);
    if (verdict === 'accept') this.accept(mail, read);
    else {
      const reply = `${verdict.code} ${verdict.enhanced} ${verdict.text}`;
      const { messageId } = read;
      this.ledger.refuse({ at: new Date().toISOString(), platform: slug, messageId, reference, tryNumber, reply });
    }
    return verdict;
  }

  /** Keeps a notice that was taken, and plans its answers. */
  accept({ raw, platform, envelope }: ReceivedMail, read: ReadNotice, more: Pick<LedgerEntry, 'form'> = {}): void {
    const plan = answerPlan(platform, read.notice, this.seed);
    const now = Date.now();
    const answers = plan.map((planned): LedgerAnswer => {
      const answer: LedgerAnswer = {
        kind: planned.kind,
        structured: planned.structured !== undefined,
        language: planned.language,
        dueAt: new Date(now + this.milliseconds(planned)).toISOString(),
        state: 'waiting',
        tries: 0,
        truth: planned.truth.items,
      };
      this.answer(planned, answer, read, envelope);
      return answer;
    });
    this.ledger.accept({
      receivedAt: new Date(now).toISOString(),
      platform: platform.slug,
      messageId: read.messageId,
      sha256: createHash('sha256').update(raw).digest('hex'),
      envelope,
      reference: read.notice.reference,
      rightsHolder: read.notice.rightsHolder,
      urls: read.notice.items.map(({ url }) => url),
      answers,
      ...more,
    });
  }

  private answer(
    planned: PlannedReply,
    entry: LedgerAnswer,
    read: ReadNotice,
    envelope: ReceivedMail['envelope'],
  ): void {
    const platformAddress = envelope.to[0] ?? '';
    const bounce = planned.kind === 'bounce';
    const original = {
      messageId: read.messageId,
      replyTo: read.replyTo,
      envelopeFrom: envelope.from,
      reference: read.notice.reference,
      subject: read.subject,
      platformAddress,
      platformName: `IP desk ${platformAddress.split('@')[1] ?? ''}`,
    };
    this.post.send({
      inMs: this.milliseconds(planned),
      mail: (at) => replyMail(planned, original, at),
      // A bounce has the empty reverse-path, so that it can never be answered by another (RFC 5321 §4.5.5).
      envelope: bounce ? { from: '', to: envelope.from } : { from: platformAddress, to: read.replyTo },
      done: (state, tries) => {
        Object.assign(entry, { state, tries });
      },
    });
  }

  private milliseconds(planned: PlannedReply): number {
    return Math.round(planned.afterDays * this.secondsPerDay * 1000);
  }
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

const closed = (close: (done: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    close(() => {
      resolve();
    });
  });
