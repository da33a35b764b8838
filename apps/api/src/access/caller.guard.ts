import { Injectable, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Fault } from '#libs/domain';
import { ApiKeys } from '#libs/workflow';
import type { Caller, Scope } from '#libs/workflow';
import { Sessions } from './sessions.js';

const OPEN = 'access:open';
const SCOPE = 'access:scope';

/** A route that asks nobody who they are. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);
/** What an API key must be allowed to do. People who sign in may do everything in their workspaces. */
export const Needs = (scope: Exclude<Scope, '*'>): MethodDecorator & ClassDecorator => SetMetadata(SCOPE, scope);

const callers = new WeakMap<FastifyRequest['raw'], Caller>();

export const callerOf = (request: FastifyRequest): Caller | null => callers.get(request.raw) ?? null;

/** On whose behalf the request runs. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const caller = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller === null) throw notSignedIn();
  return caller;
});

const notSignedIn = (): Fault =>
  new Fault('unauthenticated', 'not-signed-in', 'Sign in, or send an API key as `Authorization: Bearer <key>`.');

/** Finds out who asks: the holder of an API key, or the person behind a session cookie. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly apiKeys: ApiKeys,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN, targets) === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const authorization = request.headers.authorization;
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(SCOPE, targets);
    const caller = authorization === undefined ? await this.bySession(request) : await this.byKey(authorization, scope);
    callers.set(request.raw, caller);
    return true;
  }

  private async byKey(authorization: string, scope: Scope | undefined): Promise<Caller> {
    const [scheme, secret] = authorization.split(' ');
    const key = scheme?.toLowerCase() === 'bearer' && secret !== undefined ? await this.apiKeys.verify(secret) : null;
    if (key === null)
      throw new Fault('unauthenticated', 'api-key-unknown', 'This API key does not exist, has expired or was revoked.');
    if (scope === undefined || !(key.scopes.includes('*') || key.scopes.includes(scope))) {
      throw new Fault('forbidden', 'scope-missing', `This API key lacks the scope ${scope ?? '*'}.`);
    }
    const email = key.createdBy.includes('@') ? key.createdBy : null;
    return { workspaceId: key.workspaceId, actor: { kind: 'api-key', id: key.id, name: key.name }, email };
  }

  private async bySession(request: FastifyRequest): Promise<Caller> {
    const session = await this.sessions.of(request);
    if (session === null) throw notSignedIn();
    this.sessions.refuseForeignOrigin(request);
    const { person, workspace } = session;
    if (workspace === null)
      throw new Fault(
        'forbidden',
        'no-workspace',
        'You belong to no workspace yet: ask an administrator to invite you.',
      );
    return {
      workspaceId: workspace.id,
      actor: { kind: 'person', id: person.id, name: person.name },
      email: person.email,
    };
  }
}
