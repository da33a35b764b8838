import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database } from '#libs/persistence';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { PathId } from '../http/path-id.js';

/** How the file is called, by what it is: messages, the beginnings of listings' pages, packs and pictures of forms. */
const endings: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/html': 'html',
  'text/plain': 'txt',
  'application/json': 'json',
  'application/zip': 'zip',
  'image/png': 'png',
};

@ApiTags('documents')
@Controller('api/v1/documents')
@Needs('complaints:read')
export class DocumentsController {
  constructor(private readonly database: Database) {}

  /** The exact bytes, as an attachment: a stranger wrote them, so no browser shows them as a page of ours. */
  @Get(':id')
  @ApiProduces('message/rfc822')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async bytes(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const document = await this.database.inWorkspace(caller.workspaceId, async (tx) => tx.documents.get(id));
    void reply
      .type(document.mediaType)
      .header('content-disposition', `attachment; filename="${id}.${endings[document.mediaType] ?? 'bin'}"`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('etag', `"${document.sha256}"`);
    return document.bytes;
  }
}
