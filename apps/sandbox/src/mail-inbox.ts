import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';
import type { Behaviour, SmtpVerdict } from '#libs/simulation';
import { platformAt } from './recipient.js';

const largestMail = 25 * 1024 * 1024;

/** A message as the simulated platforms' mail server received it. */
export interface ReceivedMail {
  raw: Buffer;
  platform: Behaviour;
  envelope: { from: string; to: string[] };
}

/** The simulated platforms' mail server. `take` decides on each message; what it throws is answered with 451. */
export function mailInbox(
  behaviours: readonly Behaviour[],
  take: (mail: ReceivedMail) => Promise<SmtpVerdict>,
): SMTPServer {
  return new SMTPServer({
    name: 'sandbox.redress.test',
    banner: 'simulated platforms',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: largestMail,
    logger: false,
    onRcptTo: (address, _session, done) => {
      if (platformAt(address.address, behaviours) !== null) done();
      else done(refusal({ code: 550, enhanced: '5.1.1', text: 'The recipient does not exist here' }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on('end', () => {
        if (stream.sizeExceeded) done(refusal({ code: 552, enhanced: '5.3.4', text: 'The message is too big' }));
        else void answer(Buffer.concat(chunks), session, done);
      });
    },
  });

  async function answer(raw: Buffer, session: SMTPServerSession, done: (error?: Error | null) => void): Promise<void> {
    const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
    const to = session.envelope.rcptTo.map(({ address }) => address);
    const platform = platformAt(to[0] ?? '', behaviours);
    try {
      if (platform === null) throw new Error('The message has no recipient here.');
      const verdict = await take({ raw, platform, envelope: { from, to } });
      done(verdict === 'accept' ? null : refusal(verdict));
    } catch {
      done(refusal({ code: 451, enhanced: '4.3.0', text: 'The simulation failed; please try again later' }));
    }
  }
}

// The enhanced status goes into the text: the server adds a generic one of its own otherwise.
const refusal = ({ code, enhanced, text }: Exclude<SmtpVerdict, 'accept'>): Error =>
  Object.assign(new Error(`${enhanced} ${text}`), { responseCode: code });
