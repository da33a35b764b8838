import type { ItemTruth, PlannedReply } from '#libs/simulation';
import type { UploadedFile } from './portal/session.js';

/** An answer as planned and as it went. */
export interface LedgerAnswer {
  kind: PlannedReply['kind'];
  structured: boolean;
  language: string;
  /** ISO 8601, when it is due in real time */
  dueAt: string;
  state: 'waiting' | 'sent' | 'failed';
  tries: number;
  truth: readonly ItemTruth[];
}

/** A message the simulated platform answered with 250: the oracle of what was truly delivered. */
export interface LedgerEntry {
  receivedAt: string;
  platform: string;
  messageId: string;
  /** SHA-256 (hex) of the bytes received */
  sha256: string;
  envelope: { from: string; to: string[] };
  reference: string;
  rightsHolder: string;
  urls: readonly string[];
  answers: LedgerAnswer[];
  /** what stood in the web form, where the notice came by it: `messageId` is then the number the form gave */
  form?: { user: string; fields: Readonly<Record<string, string>>; files: readonly UploadedFile[] };
}

/** A message its mail server refused, or a notice its web form did not take: `reply` says why. */
export interface LedgerRefusal {
  at: string;
  platform: string;
  messageId: string;
  reference: string;
  tryNumber: number;
  reply: string;
}

/** What the simulated platforms know to be true. Held in memory; the newest entries survive where there are very many. */
export class Ledger {
  readonly accepted: LedgerEntry[] = [];
  readonly refused: LedgerRefusal[] = [];
  private readonly tries = new Map<string, number>();

  constructor(private readonly capacity = 200_000) {}

  accept(entry: LedgerEntry): void {
    this.accepted.push(entry);
    if (this.accepted.length > this.capacity) this.accepted.shift();
  }

  refuse(refusal: LedgerRefusal): void {
    this.refused.push(refusal);
    if (this.refused.length > this.capacity) this.refused.shift();
  }

  /** Counts a delivery of this reference to this platform, from 1. */
  nextTry(platform: string, reference: string): number {
    const tryNumber = this.triesOf(platform, reference) + 1;
    this.tries.set(`${platform} ${reference}`, tryNumber);
    return tryNumber;
  }

  triesOf(platform: string, reference: string): number {
    return this.tries.get(`${platform} ${reference}`) ?? 0;
  }
}
