import { Fault } from '#libs/domain';

/** As for sign-in: so many requests a minute from one address. */
const MOST = 100;
const WINDOW_MS = 60_000;

/**
 * Counts requests of routes that ask nobody who they are, by the connection's own address, in this process. A window begins
 * with the first request; all are forgotten together, so that nobody can fill the memory with addresses.
 */
export class RateLimit {
  private readonly counts = new Map<string, number>();
  private until = 0;

  constructor(
    private readonly most = MOST,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws Fault `too-many-requests` */
  take(address: string): void {
    if (this.now() >= this.until) {
      this.counts.clear();
      this.until = this.now() + WINDOW_MS;
    }
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    if (count > this.most)
      throw new Fault('too-many', 'too-many-requests', 'Too many requests from this address: wait a minute.');
  }
}
