import createClient from 'openapi-fetch';
import type { paths } from './schema.js';
import { ApiFault, faultOfNetwork, faultOfResponse } from './fault.js';

/** Signing in and out: the routes of better-auth, which the API description leaves out. */
interface SignInPaths {
  '/api/auth/sign-in/email': Post<{ email: string; password: string }>;
  '/api/auth/sign-out': Post<Record<string, never>>;
}
interface Post<Body> {
  post: {
    requestBody: { content: { 'application/json': Body } };
    responses: { 200: { content: { 'application/json': unknown } } };
  };
}

/** An identifier for one intended change; crypto.randomUUID exists only on https and localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A random UUID (RFC 9562, version 4) for what is first named here. */
export function newId(): string {
  const key = newKey();
  const parts = [key.slice(0, 8), key.slice(8, 12), `4${key.slice(13, 16)}`, `8${key.slice(17, 20)}`, key.slice(20)];
  return parts.join('-');
}

/** POSTs that only ask and change nothing: their answers need not be kept. */
const ONLY_ASKS = /\/(?:check|recognise)$/u;

/** The one way to the API. Every POST that changes something carries an `Idempotency-Key`: the caller's, or a new one. */
export const api = createClient<paths & SignInPaths>({ baseUrl: '', headers: { accept: 'application/json' } });

api.use({
  onRequest({ request }) {
    const changes = request.method === 'POST' && !ONLY_ASKS.test(request.url);
    if (changes && !request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', newKey());
    }
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await faultOfResponse(response);
  },
  onError({ error }) {
    return error instanceof ApiFault ? error : faultOfNetwork();
  },
});

/** The body of an answer. Faults were thrown before, so an absent body is an answer without one. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  return data as T;
}
