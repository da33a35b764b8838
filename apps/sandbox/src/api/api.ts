import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiVerdict } from '#libs/simulation';
import type { ApiFailure, Behaviour } from '#libs/simulation';
import type { Ledger } from '../ledger.js';
import { urlsOf } from './reports.js';
import type { Reports, TakenReport } from './reports.js';

/** Whoever knows it may use every simulated interface: there is nothing behind it. */
export const API_SECRET = 'api-secret';

const TOKEN_SECONDS = 3600;
const largestBody = 1024 * 1024;

interface Visit {
  behaviour: Behaviour;
  path: string;
  query: URLSearchParams;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Answers a request, or, by undefined, has done so. */
type Answered = { status: number; body: object; headers?: Record<string, string> } | undefined;

/**
 * The interfaces of the simulated platforms, below `/api/<slug>/`: `POST oauth/token`, `GET account`, `POST reports`,
 * `GET reports/<id>`, and `GET reports?key=<Idempotency-Key>`.
 */
export class Api {
  private readonly tokens = new Set<string>();

  constructor(
    private readonly behaviours: readonly Behaviour[],
    private readonly ledger: Ledger,
    private readonly reports: Reports,
    private readonly seed: number,
  ) {}

  /** @returns whether the request was one for an interface */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://sandbox');
    const [, slug, path] = /^\/api\/([a-z0-9-]+)\/(.+)$/i.exec(pathname) ?? [];
    const behaviour = this.behaviours.find((each) => each.slug === slug);
    if (path === undefined || behaviour === undefined) return false;
    const visit = { behaviour, path, query, request, response };
    void this.answer(visit).then(
      (answered) => {
        if (answered !== undefined) send(response, answered);
      },
      () => {
        send(response, problem(500, 'simulation-failed', 'The simulation failed.'));
      },
    );
    return true;
  }

  private async answer(visit: Visit): Promise<Answered> {
    const { request, path, query } = visit;
    const asked = `${request.method ?? ''} ${path}`;
    if (asked === 'POST oauth/token') return this.issue(request);
    if (!this.isSignedIn(request)) return problem(401, 'invalid-token', 'The token is missing, unknown or too old.');
    const { slug } = visit.behaviour;
    if (asked === 'GET account') return { status: 200, body: { account: 'sandbox' } };
    if (asked === 'POST reports') return this.take(visit);
    if (asked === 'GET reports') return this.told(this.reports.findByKey(slug, query.get('key') ?? ''));
    const id = /^GET reports\/(R-\d+)$/.exec(asked)?.[1];
    return id === undefined
      ? problem(404, 'not-found', 'There is nothing here.')
      : this.told(this.reports.find(slug, id));
  }

  /** OAuth 2.0, client credentials (RFC 6749 §4.4). */
  private issue({ headers }: IncomingMessage): Answered {
    const [, basic = ''] = /^Basic (\S+)$/.exec(headers.authorization ?? '') ?? [];
    const [client, secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    if (client === undefined || client === '' || secret !== API_SECRET)
      return {
        status: 401,
        body: { error: 'invalid_client', error_description: 'The client or its secret is wrong.' },
      };
    const token = randomBytes(24).toString('base64url');
    this.tokens.add(token);
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS } };
  }

  private isSignedIn({ headers }: IncomingMessage): boolean {
    return this.tokens.has(/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
  }

  private async take(visit: Visit): Promise<Answered> {
    const body = await bodyOf(visit.request);
    if (body === null) return problem(413, 'too-large', `A report has ${largestBody} bytes at most.`);
    const read = parsed(body);
    if (read === null) return problem(400, 'no-json', 'The body is no JSON object.');
    const { reference } = read;
    if (typeof reference !== 'string' || urlsOf(read).length === 0)
      return problem(422, 'incomplete', 'A report needs a reference and at least one listing.');
    return this.filed(visit, body, { ...read, reference });
  }

  /** A report that is in order meets what the behaviour has in store for it. */
  private filed(visit: Visit, body: Buffer, read: Record<string, unknown> & { reference: string }): Answered {
    const { behaviour, request, response } = visit;
    const { reference } = read;
    const key = [request.headers['idempotency-key'] ?? []].flat()[0] ?? null;
    const tryNumber = this.ledger.nextTry(behaviour.slug, reference);
    const failure = apiVerdict(behaviour, this.seed, reference, tryNumber);
    const before = failure === null ? undefined : untouched[failure];
    if (failure !== null && (before !== undefined || failure === 'request-lost')) {
      const at = new Date().toISOString();
      this.ledger.refuse({ at, platform: behaviour.slug, messageId: key ?? '', reference, tryNumber, reply: failure });
      if (before === undefined) response.destroy();
      return before;
    }
    const report = this.reports.take(behaviour, body, read, key);
    return afterwards(failure, response, { status: 201, body: { report: { id: report.id, status: 'received' } } });
  }

  private told(report: TakenReport | null): Answered {
    if (report === null) return problem(404, 'no-such-report', 'There is no such report.');
    return { status: 200, body: { report: { id: report.id }, listings: this.reports.states(report) } };
  }
}

const problem = (status: number, code: string, detail: string, headers: Record<string, string> = {}) => ({
  status,
  body: { error: { code, detail } },
  headers,
});

/** Failures that come before anything is done. */
const untouched: Readonly<Partial<Record<ApiFailure, Answered>>> = {
  busy: problem(429, 'busy', 'Too many reports; come again later.', { 'Retry-After': '2' }),
  'server-error': problem(503, 'unavailable', 'The service is being looked after.'),
};

/** The report was taken; what its sender learns of that is another matter. */
function afterwards(failure: ApiFailure | null, response: ServerResponse, taken: NonNullable<Answered>): Answered {
  if (failure === 'error-though-taken') return problem(500, 'internal', 'Something went wrong.');
  if (failure === 'answer-lost') {
    response.destroy();
    return undefined;
  }
  if (failure !== 'slow-answer') return taken;
  const text = JSON.stringify(taken.body);
  response.writeHead(taken.status, headersFor(text));
  response.write(text.slice(0, 10));
  setTimeout(() => {
    response.end(text.slice(10));
  }, 1000).unref();
  return undefined;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(body: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

const headersFor = (text: string): Record<string, string> => ({
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': String(Buffer.byteLength(text)),
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
});

function send(response: ServerResponse, { status, body, headers = {} }: NonNullable<Answered>): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, { ...headersFor(text), ...headers });
  response.end(text);
}
