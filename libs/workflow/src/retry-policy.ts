import { errorCodes } from '#libs/domain';
import type { Attempt, ChannelKind, DeliveryOutcome, ErrorCode, Platform } from '#libs/domain';
import { filingWindowEnd } from '#libs/notices';

/** What is done after an error: another try on the same channel after these waits (the last one repeats), or none. */
export type RetryRule = { again: readonly string[] } | { again: null };

const closes: RetryRule = { again: null };
const after = (...waits: string[]): RetryRule => ({ again: waits });

/** A server that is away for a moment, or for the night. */
const away = after('5m', '15m', '1h', '4h', '12h', '1d');
/** Something a person at the platform has to put right. */
const slow = after('4h', '12h', '1d');

/**
 * What each code means for the channel it was met on. `closes`: what was sent will be refused again, so the next channel is
 * taken at once. A way out may still say that one notice is refused for good (`retry: false`), which closes as well.
 */
const rules: Record<ErrorCode, RetryRule> = {
  'ER-10': after('1d'),
  'ER-11': after('1d'),
  'ER-12': after('1h', '12h', '1d'),
  'ER-13': after('15m', '4h', '1d'),
  'ER-14': closes,
  'ER-15': slow,
  'ER-20': closes,
  'ER-21': closes,
  'ER-30': closes,
  'ER-31': closes,
  'ER-32': closes,
  'ER-33': closes,
  'ER-34': closes,
  'ER-40': away,
  'ER-41': away,
  'ER-42': away,
  // nothing is sent twice that may have arrived
  'ER-43': closes,
  'ER-44': after('15m', '1h', '4h', '12h', '1d'),
  'ER-45': after('1m', '15m', '1h', '4h', '1d'),
  'ER-50': after('10m', '30m', '1h', '4h', '1d'),
  'ER-60': closes,
  'ER-61': slow,
  'ER-62': closes,
  'ER-63': closes,
  // a mail server that greylists lets the second try in
  'ER-64': after('2m', '15m', '1h', '4h', '12h', '1d'),
  'ER-65': closes,
  'ER-66': closes,
  'ER-70': slow,
  'ER-71': closes,
  'ER-72': closes,
  'ER-73': closes,
  'ER-80': closes,
  'ER-81': closes,
  'ER-82': closes,
  'ER-83': closes,
  'ER-90': after('2m', '15m', '1h', '4h', '12h', '1d'),
  'ER-91': after('2m', '15m', '1h', '4h', '12h', '1d'),
};

/** Where a channel differs. */
const ofChannel: Partial<Record<ChannelKind, Partial<Record<ErrorCode, RetryRule>>>> = {
  // A broken form is not mended by trying it again within the hour.
  'browser-form': { 'ER-44': slow, 'ER-45': after('15m', '4h', '1d') },
  // A person tells what happened; nothing is tried again behind their back.
  'guided-form': Object.fromEntries(errorCodes.map((code) => [code, closes])),
};

export const retryRule = (code: ErrorCode, channel: ChannelKind): RetryRule =>
  ofChannel[channel]?.[code] ?? rules[code];

/** When the window of an attempt ends. It begins with the first try: what waited with us is not the platform's. */
export const windowEnd = ({ startedAt, queuedAt }: Begun, platform: Whereabouts | null): Date =>
  filingWindowEnd(startedAt ?? queuedAt, platform);

type Whereabouts = Pick<Platform, 'country' | 'timeZone'>;
type Begun = Pick<Attempt, 'startedAt' | 'queuedAt'>;
type Tried = Begun & Pick<Attempt, 'id' | 'channel' | 'tries'>;
type Prevented = Extract<DeliveryOutcome, { kind: 'prevented' }>;

/** When to try again on the same channel; null where the channel is closed for this notice, or the window over. */
export function nextTry(
  attempt: Tried,
  outcome: Pick<Prevented, 'code' | 'retry' | 'retryAfter'>,
  now: Date,
  platform: Whereabouts | null,
): Date | null {
  const { again } = retryRule(outcome.code, attempt.channel);
  if (!outcome.retry || again === null) return null;
  const wait = milliseconds(again[Math.min(attempt.tries, again.length) - 1] ?? '1d');
  const share = jitter(attempt);
  const own = now.getTime() + wait * (1 - share / 5);
  // Asked not to come before an instant, we come a little after it, and not all at once.
  const asked = outcome.retryAfter === undefined ? 0 : outcome.retryAfter.getTime() + (share * wait) / 5;
  const at = new Date(Math.round(Math.max(own, asked)));
  return at > windowEnd(attempt, platform) ? null : at;
}

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function milliseconds(wait: string): number {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(wait) ?? [];
  if (unit !== 'm' && unit !== 'h' && unit !== 'd') throw new Error(`"${wait}" is no wait: 15m, 4h, 1d`);
  return Number(count) * units[unit];
}

/** A share from 0 to 1 that differs between attempts and between tries, and is the same whoever computes it (FNV-1a). */
function jitter({ id, tries }: Pick<Attempt, 'id' | 'tries'>): number {
  let hash = 0x811c9dc5;
  for (const character of `${id} ${tries}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash / 0xffffffff;
}
