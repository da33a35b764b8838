import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { GuideFiling } from '#libs/workflow';
import type { Caller } from '#libs/workflow';
import { CurrentCaller, Needs } from '../access/caller.guard.js';
import { attachmentNamed } from '../http/attachment-named.js';
import { PathId } from '../http/path-id.js';
import { Problem } from '../http/problem.js';
import { GuidedFormView, guidedFormView } from './guided-form.dto.js';

/** Everything a person needs who files on the platform's own form. */
@ApiTags('complaints')
@Controller('api/v1/complaints/:id/guided-form')
@ApiConflictResponse({ type: Problem, description: 'no filing of this complaint waits for a person' })
export class GuidedFormController {
  constructor(private readonly guideFiling: GuideFiling) {}

  @Get()
  @Needs('complaints:read')
  @ApiOkResponse({ type: GuidedFormView })
  async form(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<GuidedFormView> {
    return guidedFormView(await this.guideFiling.steps(caller, id));
  }

  /** The same as files. The first one is kept with the attempt, so that what was filed is known. */
  @Get('pack')
  @Needs('complaints:write')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pack(@CurrentCaller() caller: Caller, @PathId('id') id: string): Promise<StreamableFile> {
    const { name, bytes } = await this.guideFiling.pack(caller, id);
    const disposition = attachmentNamed(name);
    return new StreamableFile(bytes, { type: 'application/zip', disposition, length: bytes.length });
  }
}
