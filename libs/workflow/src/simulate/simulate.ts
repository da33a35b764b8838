import { Injectable } from '@nestjs/common';
import { Database, referenceOf, reserveReferences } from '#libs/persistence';
import { demoWorld } from '#libs/simulation';
import type { DemoFiling } from '#libs/simulation';
import { MailRoom } from '../mail-room.js';
import { Rulebook } from '../rulebook.js';
import { Life } from './life.js';
import type { Lived, SimulatedTime } from './life.js';
import { SimulatedRegister } from './simulated-register.js';

export interface SimulationOptions extends SimulatedTime {
  complaints: number;
  rightsHolders: number;
  from: Date;
  onProgress?: (done: number) => void;
}

export interface SimulationResult {
  complaints: number;
  delivered: number;
  prevented: number;
  replies: number;
}

/** One of several parts of a simulation, counted from 0. */
export interface Part {
  index: number;
  of: number;
}

/** Complaints worked on at the same time: enough to keep the database busy while the program computes. */
const LANES = 4;
/** Complaints written in one transaction. */
const TOGETHER = 20;

/**
 * Lives through a year of filings: every complaint goes the way of a real one (filed, delivered, answered, read, coded),
 * only the clock and the platform's mail server are simulated. Nothing is sent.
 */
@Injectable()
export class Simulate {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
    private readonly mailRoom: MailRoom,
  ) {}

  /** Enters the world's rights holders and rights into the register of a new workspace, and sets its references aside. */
  async prepare(options: SimulationOptions): Promise<void> {
    const filings = this.filings(options);
    await new SimulatedRegister(this.database, options.workspaceId).enter(filings, options.from);
    await this.database.inWorkspace(options.workspaceId, async (tx) => {
      for (const [year, { length }] of byYear(filings)) await reserveReferences(tx, year, length);
    });
  }

  /** Lives through the filings, or through one of several parts of them: parts may run at the same time. */
  async live(options: SimulationOptions, part: Part = { index: 0, of: 1 }): Promise<SimulationResult> {
    const filings = this.filings(options);
    const parties = await new SimulatedRegister(this.database, options.workspaceId).read();
    const queue = chunks(withReferences(filings))
      .filter((_chunk, at) => at % part.of === part.index)
      .values();
    const result: SimulationResult = { complaints: 0, delivered: 0, prevented: 0, replies: 0 };
    const lane = async (): Promise<void> => {
      for (const chunk of queue) {
        await this.database.together(options.workspaceId, async (workplace) => {
          const life = new Life(workplace, this.rulebook, this.mailRoom, options);
          for (const { filing, reference } of chunk) count(result, await life.live(filing, parties(filing), reference));
        });
        options.onProgress?.(result.complaints);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return result;
  }

  private filings(options: SimulationOptions): DemoFiling[] {
    return [
      ...demoWorld({ ...options, platforms: options.behaviours.map(({ slug }) => this.rulebook.platform(slug)) }),
    ];
  }
}

function byYear(filings: readonly DemoFiling[]): Map<number, DemoFiling[]> {
  const years = new Map<number, DemoFiling[]>();
  for (const filing of filings) {
    const year = filing.at.getUTCFullYear();
    const known = years.get(year);
    if (known === undefined) years.set(year, [filing]);
    else known.push(filing);
  }
  return years;
}

/** In order of time, from 1 in each year: what a simulated platform does hangs on the reference, not on which part is faster. */
function withReferences(filings: readonly DemoFiling[]): { filing: DemoFiling; reference: string }[] {
  const next = new Map<number, number>();
  return filings.map((filing) => {
    const year = filing.at.getUTCFullYear();
    const number = (next.get(year) ?? 0) + 1;
    next.set(year, number);
    return { filing, reference: referenceOf(year, number) };
  });
}

function count(result: SimulationResult, lived: Lived): void {
  result.complaints += 1;
  result.delivered += lived.delivered ? 1 : 0;
  result.prevented += lived.delivered ? 0 : 1;
  result.replies += lived.replies;
}

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, at) => all.slice(at * TOGETHER, (at + 1) * TOGETHER));
