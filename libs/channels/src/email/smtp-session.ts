import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Recall } from '#libs/domain';
import type { SealedMail } from '../channel.js';
import type { SmtpStage } from './smtp-refusal.js';
import type { SmtpServer } from './smtp-url.js';
import type { Transcript } from './transcript.js';

/** Milliseconds. `reply` is how long the server may be silent; RFC 5321 §4.5.3.2 suggests up to ten minutes. */
export interface SmtpTimeouts {
  connect: number;
  greeting: number;
  reply: number;
}

export interface Accepted {
  answer: string;
  refused: { recipient: string; reply: string }[];
}

/** The conversation ended without an acceptance. */
export class SmtpFailure extends Error {
  constructor(
    message: string,
    readonly stage: SmtpStage,
    /** the server's reply that ended it, or null where the connection did */
    readonly reply: string | null,
    readonly kind: 'reply' | 'connection' | 'cancelled' | 'size' | 'address',
  ) {
    super(message);
    this.name = 'SmtpFailure';
  }
}

type Settle<T> = (error: unknown, value?: T) => void;

const bodyChunk = 16 * 1024;
const quitPatience = 2_000;

/** One connection to our mail server. It knows at every moment whether the final dot may have left this machine. */
export class SmtpSession {
  private readonly connection: SMTPConnection;
  /** true from the moment the final dot may have been written: from then on a lost connection proves nothing */
  dotMayBeWritten = false;

  constructor(
    private readonly server: SmtpServer,
    timeouts: SmtpTimeouts,
    private transcript: Transcript,
    name: string | undefined,
  ) {
    this.connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.secure,
      requireTLS: server.requireTls,
      ignoreTLS: server.ignoreTls,
      tls: { rejectUnauthorized: server.verifyCertificate },
      name,
      connectionTimeout: timeouts.connect,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.reply,
      socketCloseTimeout: 0,
      allowInternalNetworkInterfaces: true,
      transactionLog: true,
      logger: {
        debug: (entry: unknown, line: unknown) => {
          this.record(entry, line);
        },
      },
    });
    // An idle connection may fail when nobody waits: without a listener that would end the process.
    this.connection.on('error', () => undefined);
  }

  /** True while another message can be tried on this connection. */
  get usable(): boolean {
    return !this.connection.destroyed;
  }

  async open(signal: AbortSignal): Promise<void> {
    await this.step<true>('session', signal, (done) => {
      this.connection.connect((error) => {
        done(error ?? null, true);
      });
    });
    if (this.server.credentials !== null) await this.logIn(this.server.credentials, signal);
  }

  /** Makes an idle connection ready for the next message. */
  async reset(transcript: Transcript, signal: AbortSignal): Promise<void> {
    this.transcript = transcript;
    transcript.note('on a connection that was already open');
    await this.step<boolean>('session', signal, (done) => {
      this.connection.reset(done);
    });
  }

  async send(mail: SealedMail, signal: AbortSignal): Promise<Accepted> {
    this.dotMayBeWritten = false;
    const info = await this.step<SMTPConnection.SentMessageInfo>('sender', signal, (done) => {
      const envelope = { ...mail.envelope, size: mail.raw.length, dsn: wantedReports(mail) };
      this.connection.send(envelope, Readable.from(this.body(mail.raw), { objectMode: false }), done);
    });
    const refused = (info.rejectedErrors ?? []).map((error, i) => ({
      recipient: info.rejected[i] ?? '',
      reply: error.response ?? '',
    }));
    return { answer: info.response, refused };
  }

  /** Ends the connection politely; a server that does not answer QUIT holds nobody up. */
  quit(): void {
    if (!this.usable) return;
    this.connection.quit();
    setTimeout(() => {
      this.discard();
    }, quitPatience).unref();
  }

  /** Ends the connection at once; nothing further is written. */
  discard(): void {
    this.connection.close();
  }

  private async logIn(credentials: { user: string; pass: string }, signal: AbortSignal): Promise<void> {
    if (!this.connection.allowsAuth)
      throw new SmtpFailure(
        'The mail server offers no sign-in, but SMTP_URL has credentials.',
        'session',
        null,
        'reply',
      );
    await this.step<boolean>('session', signal, (done) => {
      this.connection.login(credentials, done);
    });
  }

  // The client writes the dot when this generator has ended. The flag is set one step earlier: never too late.
  private *body(raw: Buffer): Generator<Buffer> {
    for (let start = 0; start < raw.length; start += bodyChunk) yield raw.subarray(start, start + bodyChunk);
    this.dotMayBeWritten = true;
  }

  private step<T>(stage: SmtpStage, signal: AbortSignal, run: (done: Settle<T>) => void): Promise<T> {
    const { connection } = this;
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => {
        connection.off('error', fail).off('end', ended);
        signal.removeEventListener('abort', cancel);
      };
      const fail = (error: unknown): void => {
        stop();
        reject(asFailure(error, stage));
      };
      // The client announces its end before it hands over the reply that caused it: let the reply come first.
      const ended = (): void => void setImmediate(fail, new Error('The connection was closed.'));
      const cancel = (): void => {
        if (signal.reason instanceof Recall && this.dotMayBeWritten) return;
        fail(new SmtpFailure('Sending was cancelled.', stage, null, 'cancelled'));
        this.discard();
      };
      if (signal.aborted) {
        cancel();
        return;
      }
      connection.on('error', fail).on('end', ended);
      signal.addEventListener('abort', cancel, { once: true });
      run((error, value) => {
        if (error !== null && error !== undefined) fail(error);
        else if (value === undefined) fail(new Error('The mail client ended without a result.'));
        else {
          stop();
          resolve(value);
        }
      });
    });
  }

  private record(entry: unknown, line: unknown): void {
    const side = typeof entry === 'object' && entry !== null && 'tnx' in entry ? entry.tnx : null;
    if (typeof line !== 'string') return;
    if (side === 'client') this.transcript.client(line);
    if (side === 'server') this.transcript.server(line);
  }
}

/** RFC 3461 §4.4: a longer envelope id is no envelope id. */
const LONGEST_ENVELOPE_ID = 100;

/**
 * What the server is asked to report, where it offers that (RFC 3461): failures and delays, under the Message-ID, by which
 * the report finds its attempt. The client knows one original recipient for all, so several go without.
 */
function wantedReports({ messageId, envelope }: SealedMail): SMTPConnection.DSNOptions {
  const id = messageId.replace(/^<|>$/g, '');
  const [only, ...others] = envelope.to;
  const isTold = only !== undefined && others.length === 0 && /^[\x21-\x7e]+$/.test(only);
  return {
    ret: 'HDRS',
    notify: ['FAILURE', 'DELAY'],
    ...(id.length <= LONGEST_ENVELOPE_ID ? { envid: id } : {}),
    ...(isTold ? { orcpt: `rfc822;${only}` } : {}),
  };
}

/** Reads the client's error: which command it answers, and whether the server or the connection said no. */
function asFailure(error: unknown, stage: SmtpStage): SmtpFailure {
  if (error instanceof SmtpFailure) return error;
  if (!(error instanceof Error)) return new SmtpFailure(String(error), stage, null, 'connection');
  const { response, command, code } = error as SMTPConnection.SMTPError;
  const at = stage === 'session' ? 'session' : stageOfCommand(command, response, stage);
  if (response !== undefined) return new SmtpFailure(error.message, at, response, 'reply');
  if (code === 'EMESSAGE') return new SmtpFailure(error.message, at, null, 'size');
  if (code === 'EENVELOPE') return new SmtpFailure(error.message, at, null, 'address');
  return new SmtpFailure(error.message, at, null, 'connection');
}

function stageOfCommand(command: string | undefined, reply: string | undefined, otherwise: SmtpStage): SmtpStage {
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  if (command === 'DATA') return 'message';
  // With PIPELINING the client says of a 421 to RCPT only that the connection ended.
  if (command === 'CONN' && reply?.startsWith('421') === true) return 'recipient';
  return otherwise;
}
