import { setTimeout as wait } from 'node:timers/promises';

/** The time, and waiting for it to pass: a test has its own. */
export interface Pace {
  now: () => number;
  /** rejects when the signal aborts */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const systemPace: Pace = {
  now: () => Date.now(),
  pause: async (ms, signal) => {
    await wait(ms, undefined, { signal });
  },
};

interface Host {
  /** ends when those who came before have had their turn */
  queue: Promise<void>;
  freeAt: number;
  /** the host asked to be left alone until then */
  closedUntil: number;
}

/** Hosts remembered; those that may be asked again at once are forgotten first. */
const MOST_HOSTS = 10_000;
/** Longer than a visit lasts: a host rested for so long has no visitor. */
const FORGET_AFTER_MS = 600_000;

/** Gives every host one visitor at a time, with a pause between them. */
export class Turns {
  private readonly hosts = new Map<string, Host>();

  constructor(private readonly pace: Pace) {}

  /** Waits for a turn at the host and does the work, after which the host has its rest, whatever became of it. */
  async take<T>(host: string, signal: AbortSignal, work: () => Promise<T>, restMs: () => number): Promise<T> {
    const turn = this.hostOf(host);
    const before = turn.queue;
    let done = (): void => undefined;
    turn.queue = new Promise((resolve) => {
      done = resolve;
    });
    try {
      await before;
      const ms = turn.freeAt - this.pace.now();
      if (ms > 0) await this.pace.pause(ms, signal);
      signal.throwIfAborted();
      try {
        return await work();
      } finally {
        turn.freeAt = this.pace.now() + restMs();
      }
    } finally {
      done();
    }
  }

  /** Leaves the host alone until then. */
  close(host: string, until: number): void {
    const turn = this.hostOf(host);
    turn.closedUntil = Math.max(turn.closedUntil, until);
  }

  /** When a host that asked to be left alone may be asked again; null where it may be now. */
  closedUntil(host: string): number | null {
    const until = this.hosts.get(host)?.closedUntil ?? 0;
    return until > this.pace.now() ? until : null;
  }

  private hostOf(host: string): Host {
    const known = this.hosts.get(host);
    if (known !== undefined) return known;
    if (this.hosts.size >= MOST_HOSTS) this.forget();
    const made = { queue: Promise.resolve(), freeAt: 0, closedUntil: 0 };
    this.hosts.set(host, made);
    return made;
  }

  private forget(): void {
    const now = this.pace.now();
    for (const [name, { freeAt, closedUntil }] of this.hosts) {
      // one that was never visited has its first visitor now
      if (freeAt > 0 && freeAt < now - FORGET_AFTER_MS && closedUntil < now) this.hosts.delete(name);
    }
  }
}
