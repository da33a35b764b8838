import { distinct } from './arithmetic.js';

/**
 * One observation with competing causes. `cause` 0 = censored, 1..K = the event that ended it; an event at time 0 counts.
 * Followed from just after `entry` (default: from the start).
 */
export interface CompetingRisk {
  time: number;
  cause: number;
  entry?: number;
}

export interface IncidenceStep {
  time: number;
  atRisk: number;
  /** probability that no event came by this time */
  survival: number;
  /** cumulative incidence of cause k at index k − 1 */
  incidence: number[];
}

/**
 * Aalen–Johansen cumulative incidence: CIFₖ(t) = Σ_{s ≤ t} S(s−)·dₖ(s)/n(s), so that S + ΣCIF = 1 at every time. One step
 * per time at which an observation ends. For many items in clusters see `clustered-incidence.ts`.
 */
export function aalenJohansen(data: readonly CompetingRisk[]): IncidenceStep[] {
  const causes = data.reduce((most, row) => Math.max(most, row.cause), 0);
  const incidence = new Array<number>(causes).fill(0);
  let survival = 1;
  return distinct(data.map((row) => row.time)).map((time) => {
    const atRisk = data.filter((row) => row.time >= time && (row.entry ?? -Infinity) < time).length;
    const counts = incidence.map((_, k) => data.filter((row) => row.time === time && row.cause === k + 1).length);
    const before = survival;
    counts.forEach((count, k) => {
      incidence[k] = (incidence[k] ?? 0) + (before * count) / atRisk;
      survival -= (before * count) / atRisk;
    });
    survival = Math.max(0, survival);
    return { time, atRisk, survival, incidence: [...incidence] };
  });
}
