import { distinct, sum } from './arithmetic.js';

/** A stay in one state, from just after `start` to `stop`; `to` null = sight was lost. */
export interface Stay {
  from: string;
  to: string | null;
  start: number;
  stop: number;
}

export interface Occupation {
  time: number;
  /** probability of being in each state */
  probability: Record<string, number>;
}

/**
 * Aalen–Johansen estimate with several states, which may be left and entered again: the product of I + dA(s) over the
 * transition times, applied to the initial state. With states up, down and relisted it gives the probability that a
 * listing is down at day t, the net effect of takedowns.
 * @param initial state everybody starts in
 */
export function stateOccupation(stays: readonly Stay[], initial: string): Occupation[] {
  const states = [
    ...new Set([initial, ...stays.flatMap((stay) => (stay.to === null ? [stay.from] : [stay.from, stay.to]))]),
  ];
  let probability = new Map(states.map((state) => [state, state === initial ? 1 : 0]));
  return distinct(stays.map((stay) => stay.stop)).map((time) => {
    probability = step(stays, probability, time);
    return { time, probability: Object.fromEntries(probability) };
  });
}

function step(stays: readonly Stay[], before: ReadonlyMap<string, number>, time: number): Map<string, number> {
  const after = new Map(before);
  for (const [state, mass] of before) {
    const atRisk = stays.filter((stay) => stay.from === state && stay.start < time && stay.stop >= time).length;
    const moves = stays.filter((stay) => stay.from === state && stay.stop === time && stay.to !== null);
    for (const { to } of moves) {
      if (to === null || to === state) continue;
      after.set(state, (after.get(state) ?? 0) - mass / atRisk);
      after.set(to, (after.get(to) ?? 0) + mass / atRisk);
    }
  }
  return after;
}

/** Total probability, 1 up to rounding. */
export const totalProbability = (occupation: Occupation): number => sum(Object.values(occupation.probability));
