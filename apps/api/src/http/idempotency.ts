import { createHash } from 'node:crypto';
import { Injectable, SetMetadata } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Reflector } from '@nestjs/core';
import { Observable, from, mergeMap } from 'rxjs';
import { Fault } from '#libs/domain';
import { Database, reserveKey, settleKey } from '#libs/persistence';
import { callerOf } from '../access/caller.guard.js';
import { uploadedFile } from '../files/multipart.js';

const SHOWN_ONCE = 'http:shown-once';

/** A field of the answer that is a secret: it is not kept with the answer, and a repetition holds null in its place. */
export const ShownOnce = (field: string): MethodDecorator => SetMetadata(SHOWN_ONCE, field);

/**
 * `Idempotency-Key` on a POST: the same key and body get the first answer again, the same key with another body is refused.
 * A request that failed gives its key back.
 */
@Injectable()
export class Idempotency implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const caller = callerOf(request);
    if (request.method !== 'POST' || typeof key !== 'string' || caller === null) return next.handle();
    if (key.length > 200)
      throw new Fault('malformed', 'request-invalid', 'Idempotency-Key may have at most 200 characters.');
    const hash = createHash('sha256')
      .update(JSON.stringify([request.method, request.url, bodyOf(request)]))
      .digest('hex');
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const secret = this.reflector.get<string | undefined>(SHOWN_ONCE, context.getHandler());
    return from(reserveKey(this.database, caller.workspaceId, key, hash, new Date())).pipe(
      mergeMap((seen) => {
        if (seen.state === 'answered') return from(this.again(request, reply, seen));
        if (seen.state === 'new') return from(this.first(caller.workspaceId, key, next, { reply, secret }));
        throw refusals[seen.state];
      }),
    );
  }

  /** A file is compared by its hash, which the first answer holds: it was not read before the key was reserved. */
  private async again(request: FastifyRequest, reply: FastifyReply, seen: Answered): Promise<unknown> {
    if (request.isMultipart() && (await hashOfFile(request)) !== hashIn(seen.body)) throw refusals['other-body'];
    void reply.status(seen.status).header('idempotency-replayed', 'true');
    return seen.body;
  }

  private async first(
    workspaceId: string,
    key: string,
    next: CallHandler,
    { reply, secret }: { reply: FastifyReply; secret: string | undefined },
  ): Promise<unknown> {
    try {
      const body = await new Promise<unknown>((resolve, reject) => {
        next.handle().subscribe({ next: resolve, error: reject });
      });
      const kept = secret === undefined ? body : { ...(body as object), [secret]: null };
      await settleKey(this.database, workspaceId, key, { status: reply.statusCode, body: kept });
      return body;
    } catch (error) {
      await settleKey(this.database, workspaceId, key, null);
      throw error;
    }
  }
}

const refusals = {
  running: new Fault(
    'conflict',
    'idempotency-running',
    'The first request with this Idempotency-Key is still being carried out.',
  ),
  'other-body': new Fault(
    'conflict',
    'idempotency-mismatch',
    'This Idempotency-Key was used for another request. Use a new key for a new request.',
  ),
};

interface Answered {
  status: number;
  body: unknown;
}

/** Hex SHA-256 of the file a form holds. */
async function hashOfFile(request: FastifyRequest): Promise<string> {
  const { content } = await uploadedFile(request);
  const hash = createHash('sha256');
  for await (const chunk of content as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

const hashIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'sha256' in body ? body.sha256 : null;

const bodyOf = (request: FastifyRequest): unknown =>
  Buffer.isBuffer(request.body) ? createHash('sha256').update(request.body).digest('hex') : request.body;
