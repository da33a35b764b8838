import { Fault } from '#libs/domain';
import type { DeliveryOutcome, DeliveryProof, RefusedRecipient } from '#libs/domain';
import type { MailTransport, SealedMail } from '../channel.js';
import { sha256Hex } from '../sha256.js';
import { isNegativeReply, ourServer, refusalOf } from './smtp-refusal.js';
import type { Refusal } from './smtp-refusal.js';
import { SmtpFailure, SmtpSession } from './smtp-session.js';
import type { Accepted, SmtpTimeouts } from './smtp-session.js';
import { parseSmtpUrl } from './smtp-url.js';
import type { SmtpServer } from './smtp-url.js';
import { Transcript } from './transcript.js';

export interface SmtpOptions {
  /** milliseconds; what is left out keeps its default (30 s, 30 s, 5 min) */
  timeouts?: Partial<SmtpTimeouts>;
  /** how long an idle connection is kept for the next message, in milliseconds (default 20 s; 0 = not at all) */
  keepIdle?: number;
  /** the name this machine gives itself in EHLO */
  name?: string;
}

/** Connections kept open for the next messages: as many as a process usually has under way. */
const MOST_IDLE = 8;

const defaultTimeouts: SmtpTimeouts = { connect: 30_000, greeting: 30_000, reply: 300_000 };

/**
 * Sends through our own mail server and tells three ends apart: accepted by a 2xx reply to the final dot, surely not sent,
 * and not known (the connection was lost after the dot had left and before a reply came).
 * @param url `SMTP_URL`, see `parseSmtpUrl`
 * @throws Fault `invalid` where the URL can't be read
 */
export function smtpTransport(url: string, options: SmtpOptions = {}): MailTransport {
  return new SmtpTransport(parseSmtpUrl(url), options);
}

class SmtpTransport implements MailTransport {
  readonly name = 'smtp';
  private readonly timeouts: SmtpTimeouts;
  /** the one used last at the end: what is needed no more grows old and goes */
  private readonly idle: { session: SmtpSession; timer: NodeJS.Timeout }[] = [];
  private closed = false;

  constructor(
    private readonly server: SmtpServer,
    private readonly options: SmtpOptions,
  ) {
    this.timeouts = { ...defaultTimeouts, ...options.timeouts };
  }

  async deliver(mail: SealedMail, { signal }: { signal: AbortSignal }): Promise<DeliveryOutcome> {
    if (this.closed) throw new Fault('unavailable', 'transport-closed', 'The mail transport has been closed.');
    if (sha256Hex(mail.raw) !== mail.sha256)
      throw new Fault('invalid', 'mail-altered', 'The bytes of the mail do not match its SHA-256: seal it again.');
    const transcript = new Transcript(Object.values(this.server.credentials ?? {}));
    const proof = (answer: string | null): DeliveryProof => ({
      transport: this.name,
      sha256: mail.sha256,
      conversation: transcript.lines(),
      answer: answer === null ? null : transcript.clean(answer),
    });
    let session: SmtpSession | null = null;
    try {
      session = await this.session(transcript, signal);
      const accepted = await session.send(mail, signal);
      if (!session.dotMayBeWritten) throw early(accepted);
      this.keep(session);
      return delivered(accepted, transcript, proof);
    } catch (error) {
      session?.discard();
      return notDelivered(error, session?.dotMayBeWritten ?? false, transcript, proof);
    }
  }

  close(): Promise<void> {
    this.closed = true;
    while (this.idle.length > 0) this.takeIdle()?.quit();
    return Promise.resolve();
  }

  private async session(transcript: Transcript, signal: AbortSignal): Promise<SmtpSession> {
    const idle = this.takeIdle();
    if (idle !== null && (await isReady(idle, transcript, signal))) return idle;
    const session = new SmtpSession(this.server, this.timeouts, transcript, this.options.name);
    try {
      await session.open(signal);
      return session;
    } catch (error) {
      session.discard();
      throw error;
    }
  }

  private takeIdle(): SmtpSession | null {
    const idle = this.idle.pop();
    if (idle === undefined) return null;
    clearTimeout(idle.timer);
    return idle.session.usable ? idle.session : null;
  }

  private keep(session: SmtpSession): void {
    const keepIdle = this.options.keepIdle ?? 20_000;
    if (this.closed || this.idle.length >= MOST_IDLE || keepIdle === 0) {
      session.quit();
      return;
    }
    const timer = setTimeout(() => {
      const at = this.idle.findIndex((each) => each.session === session);
      if (at !== -1) this.idle.splice(at, 1);
      session.quit();
    }, keepIdle);
    this.idle.push({ session, timer: timer.unref() });
  }
}

// Nothing of the message has been said yet: a server that dropped the idle connection costs a new one, not the notice.
async function isReady(idle: SmtpSession, transcript: Transcript, signal: AbortSignal): Promise<boolean> {
  try {
    await idle.reset(transcript, signal);
    return true;
  } catch (error) {
    idle.discard();
    if (error instanceof SmtpFailure && error.kind === 'cancelled') throw error;
    transcript.note('that connection was gone; opening another');
    return false;
  }
}

// A server that accepts a message before its end is not to be believed, nor is the message surely lost.
const early = (accepted: Accepted): SmtpFailure =>
  new SmtpFailure('The server answered before the message had ended.', 'message', accepted.answer, 'connection');

function delivered(
  accepted: Accepted,
  transcript: Transcript,
  proof: (answer: string | null) => DeliveryProof,
): DeliveryOutcome {
  for (const { recipient, reply } of accepted.refused) transcript.note(`refused: <${recipient}>: ${reply}`);
  const refused = accepted.refused.map(({ recipient, reply }): RefusedRecipient => {
    const { code, attribution } = refusalOf(reply, 'recipient');
    return { recipient, code, attribution, answer: transcript.clean(reply) };
  });
  const told = proof(accepted.answer);
  return { kind: 'delivered', reference: null, proof: refused.length === 0 ? told : { ...told, refused } };
}

function notDelivered(
  error: unknown,
  dotMayBeWritten: boolean,
  transcript: Transcript,
  proof: (answer: string | null) => DeliveryProof,
): DeliveryOutcome {
  if (!(error instanceof SmtpFailure)) throw error;
  const message = transcript.clean(error.message);
  transcript.note(message);
  const open = error.kind === 'connection' && error.reply !== null;
  const uncertain = (dotMayBeWritten && !isNegativeReply(error.reply)) || open;
  if (uncertain) return { kind: 'unknown', code: 'ER-43', message, proof: proof(error.reply) };
  return { kind: 'prevented', ...refusalFrom(error), message, proof: proof(error.reply) };
}

function refusalFrom(failure: SmtpFailure): Refusal {
  if (failure.kind === 'cancelled') return { code: 'ER-90', attribution: 'us', retry: true };
  if (failure.kind === 'size') return { code: 'ER-63', attribution: 'us', retry: false };
  if (failure.kind === 'address') return { code: 'ER-90', attribution: 'us', retry: false };
  return isNegativeReply(failure.reply) ? refusalOf(failure.reply, failure.stage) : ourServer;
}
