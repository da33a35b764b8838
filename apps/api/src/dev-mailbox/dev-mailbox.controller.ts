import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, listKeptMails } from '#libs/persistence';
import type { Caller } from '#libs/workflow';
import { ReadMail } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { PageQuery, afterCursor, limitOf, pageOf } from '../http/page.js';
import type { PageOf } from '../http/page.js';
import { PagedResponse } from '../http/paged.js';
import { ShowsInstant, ShowsNumber, ShowsParts, ShowsText, ShowsTexts } from '../http/shown.js';

export class KeptAttachmentView {
  @ShowsText({ nullable: true }) name!: string | null;
  @ShowsText() mediaType!: string;
  @ShowsNumber() bytes!: number;
}

export class KeptMailView {
  @ShowsText() id!: string;
  @ShowsText() direction!: 'out';
  @ShowsText() from!: string;
  @ShowsTexts() to!: string[];
  @ShowsText() subject!: string;
  @ShowsInstant() at!: Date;
  @ShowsText({ nullable: true }) complaintId!: string | null;
  @ShowsText({ nullable: true }) reference!: string | null;
  @ShowsText() documentId!: string;
  @ShowsText() text!: string;
  @ShowsParts(() => KeptAttachmentView) attachments!: KeptAttachmentView[];
}

/** The messages that were kept instead of being sent, while no mail server is set. */
@ApiTags('dev mailbox')
@Controller('api/v1/dev-mailbox')
@Needs('complaints:read')
export class DevMailboxController {
  constructor(
    private readonly database: Database,
    private readonly readMail: ReadMail,
  ) {}

  @Get()
  @PagedResponse(KeptMailView)
  async list(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<PageOf<KeptMailView>> {
    const limit = limitOf(query);
    const before = afterCursor(query);
    const rows = await this.database.inWorkspace(caller.workspaceId, async (tx) =>
      listKeptMails(tx, { limit: limit + 1, before }),
    );
    const read = await Promise.all(rows.map(async (row) => ({ ...row, ...(await this.readMail.run(row.bytes)) })));
    return pageOf(read, limit, (row) => ({
      id: row.id,
      direction: 'out' as const,
      from: row.from,
      to: row.recipients,
      subject: row.subject,
      at: row.at,
      complaintId: row.complaintId,
      reference: row.reference,
      documentId: row.documentId,
      text: row.text,
      attachments: row.attachments,
    }));
  }
}
