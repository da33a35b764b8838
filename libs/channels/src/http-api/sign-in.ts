import { createHash } from 'node:crypto';
import { accountSecretsOf } from '#libs/domain';
import type { ApiAuth } from '#libs/domain';
import type { Conversation } from './conversation.js';
import type { AccountSecrets, ApiProblem } from './dialect.js';
import { exchange } from './exchange.js';
import type { Caller, Exchanged, ExchangeSettings } from './exchange.js';
import { parsedJson, textAt, at } from './json.js';

export type SignedIn =
  { kind: 'in'; headers: Readonly<Record<string, string>>; isKept: boolean } | { kind: 'out'; problem: ApiProblem };

/** A token is not used in the last minute of its life: the request it is for takes a while. */
const MARGIN_MS = 60_000;

/** What a token lives where the platform doesn't say (RFC 6749 leaves it open). */
const USUAL_SECONDS = 300;

/** Proves to interfaces who we are, and keeps the tokens they issue, in memory alone. */
export class SignIn {
  private readonly tokens = new Map<string, { token: string; until: number }>();

  constructor(private readonly settings: ExchangeSettings) {}

  /** The headers that prove it; nothing has been filed where they can't be had. */
  async headers(auth: ApiAuth, secrets: AccountSecrets, caller: Caller, told: Conversation): Promise<SignedIn> {
    const missing = accountSecretsOf[auth.kind].filter((name) => (secrets[name] ?? '') === '');
    if (missing.length > 0) return out('ER-12', 'us', `The account lacks ${missing.join(' and ')}.`);
    const given = (name: keyof AccountSecrets): string => secrets[name] ?? '';
    switch (auth.kind) {
      case 'none':
        return { kind: 'in', headers: {}, isKept: false };
      case 'basic':
        return proven(`Basic ${base64(`${given('user')}:${given('password')}`)}`);
      case 'bearer':
        return proven(`Bearer ${given('token')}`);
      case 'api-key':
        return { kind: 'in', headers: { [auth.header]: given('key') }, isKept: false };
      case 'oauth2-client-credentials':
        return this.withToken(auth, secrets, caller, told);
    }
  }

  /** A token that was refused is not used again. */
  forget(auth: ApiAuth, secrets: AccountSecrets): void {
    this.tokens.delete(keyOf(auth, secrets));
  }

  private async withToken(
    auth: Extract<ApiAuth, { kind: 'oauth2-client-credentials' }>,
    secrets: AccountSecrets,
    caller: Caller,
    told: Conversation,
  ): Promise<SignedIn> {
    const kept = this.tokens.get(keyOf(auth, secrets));
    if (kept !== undefined && kept.until > Date.now()) {
      told.hide([kept.token]);
      return proven(`Bearer ${kept.token}`, true);
    }
    const { clientId = '', clientSecret = '' } = secrets;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      ...(auth.scope === undefined ? {} : { scope: auth.scope }),
    });
    const call = {
      method: 'POST',
      url: new URL(auth.tokenUrl),
      headers: {
        Authorization: `Basic ${base64(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}`,
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/json',
      },
      body: Buffer.from(form.toString()),
    };
    told.request(call);
    const exchanged = await exchange(call, caller, this.settings);
    told.answer(exchanged, false);
    return this.issued(exchanged, keyOf(auth, secrets), told);
  }

  private issued(exchanged: Exchanged, key: string, told: Conversation): SignedIn {
    if (exchanged.kind === 'failed') return notReached(exchanged);
    const { status, body } = exchanged.answer;
    const json = parsedJson(body);
    const token = textAt(json, '/access_token');
    if (status === 200 && token !== null) {
      const seconds = Number(at(json, '/expires_in') ?? USUAL_SECONDS);
      this.tokens.set(key, { token, until: Date.now() + seconds * 1000 - MARGIN_MS });
      told.hide([token]);
      return proven(`Bearer ${token}`);
    }
    const why = told.clean(textAt(json, '/error_description') ?? textAt(json, '/error') ?? `HTTP ${status}`);
    if (status === 429) return out('ER-50', 'platform', `The platform issues no token just now: ${why}`, true);
    if (status >= 500) return out('ER-40', 'platform', `The platform issued no token: ${why}`, true);
    return out('ER-12', 'unknown', `The platform refused the sign-in: ${why}`);
  }
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const proven = (authorization: string, isKept = false): SignedIn => ({
  kind: 'in',
  headers: { Authorization: authorization },
  isKept,
});

const out = (
  code: ApiProblem['code'],
  attribution: ApiProblem['attribution'],
  message: string,
  retry = false,
): SignedIn => ({ kind: 'out', problem: { code, attribution, message: message.slice(0, 500), retry } });

/** Signing in files nothing, so that it may be tried again whatever became of it. */
function notReached({ why, message }: Extract<Exchanged, { kind: 'failed' }>): SignedIn {
  if (why === 'address') return out('ER-90', 'us', message);
  if (why === 'cancelled') return out('ER-90', 'us', message, true);
  return out('ER-42', 'unknown', `The sign-in was not reached: ${message}`, true);
}

/** Of the secrets, only their hash is kept in memory for long. */
const keyOf = (auth: ApiAuth, secrets: AccountSecrets): string =>
  createHash('sha256')
    .update(JSON.stringify([auth, secrets.clientId, secrets.clientSecret]))
    .digest('hex');
