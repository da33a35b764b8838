import { DateTime } from 'luxon';
import { Fault } from '#libs/domain';
import type { Deadline, DeadlineKind, Platform, Regime } from '#libs/domain';
import { plusBusinessDays } from './business-days.js';

/** A clock as it starts; the workflow gives it its id, complaint and state. */
export type StartedClock = Pick<Deadline, 'kind' | 'runsAgainst' | 'hook' | 'dueAt'>;

function localTime(platform: Platform, deliveredAt: Date): DateTime {
  const local = DateTime.fromJSDate(deliveredAt, { zone: platform.timeZone });
  if (local.isValid) return local;
  const detail = `The time zone "${platform.timeZone}" of ${platform.name}, or the instant of delivery, is not valid. Correct the platform's profile.`;
  throw new Fault('invalid', 'no-local-time', detail);
}

/**
 * The clocks that start when a notice is delivered: only those the platform's profile states, in its own time zone (a day
 * is a calendar day there, also across a change of the clock). A platform that states none has no deadline to miss.
 * @throws Fault `no-local-time` for an unknown time zone or an invalid instant
 */
export function deadlinesFor(platform: Platform, regime: Regime, deliveredAt: Date): StartedClock[] {
  const { acknowledgeWithinDays, decideWithinDays, businessDays = false } = platform.clocks;
  const delivered = localTime(platform, deliveredAt);
  const unit = businessDays ? 'business days' : 'days';
  const clock = (kind: DeadlineKind, verb: string, days: number | undefined): StartedClock[] => {
    if (days === undefined) return [];
    const due = businessDays ? plusBusinessDays(delivered, days, platform.country) : delivered.plus({ days });
    const hook = `${platform.name} states that it will ${verb} within ${days} ${unit} (notice under ${regime.citation})`;
    return [{ kind, runsAgainst: 'platform', hook, dueAt: due.toJSDate() }];
  };
  return [
    ...clock('acknowledgement', 'acknowledge', acknowledgeWithinDays),
    ...clock('decision', 'decide', decideWithinDays),
  ];
}
