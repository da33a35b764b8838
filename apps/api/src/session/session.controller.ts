import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Fault } from '#libs/domain';
import { Database, countReplies, countWaiting } from '#libs/persistence';
import type { Workspace } from '#libs/persistence';
import { Open } from '../access/caller.guard.js';
import { Sessions } from '../access/sessions.js';
import type { OpenSession } from '../access/sessions.js';
import { IdField } from '../http/field.js';
import { ShowsFlag, ShowsNumber, ShowsPart, ShowsParts, ShowsText } from '../http/shown.js';

export const SAFE_MODE = Symbol('safe mode');

export class PersonView {
  @ShowsText() id!: string;
  @ShowsText() name!: string;
  @ShowsText() email!: string;
}

export class WorkspaceView {
  @ShowsText() id!: string;
  @ShowsText() name!: string;
  @ShowsText() slug!: string;
  @ShowsFlag() simulated!: boolean;
}

/** How much of each waits for a person. */
export class WaitingView {
  @ShowsNumber() triage!: number;
  @ShowsNumber() approvals!: number;
  @ShowsNumber() needsHuman!: number;
  @ShowsNumber() overdue!: number;
}

export class SessionView {
  @ShowsPart(() => PersonView) person!: PersonView;
  @ShowsPart(() => WorkspaceView) workspace!: WorkspaceView;
  @ShowsParts(() => WorkspaceView) workspaces!: WorkspaceView[];
  @ShowsFlag() safeMode!: boolean;
  @ShowsPart(() => WaitingView) waiting!: WaitingView;
}

export class WorkspaceChoice {
  @IdField() workspaceId!: string;
}

/** Who is signed in, where they work, and what waits for them. */
@ApiTags('session')
@Controller('api/v1/session')
@Open()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly database: Database,
    @Inject(SAFE_MODE) private readonly safeMode: boolean,
  ) {}

  @Get()
  @ApiOkResponse({ type: SessionView })
  async session(@Req() request: FastifyRequest): Promise<SessionView> {
    return this.view(await this.open(request));
  }

  @Post('workspace')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  async switchTo(@Req() request: FastifyRequest, @Body() choice: WorkspaceChoice): Promise<SessionView> {
    const session = await this.open(request);
    this.sessions.refuseForeignOrigin(request);
    await this.sessions.switchTo(session, choice.workspaceId);
    return this.view(await this.open(request));
  }

  private async open(request: FastifyRequest): Promise<OpenSession> {
    const session = await this.sessions.of(request);
    if (session === null) throw new Fault('unauthenticated', 'not-signed-in', 'Nobody is signed in.');
    return session;
  }

  private async view({ person, workspace, workspaces }: OpenSession): Promise<SessionView> {
    if (workspace === null)
      throw new Fault(
        'forbidden',
        'no-workspace',
        'You belong to no workspace yet: ask an administrator to invite you.',
      );
    const waiting = await this.database.inWorkspace(workspace.id, async (tx) => {
      const [replies, people] = [await countReplies(tx), await countWaiting(tx, new Date())];
      return { triage: replies.waiting + replies.unmatched, ...people };
    });
    return { person, workspace: shown(workspace), workspaces: workspaces.map(shown), safeMode: this.safeMode, waiting };
  }
}

const shown = ({ id, name, slug, simulated }: Workspace): WorkspaceView => ({ id, name, slug, simulated });
