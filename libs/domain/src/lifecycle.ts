import { Fault } from './fault.js';

/** A lifecycle is a table of moves: for each state, the states it may move to. Final states move nowhere. */
export type Moves<State extends string> = Readonly<Record<State, readonly State[]>>;

export interface Lifecycle<State extends string> {
  readonly name: string;
  readonly initial: State;
  readonly states: readonly State[];
  canMove(from: State, to: State): boolean;
  /** Returns `to`, or throws Fault `illegal-move`. */
  move(from: State, to: State): State;
  isFinal(state: State): boolean;
}

/** Builds a lifecycle and refuses, at boot, a table with a state that cannot be reached from the initial one. */
export function lifecycle<State extends string>(name: string, initial: State, moves: Moves<State>): Lifecycle<State> {
  const states = Object.keys(moves) as State[];
  const unreachable = states.filter((state) => !reachableFrom(initial, moves).has(state));
  if (unreachable.length > 0) throw new Error(`lifecycle ${name}: no way leads to ${unreachable.join(', ')}`);
  const canMove = (from: State, to: State): boolean => moves[from].includes(to);
  return {
    name,
    initial,
    states,
    canMove,
    move(from, to) {
      if (!canMove(from, to)) {
        throw new Fault('conflict', 'illegal-move', `The ${name} is "${from}" and can't become "${to}".`);
      }
      return to;
    },
    isFinal: (state) => moves[state].length === 0,
  };
}

function reachableFrom<State extends string>(initial: State, moves: Moves<State>): Set<State> {
  const seen = new Set<State>([initial]);
  for (const state of seen) for (const next of moves[state]) seen.add(next);
  return seen;
}
