/** What waits in a process for its turn. */
export interface Task {
  workspaceId: string;
  attemptId: string;
}

/** How many may wait in the memory of one process; further ones are put off in the database, where every process can take them. */
const MOST_WAITING = 50;
const SHORTEST_STEP_MS = 5;
const LONGEST_STEP_MS = 5_000;

interface Lane {
  /** when each of those under way began */
  begun: Set<{ at: number }>;
  waiting: Map<string, Task>;
  /** how long one took lately, milliseconds */
  usualMs: number;
}

/**
 * Lets only a few deliveries of one platform be under way in this process, so that a platform that hangs holds a few of the
 * queue's places and not all. Who finds no room waits here without holding a place in the queue: whoever leaves the lane
 * takes it along. What waits here is nowhere written down; its row is, and is found again when the process dies.
 */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly now: () => number = Date.now) {}

  /** @returns a ticket to leave with; `waits`: it is called when it is its turn; `full`: nor may it wait here */
  enter(name: string, width: number, task: Task): Ticket | 'waits' | 'full' {
    const lane = this.lane(name);
    if (lane.begun.size < width) return this.begin(lane, name);
    if (lane.waiting.has(task.attemptId)) return 'waits';
    if (lane.waiting.size >= MOST_WAITING) return 'full';
    lane.waiting.set(task.attemptId, task);
    return 'waits';
  }

  /** Leaves, and says whose turn it is in the place that is free now. */
  next(ticket: Ticket): { task: Task; ticket: Ticket } | null {
    const lane = this.lane(ticket.name);
    this.leave(ticket);
    const [first] = lane.waiting.values();
    if (first === undefined) return null;
    lane.waiting.delete(first.attemptId);
    return { task: first, ticket: this.begin(lane, ticket.name) };
  }

  leave({ name, began }: Ticket): null {
    const lane = this.lane(name);
    if (lane.begun.delete(began)) lane.usualMs += (this.now() - began.at - lane.usualMs) / 4;
    return null;
  }

  /** How long it takes until one more has gone through, milliseconds: longer the longer those under way already take. */
  stepMs(name: string, width: number): number {
    const { begun, usualMs } = this.lane(name);
    const oldest = Math.min(...[...begun].map(({ at }) => at), this.now());
    const each = Math.max(usualMs, this.now() - oldest) / width;
    return Math.min(LONGEST_STEP_MS, Math.max(SHORTEST_STEP_MS, each));
  }

  private begin(lane: Lane, name: string): Ticket {
    const began = { at: this.now() };
    lane.begun.add(began);
    return { name, began };
  }

  private lane(name: string): Lane {
    const known = this.lanes.get(name);
    if (known !== undefined) return known;
    const lane: Lane = { begun: new Set(), waiting: new Map(), usualMs: 0 };
    this.lanes.set(name, lane);
    return lane;
  }
}

export interface Ticket {
  readonly name: string;
  readonly began: { at: number };
}
