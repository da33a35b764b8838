import { Controller, Get, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '#libs/domain';
import { Database } from '#libs/persistence';
import { AddEvidence } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { attachmentNamed } from '../http/attachment-named.js';
import { isInstant } from '../http/field.js';
import { PathId } from '../http/path-id.js';
import { FileView, fileView } from './files.dto.js';
import { uploadedFile } from './multipart.js';

/** Evidence files: added once, never changed. */
@ApiTags('files')
@Controller('api/v1/files')
export class FilesController {
  constructor(
    private readonly addEvidence: AddEvidence,
    private readonly database: Database,
  ) {}

  @Post()
  @Needs('complaints:write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        capturedAt: { type: 'string', format: 'date-time', description: 'stands before the file' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiCreatedResponse({ type: FileView })
  async add(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<FileView> {
    const { name, content, fields } = await uploadedFile(request);
    return fileView(await this.addEvidence.run(caller, { name, content, capturedAt: capturedAt(fields) }));
  }

  @Get(':id')
  @Needs('complaints:read')
  @ApiOkResponse({ type: FileView })
  async one(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<FileView> {
    return fileView(await this.database.inWorkspace(caller.workspaceId, async (tx) => tx.evidenceFiles.get(id)));
  }

  /** The bytes as they were added, as an attachment: a stranger may have made them, so no browser shows them as a page of ours. */
  @Get(':id/content')
  @Needs('complaints:read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentCaller() caller: Caller,
    @PathId('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.addEvidence.open(caller.workspaceId, id);
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('etag', `"${file.sha256}"`);
    return new StreamableFile(content, {
      type: file.mediaType,
      disposition: attachmentNamed(file.name),
      length: file.size,
    });
  }
}

function capturedAt(fields: Readonly<Record<string, string>>): Date | null {
  const given = fields['capturedAt'];
  if (given === undefined || given === '') return null;
  if (isInstant(given)) return new Date(given);
  const detail = 'capturedAt must be an instant in ISO 8601, e.g. 2026-03-01T12:00:00Z';
  throw new Fault('malformed', 'request-invalid', detail, [{ pointer: '/capturedAt', code: 'instant', detail }]);
}
