import type { AddressInfo } from 'node:net';

import { Fault } from '#libs/domain';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

export interface InboundEnvelope {
  /** empty for the null sender of bounces (RFC 5321 §4.5.5) */
  from: string;
  to: string[];
  remoteAddress: string;
}

export interface InboundSmtpOptions {
  host: string;
  /** 0 takes a free port */
  port: number;
  /** largest message taken, bytes */
  maxBytes: number;
  /** connections at once */
  maxClients: number;
  /** PEM; without it STARTTLS is not offered */
  tls?: { key: string; cert: string };
  /** whether mail for the address is ours */
  accepts: (address: string) => Promise<boolean>;
  /** keeps the message; 250 is answered only once this resolved */
  store: (raw: Buffer, envelope: InboundEnvelope) => Promise<void>;
  log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

export interface InboundSmtp {
  port: number;
  close(): Promise<void>;
}

const mostRecipients = 100;
const idleMilliseconds = 60_000;
/** How long closing waits for clients that are still talking; what they were not answered, they send again. */
const closeMilliseconds = 5_000;

/** An answer to the client with its reply and enhanced codes (RFC 5321 §4.2, RFC 3463). */
const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
const failed = (): Error => refusal(451, '4.3.0 The message could not be stored; try again later');
const tooLarge = (most: number): Error => refusal(552, `5.3.4 Message larger than ${most} bytes`);

/** Collects the message. Of one that is too large the rest is drained and not kept, so that the client gets its answer. */
async function collect(stream: SMTPServerDataStream, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > most) throw tooLarge(most);
  return Buffer.concat(chunks);
}

const envelopeOf = (session: SMTPServerSession): InboundEnvelope => ({
  from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
  to: session.envelope.rcptTo.map((recipient) => recipient.address),
  remoteAddress: session.remoteAddress,
});

async function checkRecipient(options: InboundSmtpOptions, address: string, known: number): Promise<void> {
  if (known >= mostRecipients) throw refusal(452, '4.5.3 Too many recipients');
  const accepted = await options.accepts(address).catch((error: unknown) => {
    options.log('a recipient could not be checked', { address, error });
    throw failed();
  });
  if (!accepted) throw refusal(550, '5.1.1 No such recipient here');
}

async function take(
  options: InboundSmtpOptions,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const raw = await collect(stream, options.maxBytes);
  await options.store(raw, envelopeOf(session)).catch((error: unknown) => {
    options.log('an inbound message could not be stored', { bytes: raw.length, error });
    throw failed();
  });
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function serverOf(options: InboundSmtpOptions): SMTPServer {
  return new SMTPServer({
    ...(options.tls ?? {}),
    disabledCommands: options.tls === undefined ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    size: options.maxBytes,
    maxClients: options.maxClients,
    socketTimeout: idleMilliseconds,
    closeTimeout: closeMilliseconds,
    banner: 'Redress',
    onRcptTo: (address, session, callback) => {
      checkRecipient(options, address.address, session.envelope.rcptTo.length).then(
        () => {
          callback();
        },
        (error: unknown) => {
          callback(asError(error));
        },
      );
    },
    onData: (stream, session, callback) => {
      take(options, stream, session).then(
        () => {
          callback(null, '2.0.0 Stored');
        },
        (error: unknown) => {
          callback(asError(error));
        },
      );
    },
  });
}

/**
 * Receives mail for the reply addresses. A message is answered with 250 only once it is stored; a failure to store is
 * answered with 451, so that the sender keeps it. The null sender is accepted: bounces have no other.
 * @throws Fault where the port cannot be taken
 */
export async function startInboundSmtp(options: InboundSmtpOptions): Promise<InboundSmtp> {
  const server = serverOf(options);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        new Fault(
          'unavailable',
          'inbound-smtp',
          `Cannot receive mail on ${options.host}:${options.port}: ${error.message}. Change the port or free it.`,
        ),
      );
    });
    server.listen(options.port, options.host, resolve);
  });
  // a client that breaks off is an everyday event, not an end of the server
  server.on('error', (error) => {
    options.log('inbound mail connection failed', { error: error.message });
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
