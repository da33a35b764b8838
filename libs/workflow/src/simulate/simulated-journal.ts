import type { Clock } from '#libs/domain';
import { Journal } from '../journal.js';

/** The simulation itself does what is owed next, at the simulated time: nothing is left for the queue. */
export class SimulatedJournal extends Journal {
  override owe(): void {
    // nothing
  }
}

export class SettableClock implements Clock {
  at = new Date(0);
  now(): Date {
    return this.at;
  }
}
