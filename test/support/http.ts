/** An answer of the API, its body read. */
export interface Answer<Body = Json> {
  status: number;
  headers: Headers;
  body: Body;
  text: string;
}

/** JSON as a test reads it: fields are looked up by name and may be missing. */
export type Json = Record<string, unknown>;

/** RFC 9457 problem document. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  requestId: string;
  errors?: { pointer: string; code: string; detail: string; hook?: string }[];
}

type Headers_ = Readonly<Record<string, string>>;

/** Speaks to one API on behalf of one caller. Paths are below /api/v1 unless they begin with `/api` or `/health`. */
export interface Client {
  get<Body = Json>(path: string, headers?: Headers_): Promise<Answer<Body>>;
  post<Body = Json>(path: string, body?: unknown, headers?: Headers_): Promise<Answer<Body>>;
  put<Body = Json>(path: string, body: unknown): Promise<Answer<Body>>;
  /** any method, and the body as it is given */
  send<Body = Json>(method: string, path: string, body?: string | Buffer, headers?: Headers_): Promise<Answer<Body>>;
}

/** @param own headers of every request, e.g. the API key */
export function client(url: string, own: Headers_ = {}): Client {
  const send = async <Body>(
    method: string,
    path: string,
    body?: string | Buffer,
    headers: Headers_ = {},
  ): Promise<Answer<Body>> => {
    const address = `${url}${/^\/(api|health|metrics)\b/.test(path) ? '' : '/api/v1'}${path}`;
    const content = body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) };
    const response = await fetch(address, { method, headers: { ...own, ...headers }, redirect: 'manual', ...content });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: bodyOf(response, text) as Body };
  };
  const json = { 'content-type': 'application/json' };
  return {
    send,
    get: async (path, headers) => send('GET', path, undefined, headers),
    put: async (path, body) => send('PUT', path, JSON.stringify(body), json),
    post: async (path, body, headers = {}) =>
      body === undefined
        ? send('POST', path, undefined, headers)
        : send('POST', path, JSON.stringify(body), { ...json, ...headers }),
  };
}

const bodyOf = (response: Response, text: string): unknown =>
  (response.headers.get('content-type') ?? '').includes('json') && text !== '' ? JSON.parse(text) : null;

export const bearer = (key: string): Headers_ => ({ authorization: `Bearer ${key}` });

/** The body of an answer that must have this status; otherwise an error that shows what came instead. */
export function expectStatus<Body>(answer: Answer<Body>, status: number): Body {
  if (answer.status !== status)
    throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text.slice(0, 2000)}`);
  return answer.body;
}
