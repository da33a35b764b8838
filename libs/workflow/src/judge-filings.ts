import { Injectable } from '@nestjs/common';
import { Obligations, Workplace } from '#libs/persistence';
import { Journal } from './journal.js';
import { judgeComplaint } from './judge-complaint.js';
import { Rulebook } from './rulebook.js';

/** Judges the filings whose window has ended: what is provisional until then is decided. */
@Injectable()
export class JudgeFilings {
  constructor(
    private readonly workplace: Workplace,
    private readonly obligations: Obligations,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  async run(): Promise<void> {
    for (const { workspaceId, id } of await this.obligations.windowsEnded(this.journal.now())) {
      await this.workplace.inWorkspace(workspaceId, async (tx) => {
        const complaint = await tx.complaints.lock(id);
        await judgeComplaint(tx, this.journal, this.rulebook, complaint);
      });
    }
  }
}
