import type { DeliveryOutcome } from './attempt.js';
import type { ErrorCode } from './filing-error.js';

/**
 * Whether notices are let out by a channel of a platform. `open` as a circuit breaker is open: nothing leaves; `half-open`: one
 * notice is let through to see.
 */
export type ChannelState = 'closed' | 'open' | 'half-open';

/** What all workers know of one channel of one platform. */
export interface ChannelHealth {
  state: ChannelState;
  /** failures since it answered last */
  failures: number;
  /** what it failed with last */
  code: ErrorCode | null;
  /** since when nothing is let out; null while closed */
  openedAt: Date | null;
  /** when the next notice may try whether it answers again; null while closed */
  nextProbeAt: Date | null;
  /** how many of those failed since it was opened */
  probesFailed: number;
}

export const healthy: ChannelHealth = {
  state: 'closed',
  failures: 0,
  code: null,
  openedAt: null,
  nextProbeAt: null,
  probesFailed: 0,
};

/** So many failures in a row, of whatever notices, and the channel is given up for a while. */
export const FAILURES_TO_OPEN = 5;

/** Milliseconds until the first probe; the pause doubles with every probe that fails. */
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** A probe that nothing is heard of for so long was lost with its worker. Longer than a worker may hold an attempt. */
const PROBE_MS = 11 * 60_000;

/**
 * Codes that say something of the channel and nothing of the notice: its server failed, was not reached, did not answer or
 * asked for patience. A refusal of one notice shows that the channel works.
 */
const outageCodes: ReadonlySet<ErrorCode> = new Set(['ER-40', 'ER-41', 'ER-42', 'ER-44', 'ER-45', 'ER-50', 'ER-64']);

/** What the end of a conversation says of the channel; null: nothing, as where our own side failed. */
export type ChannelSign = { answered: true } | { answered: false; code: ErrorCode } | null;

export function signOf(outcome: DeliveryOutcome): ChannelSign {
  if (outcome.kind === 'unknown') return { answered: false, code: outcome.code };
  if (outcome.kind !== 'prevented') return { answered: true };
  if (outcome.attribution === 'us') return null;
  // What is refused for good is an answer, even where its words say no more than "error".
  return outcome.retry && outageCodes.has(outcome.code) ? { answered: false, code: outcome.code } : { answered: true };
}

/** Whether a notice may leave now: `until` is when to ask again, `health` what is known from now on. */
export type Admission = { goes: true; health: ChannelHealth } | { goes: false; until: Date };

export function admit(health: ChannelHealth, now: Date): Admission {
  if (health.state === 'closed') return { goes: true, health };
  if (health.nextProbeAt !== null && health.nextProbeAt > now) return { goes: false, until: health.nextProbeAt };
  return { goes: true, health: { ...health, state: 'half-open', nextProbeAt: after(now, PROBE_MS) } };
}

/** What is known of a channel after one more conversation. Any answer closes, as late as it may come. */
export function observe(health: ChannelHealth, sign: ChannelSign, now: Date): ChannelHealth {
  if (sign === null) return health.state === 'half-open' ? { ...health, nextProbeAt: now } : health;
  if (sign.answered) return healthy;
  const failures = health.failures + 1;
  const seen = { ...health, failures, code: sign.code };
  if (health.state === 'open') return seen;
  if (health.state === 'half-open') return opened(seen, health.openedAt ?? now, health.probesFailed + 1, now);
  return failures < FAILURES_TO_OPEN ? seen : opened(seen, now, 0, now);
}

function opened(health: ChannelHealth, openedAt: Date, probesFailed: number, now: Date): ChannelHealth {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(probesFailed, 10));
  return { ...health, state: 'open', openedAt, probesFailed, nextProbeAt: after(now, pause) };
}

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
