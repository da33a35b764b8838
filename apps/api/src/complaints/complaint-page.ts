import { Injectable } from '@nestjs/common';
import { ReadComplaint, Rulebook } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import type { ComplaintView } from './complaints.views.js';
import { complaintView } from './present-complaint.js';

/** A complaint as its page shows it: what every route of a complaint answers with. */
@Injectable()
export class ComplaintPage {
  constructor(
    private readonly readComplaint: ReadComplaint,
    private readonly rulebook: Rulebook,
  ) {}

  async of(caller: Caller, id: string): Promise<ComplaintView> {
    return complaintView(this.rulebook, await this.readComplaint.run(caller.workspaceId, id));
  }
}
