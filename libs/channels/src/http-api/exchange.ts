import http from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';

export interface HttpCall {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: Buffer | null;
}

export interface Answer {
  status: number;
  /** status line as it came */
  line: string;
  /** names in lower case */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** false: the body ended early, or was larger than we read */
  whole: boolean;
}

/**
 * What became of a request. `written`: its last byte may have left, so that the other side may have acted on it; where it is
 * false the other side surely never had the whole of it.
 */
export type Exchanged =
  | { kind: 'answered'; written: boolean; answer: Answer }
  | { kind: 'failed'; written: boolean; why: 'address' | 'connection' | 'timeout' | 'cancelled'; message: string };

export interface ExchangeSettings {
  /** until the request is written, milliseconds */
  connectMs: number;
  /** from there to the end of the answer, milliseconds */
  answerMs: number;
  /** most bytes of an answer's body that are read */
  answerBytes: number;
  /** port on this machine where simulated platforms (names below .test) are; null = nowhere */
  simulatedPort: number | null;
}

export interface Caller {
  /** names below .test lead to the simulated platforms of this machine; only for those */
  simulated: boolean;
  signal: AbortSignal;
}

/**
 * Sends one request and reads its answer. Private addresses are refused whatever name leads to them, redirects are not
 * followed, and nothing of the other side's doing makes this throw, or last longer than its time-outs.
 */
export async function exchange(call: HttpCall, caller: Caller, settings: ExchangeSettings): Promise<Exchanged> {
  const refused = addressFault(call.url, caller, settings);
  if (refused !== null) return { kind: 'failed', written: false, why: 'address', message: refused };
  if (caller.signal.aborted) return { kind: 'failed', written: false, why: 'cancelled', message: CANCELLED };
  return new Promise((resolve) => {
    new Exchange(call, caller, settings, resolve).begin();
  });
}

const CANCELLED = 'The request was called off.';

const isSimulated = ({ hostname }: URL): boolean => hostname.endsWith('.test');

function addressFault(url: URL, { simulated }: Caller, { simulatedPort }: ExchangeSettings): string | null {
  if (simulated && !isSimulated(url)) return 'A simulated platform lies below .test, and nowhere else.';
  if (simulated) return simulatedPort === null ? 'The simulated platforms are not to be reached from here.' : null;
  return url.protocol === 'https:' ? null : 'The address does not begin with https://.';
}

class Exchange {
  private written = false;
  private ended = false;
  private timer: NodeJS.Timeout | null = null;
  private request: ClientRequest | null = null;
  private answer: Answer | null = null;

  constructor(
    private readonly call: HttpCall,
    private readonly caller: Caller,
    private readonly settings: ExchangeSettings,
    private readonly resolve: (exchanged: Exchanged) => void,
  ) {}

  begin(): void {
    const { body } = this.call;
    this.wait(this.settings.connectMs, 'No connection in time.');
    this.caller.signal.addEventListener('abort', this.cancel);
    const request = this.open();
    this.request = request;
    request.on('response', (response) => {
      this.read(response);
    });
    request.on('error', (problem) => {
      this.fail(/is not allowed\. Because/.test(problem.message) ? 'address' : 'connection', wordsOf(problem));
    });
    request.once('close', () => {
      this.fail('connection', 'The connection was closed without an answer.');
    });
    if (body === null) {
      request.once('finish', this.wrote);
      request.end();
      return;
    }
    // The last byte follows once the others have left: until then the other side can't have a whole request to act on.
    request.write(body.subarray(0, -1), (problem) => {
      if (problem != null || this.ended) return;
      this.wrote();
      request.end(body.subarray(-1));
    });
  }

  private open(): ClientRequest {
    const { url, method, body, headers: given } = this.call;
    const length = body === null ? {} : { 'Content-Length': String(body.length) };
    const headers = { Host: url.host, ...given, ...length, 'Accept-Encoding': 'identity', Connection: 'close' };
    const path = `${url.pathname}${url.search}`;
    if (this.caller.simulated) {
      return http.request({
        host: '127.0.0.1',
        port: this.settings.simulatedPort,
        method,
        path,
        headers,
        agent: false,
      });
    }
    return https.request(url, { method, headers, agent: new RequestFilteringHttpsAgent({ keepAlive: false }) });
  }

  private readonly wrote = (): void => {
    this.written = true;
    this.wait(this.settings.answerMs, 'No answer in time.');
  };

  private wait(ms: number, message: string): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.fail('timeout', message);
    }, ms);
  }

  private readonly cancel = (): void => {
    this.fail('cancelled', CANCELLED);
  };

  private read(response: IncomingMessage): void {
    const chunks: Buffer[] = [];
    let size = 0;
    const answer = (whole: boolean): Answer => ({
      status: response.statusCode ?? 0,
      line: `HTTP/${response.httpVersion} ${response.statusCode ?? 0} ${response.statusMessage ?? ''}`.trimEnd(),
      headers: headersOf(response),
      body: Buffer.concat(chunks).subarray(0, this.settings.answerBytes),
      whole,
    });
    this.answer = answer(false);
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      this.answer = answer(false);
      if (size > this.settings.answerBytes) this.end({ kind: 'answered', written: this.written, answer: this.answer });
    });
    response.on('end', () => {
      this.end({ kind: 'answered', written: this.written, answer: answer(response.complete) });
    });
    response.on('error', (problem) => {
      this.fail('connection', wordsOf(problem));
    });
  }

  /** An answer whose head is here is an answer, whatever becomes of the rest. */
  private fail(why: Extract<Exchanged, { kind: 'failed' }>['why'], message: string): void {
    if (this.answer !== null) this.end({ kind: 'answered', written: this.written, answer: this.answer });
    else this.end({ kind: 'failed', written: this.written, why, message });
  }

  private end(exchanged: Exchanged): void {
    if (this.ended) return;
    this.ended = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.caller.signal.removeEventListener('abort', this.cancel);
    this.request?.destroy();
    this.resolve(exchanged);
  }
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]));

function wordsOf(problem: Error & { code?: string }): string {
  const words = problem.message === '' ? (problem.code ?? 'The connection failed.') : problem.message;
  return words.replace(/\p{Cc}/gu, ' ').slice(0, 500);
}
