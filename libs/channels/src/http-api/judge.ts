import { errorStates, retryAfterSeconds } from '#libs/domain';
import type { Attribution, DeliveryOutcome, ErrorCode } from '#libs/domain';
import type { Dialect } from './dialect.js';
import type { Answer, Exchanged } from './exchange.js';

type Bare<Kind extends DeliveryOutcome['kind']> = Omit<Extract<DeliveryOutcome, { kind: Kind }>, 'proof'>;
export type Verdict = Bare<'delivered'> | Bare<'prevented'> | Bare<'unknown'>;

/**
 * What became of a request that files something. Where the other side may have acted and did not say so, nobody knows, and
 * it is not sent again by itself; only with an idempotency key is sending it again harmless.
 */
export function judge(exchanged: Exchanged, dialect: Dialect, now: Date): Verdict {
  if (exchanged.kind === 'failed') return notAnswered(exchanged, dialect);
  const { answer, written } = exchanged;
  if (dialect.took(answer)) return taken(answer, written, dialect);
  const said = dialect.problem(answer);
  if (said !== null) return { kind: 'prevented', ...said, ...waiting(answer, now) };
  if (answer.status >= 200 && answer.status < 300)
    return unknown('ER-43', `The platform answered ${answer.line}, which its description does not know.`);
  if (answer.status >= 500 || answer.status === 408) return serverFailed(answer, dialect, now);
  return refused(answer, now);
}

function notAnswered(failed: Extract<Exchanged, { kind: 'failed' }>, dialect: Dialect): Verdict {
  const { why, written, message } = failed;
  if (why === 'address') return prevented('ER-90', message, { attribution: 'us' });
  const mayRepeat = !written || dialect.idempotencyHeader !== null;
  if (!mayRepeat) {
    const code = why === 'timeout' ? 'ER-41' : 'ER-43';
    return unknown(code, `The report was sent, and nothing confirmed it: ${message}`);
  }
  if (why === 'cancelled') return prevented('ER-90', message, { attribution: 'us', retry: true });
  return prevented(written && why === 'timeout' ? 'ER-41' : 'ER-42', message, { retry: true });
}

function taken(answer: Answer, written: boolean, dialect: Dialect): Verdict {
  if (!written) return unknown('ER-43', 'The platform answered before it had the whole report.');
  const reference = dialect.reference(answer);
  if (reference !== null || dialect.referenceOptional) return { kind: 'delivered', reference };
  return unknown('ER-43', `The platform answered ${answer.line} without the number of the report.`);
}

function serverFailed(answer: Answer, dialect: Dialect, now: Date): Verdict {
  const message = `The platform's server failed: ${answer.line}`;
  if (dialect.idempotencyHeader === null) return unknown('ER-43', `${message}. It may have taken the report.`);
  return prevented(answer.status === 408 ? 'ER-41' : 'ER-40', message, { retry: true, ...waiting(answer, now) });
}

interface Said {
  code: ErrorCode;
  attribution: Attribution;
  retry?: boolean;
}

/** What a refusal means where the interface's description doesn't say. Our own wrong secrets or data look the same. */
const meanings: Readonly<Record<number, Said>> = {
  400: { code: 'ER-30', attribution: 'unknown' },
  401: { code: 'ER-12', attribution: 'unknown' },
  403: { code: 'ER-14', attribution: 'unknown' },
  404: { code: 'ER-71', attribution: 'platform' },
  405: { code: 'ER-71', attribution: 'platform' },
  410: { code: 'ER-71', attribution: 'platform' },
  413: { code: 'ER-32', attribution: 'platform' },
  415: { code: 'ER-33', attribution: 'platform' },
  422: { code: 'ER-30', attribution: 'unknown' },
  425: { code: 'ER-50', attribution: 'platform', retry: true },
  429: { code: 'ER-50', attribution: 'platform', retry: true },
  451: { code: 'ER-15', attribution: 'unknown' },
};

/** Redirects of a report are not followed: who asks for one has moved its interface. */
const moved: Said = { code: 'ER-71', attribution: 'platform' };
const vague: Said = { code: 'ER-44', attribution: 'unknown' };

function refused(answer: Answer, now: Date): Verdict {
  const { status, line } = answer;
  const { code, attribution, retry = false } = meanings[status] ?? (status < 400 ? moved : vague);
  const message = `${errorStates[code].says} (${line})`;
  return prevented(code, message, { attribution, retry, ...(retry ? waiting(answer, now) : {}) });
}

function waiting({ headers }: Answer, now: Date): { retryAfter?: Date } {
  const seconds = retryAfterSeconds(headers['retry-after'], now);
  return seconds === null ? {} : { retryAfter: new Date(now.getTime() + seconds * 1000) };
}

const prevented = (
  code: ErrorCode,
  message: string,
  more: { attribution?: Attribution; retry?: boolean; retryAfter?: Date } = {},
): Verdict => ({ kind: 'prevented', code, attribution: errorStates[code].attribution, retry: false, message, ...more });

const unknown = (code: ErrorCode, message: string): Verdict => ({ kind: 'unknown', code, message });
