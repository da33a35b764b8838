import http from 'node:http';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export interface PostSettings {
  /** how long one try may take from its first byte to its last, milliseconds */
  timeoutMs: number;
  /** whether this machine itself may be told: for development and tests */
  loopback: boolean;
}

export interface Answer {
  /** null where no answer came */
  status: number | null;
  /** the beginning of the answer, or why none came */
  answer: string;
}

/** How much of an answer is kept: it is for a person who looks for a fault, not for us. */
const KEPT_BYTES = 1024;

const LOOPBACK = ['127.0.0.1', '::1'];

/** Whether a receiver may have this address; null, or what is wrong with it. */
export function addressFault(address: string, { loopback }: Pick<PostSettings, 'loopback'>): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return 'This is no web address: it looks like https://receiver.example/redress.';
  if (url.username !== '' || url.password !== '') return 'The address may hold no user name and no password.';
  const local = loopback && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && local)) return null;
  return 'The address must begin with https://.';
}

/**
 * Hands a message to a receiver and gives what it answered. Private addresses are refused whatever name leads to them,
 * redirects are not followed, and nothing of the receiver's doing makes this throw or last longer.
 */
export async function post(
  address: string,
  message: { headers: Readonly<Record<string, string>>; body: string },
  settings: PostSettings & { signal: AbortSignal },
): Promise<Answer> {
  const refused = addressFault(address, settings);
  if (refused !== null) return { status: null, answer: refused };
  const enough = AbortSignal.timeout(settings.timeoutMs);
  try {
    const response = await answerTo(address, message, settings, AbortSignal.any([enough, settings.signal]));
    const answer = redirectWords(response) ?? (await beginning(response));
    response.destroy();
    return { status: response.statusCode ?? null, answer };
  } catch (problem) {
    return { status: null, answer: enough.aborted ? late(settings) : wordsOf(problem) };
  }
}

async function answerTo(
  address: string,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: string },
  { loopback }: PostSettings,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const secure = address.toLowerCase().startsWith('https:');
  const filter = { allowIPAddressList: loopback ? LOOPBACK : [] };
  const agent = secure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter);
  const sent = {
    ...headers,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'accept-encoding': 'identity',
    'user-agent': 'Redress-Webhooks/1',
  };
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(address, { method: 'POST', agent, headers: sent, signal }, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** As much of the body as is kept; a receiver that stops in the middle of it has answered all the same. */
async function beginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= KEPT_BYTES) break;
    }
  } catch {
    // What came so far is what there is.
  }
  return printable(Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString('utf8'));
}

const printable = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '');

function redirectWords({ statusCode = 0, headers }: IncomingMessage): string | null {
  if (statusCode < 300 || statusCode > 399 || headers.location === undefined) return null;
  return printable(`Redirects are not followed. It points to ${headers.location.slice(0, 300)}`);
}

const late = ({ timeoutMs }: PostSettings): string => `No answer within ${timeoutMs / 1000} seconds.`;

/** A connection that failed at several addresses has a code and no message. */
const textOf = (problem: unknown, field: string): string => {
  const found: unknown = typeof problem === 'object' && problem !== null ? Reflect.get(problem, field) : undefined;
  return typeof found === 'string' ? found : '';
};

function wordsOf(problem: unknown): string {
  const words = textOf(problem, 'message') || textOf(problem, 'code');
  if (/is not allowed\. Because/.test(words)) return 'The address leads into a private network: nothing was sent.';
  return printable(words === '' ? 'The connection failed.' : words).slice(0, KEPT_BYTES);
}
