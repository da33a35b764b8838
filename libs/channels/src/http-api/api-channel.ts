import type { DeliveryOutcome, DeliveryProof, PartProof } from '#libs/domain';
import { Conversation } from './conversation.js';
import type { AccountSecrets, ComposedRequest, Dialect } from './dialect.js';
import { exchange } from './exchange.js';
import type { Answer, Caller, Exchanged, ExchangeSettings, HttpCall } from './exchange.js';
import { judge } from './judge.js';
import type { Verdict } from './judge.js';
import { bodyOf, readReport, requestHash } from './report.js';
import type { KeyedRequest } from './report.js';
import { SignIn } from './sign-in.js';
import { outcomeOfAll } from './split-outcome.js';

/** Whom one speaks to, as whom, and for how long. */
export interface Line extends Caller {
  dialect: Dialect;
  secrets: AccountSecrets;
}

/** What an interface answered to a question: its bytes as they came, or why there are none. */
export type Asked = { kind: 'answered'; answer: Answer } | { kind: 'silent'; message: string };

export const usualExchange = {
  connectMs: 30_000,
  answerMs: 120_000,
  answerBytes: 1024 * 1024,
} as const satisfies Partial<ExchangeSettings>;

export type ApiChannelOptions = Partial<ExchangeSettings> &
  Pick<ExchangeSettings, 'simulatedPort'> & { now?: () => Date };

/** Files through interfaces over HTTP. Every end of a conversation is an outcome; it tries once. */
export class ApiChannel {
  readonly name = 'http-api';
  private readonly settings: ExchangeSettings;
  private readonly signIn: SignIn;
  private readonly now: () => Date;

  constructor({ now = () => new Date(), ...options }: ApiChannelOptions) {
    this.now = now;
    this.settings = { ...usualExchange, ...options };
    this.signIn = new SignIn(this.settings);
  }

  /**
   * Sends a sealed report, request by request, and stops at the first that is not taken.
   * @param before the proof of the last try: what was accepted then is not sent again
   */
  async deliver(raw: Buffer, line: Line, before: DeliveryProof | null): Promise<DeliveryOutcome> {
    const { requests, unfit } = readReport(raw);
    const told = new Conversation(Object.values(line.secrets));
    if (unfit !== null || requests.length === 0) return notSent(unfit ?? 'The notice names no listing.', this.name);
    const accepted = new Map(
      before?.parts?.flatMap((part) => (part.outcome === 'accepted' ? [[part.messageId, part]] : [])),
    );
    const parts: PartProof[] = [];
    let verdict: Verdict | null = null;
    for (const request of requests) {
      const known = accepted.get(request.key);
      if (known !== undefined) {
        parts.push(known);
        continue;
      }
      verdict = await this.send(request, line, told);
      parts.push(partOf(request, verdict));
      if (verdict.kind !== 'delivered') break;
    }
    return outcomeOfAll({ requests, parts, verdict, told, transport: this.name, raw });
  }

  /** Asks a question that changes nothing. */
  async ask(request: ComposedRequest, line: Line): Promise<Asked> {
    const told = new Conversation(Object.values(line.secrets));
    const exchanged = await this.signedCall(request, {}, line, told);
    if (exchanged.kind === 'answered') return { kind: 'answered', answer: exchanged.answer };
    return { kind: 'silent', message: told.clean(exchanged.message) };
  }

  /** Tries an account without filing anything; null where it is right, or what is wrong. */
  async trySignIn(line: Line): Promise<string | null> {
    const told = new Conversation(Object.values(line.secrets));
    this.signIn.forget(line.dialect.auth, line.secrets);
    const signed = await this.signIn.headers(line.dialect.auth, line.secrets, line, told);
    if (signed.kind === 'out') return signed.problem.message;
    const { signIn } = line.dialect;
    if (signIn === null) return null;
    const asked = await this.ask(signIn, line);
    if (asked.kind === 'silent') return asked.message;
    const { status, line: words } = asked.answer;
    return status >= 200 && status < 300 ? null : `The platform answered ${told.clean(words)}.`;
  }

  private async send(request: KeyedRequest, line: Line, told: Conversation): Promise<Verdict> {
    const { idempotencyHeader } = line.dialect;
    const key = idempotencyHeader === null ? {} : { [idempotencyHeader]: request.key };
    const exchanged = await this.signedCall(request, key, line, told);
    if (exchanged.kind === 'signed-out') return { kind: 'prevented', ...exchanged.problem };
    const verdict = judge(exchanged, line.dialect, this.now());
    return 'message' in verdict ? { ...verdict, message: told.clean(verdict.message) } : verdict;
  }

  private async signedCall(
    request: ComposedRequest,
    further: Readonly<Record<string, string>>,
    line: Line,
    told: Conversation,
  ): Promise<Exchanged | SignedOut> {
    const { dialect, secrets } = line;
    const signed = await this.signIn.headers(dialect.auth, secrets, line, told);
    if (signed.kind === 'out') return { kind: 'signed-out', message: signed.problem.message, problem: signed.problem };
    const call = callOf(request, dialect, { ...signed.headers, ...further });
    told.request(call, Object.keys(signed.headers));
    const exchanged = await exchange(call, line, this.settings);
    told.answer(exchanged);
    if (exchanged.kind !== 'answered' || exchanged.answer.status !== 401 || !signed.isKept) return exchanged;
    // A refused request was not acted on, and the token was an old one: a new one may do.
    this.signIn.forget(dialect.auth, secrets);
    return this.signedCall(request, further, line, told);
  }
}

interface SignedOut {
  kind: 'signed-out';
  message: string;
  problem: Omit<Extract<Verdict, { kind: 'prevented' }>, 'kind'>;
}

function callOf(request: ComposedRequest, { baseUrl }: Dialect, headers: Readonly<Record<string, string>>): HttpCall {
  const body = bodyOf(request);
  return {
    method: request.method,
    url: new URL(baseUrl.replace(/\/$/, '') + request.path),
    headers: {
      Accept: 'application/json',
      'User-Agent': 'Redress/1',
      ...(body === null ? {} : { 'Content-Type': 'application/json' }),
      ...request.headers,
      ...headers,
    },
    body,
  };
}

function partOf(request: KeyedRequest, verdict: Verdict): PartProof {
  const common = { messageId: request.key, sha256: requestHash(request), files: [] };
  if (verdict.kind === 'delivered') {
    const reference = verdict.reference === null ? {} : { reference: verdict.reference };
    return { ...common, outcome: 'accepted', code: null, attribution: null, answer: verdict.reference, ...reference };
  }
  const attribution = verdict.kind === 'prevented' ? verdict.attribution : null;
  return { ...common, outcome: verdict.kind, code: verdict.code, attribution, answer: verdict.message };
}

/** The interface has no words for this notice: another way of filing may. */
const notSent = (message: string, transport: string): DeliveryOutcome => ({
  kind: 'prevented',
  code: 'ER-31',
  attribution: 'unknown',
  message,
  retry: false,
  proof: { transport, sha256: null, conversation: [], answer: null },
});
