import { useState } from 'react';

const keyOf = (attemptId: string): string => `redress.by-hand.${attemptId}`;

function remembered(attemptId: string): ReadonlySet<number> {
  const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(attemptId)) ?? '[]');
  return new Set(Array.isArray(kept) ? kept.filter((each) => typeof each === 'number') : []);
}

/** Which fields were done, by their places in the form; remembered as long as the tab is open. */
export function useTicked(attemptId: string): {
  ticked: ReadonlySet<number>;
  tick: (place: number, done: boolean) => void;
} {
  const [ticked, setTicked] = useState(() => remembered(attemptId));
  const tick = (place: number, done: boolean): void => {
    const next = new Set(ticked);
    if (done) next.add(place);
    else next.delete(place);
    sessionStorage.setItem(keyOf(attemptId), JSON.stringify([...next]));
    setTicked(next);
  };
  return { ticked, tick };
}
