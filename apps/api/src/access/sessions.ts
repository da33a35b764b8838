import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Fault } from '#libs/domain';
import type { Id } from '#libs/domain';
import { Identity } from '#libs/persistence';
import type { Person, Workspace } from '#libs/persistence';
import { Auth } from './auth.js';

export interface OpenSession {
  id: Id;
  person: Person;
  /** the workspace the person works in now; null for someone who belongs to none */
  workspace: Workspace | null;
  workspaces: Workspace[];
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** The person behind a request's cookie. */
@Injectable()
export class Sessions {
  constructor(
    private readonly auth: Auth,
    private readonly identity: Identity,
  ) {}

  async of(request: FastifyRequest): Promise<OpenSession | null> {
    const headers = new Headers();
    if (request.headers.cookie === undefined) return null;
    headers.set('cookie', request.headers.cookie);
    const found = await this.auth.sessionOf(headers);
    if (found === null) return null;
    const workspaces = await this.identity.workspacesOf(found.person.id);
    const workspace = workspaces.find((each) => each.id === found.activeWorkspace) ?? workspaces[0] ?? null;
    return { id: found.id, person: found.person, workspace, workspaces };
  }

  async switchTo(session: OpenSession, workspaceId: Id): Promise<void> {
    if (!session.workspaces.some((workspace) => workspace.id === workspaceId)) {
      throw new Fault('not-found', 'workspace-not-found', 'There is no such workspace, or you are not a member of it.');
    }
    await this.identity.setActiveWorkspace(session.id, workspaceId);
  }

  /** A browser sends the cookie along with requests that other sites start; those carry their own origin. */
  refuseForeignOrigin(request: FastifyRequest): void {
    const origin = request.headers.origin;
    if (SAFE_METHODS.includes(request.method) || origin === undefined) return;
    if (this.auth.trusts(origin, request.headers.host)) return;
    throw new Fault(
      'forbidden',
      'foreign-origin',
      `Requests from ${origin} are not taken. Set REDRESS_PUBLIC_URL to the address people use.`,
    );
  }
}
