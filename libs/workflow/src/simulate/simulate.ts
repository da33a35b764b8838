import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/domain';
import { Database, reserveReferences } from '#libs/persistence';
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
  onProgress?: (done: number, of: number) => void;
}

export interface SimulationResult {
  complaints: number;
  delivered: number;
  prevented: number;
  replies: number;
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

  async run(options: SimulationOptions): Promise<SimulationResult> {
    const filings = [
      ...demoWorld({ ...options, platforms: options.behaviours.map(({ slug }) => this.rulebook.platform(slug)) }),
    ];
    const register = new SimulatedRegister(this.database, options.workspaceId, options.from);
    const parties = await register.enter(filings);
    const references = await this.references(options.workspaceId, filings);
    const result: SimulationResult = { complaints: 0, delivered: 0, prevented: 0, replies: 0 };
    const queue = chunks(filings.map((filing, at) => ({ filing, reference: references[at] ?? '' }))).values();
    const lane = async (): Promise<void> => {
      for (const chunk of queue) {
        await this.database.together(options.workspaceId, async (workplace) => {
          const life = new Life(workplace, this.rulebook, this.mailRoom, options);
          for (const { filing, reference } of chunk) count(result, await life.live(filing, parties(filing), reference));
        });
        options.onProgress?.(result.complaints, filings.length);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return result;
  }

  /** Given out beforehand in order of time: what a simulated platform does hangs on the reference, not on which lane is faster. */
  private async references(workspaceId: Id, filings: readonly DemoFiling[]): Promise<string[]> {
    const years = filings.map((filing) => filing.at.getUTCFullYear());
    const given = new Map<number, string[]>();
    for (const year of new Set(years)) {
      const count = years.filter((each) => each === year).length;
      given.set(year, await this.database.inWorkspace(workspaceId, async (tx) => reserveReferences(tx, year, count)));
    }
    return years.map((year) => given.get(year)?.shift() ?? '');
  }
}

function count(result: SimulationResult, lived: Lived): void {
  result.complaints += 1;
  result.delivered += lived.delivered ? 1 : 0;
  result.prevented += lived.delivered ? 0 : 1;
  result.replies += lived.replies;
}

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, at) => all.slice(at * TOGETHER, (at + 1) * TOGETHER));
