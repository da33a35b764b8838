import { randomUUID } from 'node:crypto';
import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ValidationError } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '#libs/domain';
import type { FaultKind, FieldFault } from '#libs/domain';
import type { Logger } from 'pino';

/** RFC 9457 problem document. */
export class ProblemField {
  @ApiProperty({ description: 'JSON pointer into the request' }) pointer!: string;
  @ApiProperty() code!: string;
  @ApiProperty() detail!: string;
  @ApiProperty({ required: false, description: 'the legal provision that asks for it' }) hook?: string;
}

export class Problem {
  @ApiProperty({ description: 'stable; /problems/<code>' }) type!: string;
  @ApiProperty() title!: string;
  @ApiProperty() status!: number;
  @ApiProperty() detail!: string;
  @ApiProperty() requestId!: string;
  @ApiProperty({ type: () => ProblemField, isArray: true, required: false }) errors?: ProblemField[];
}

const statuses: Record<FaultKind, { status: number; title: string }> = {
  malformed: { status: 400, title: 'The request is not well formed' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Not possible in the present state' },
  invalid: { status: 422, title: 'Something is missing or wrong' },
  'too-many': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available at the moment' },
};

/** The one place where errors become HTTP. What we did not foresee is logged whole and told to nobody. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = this.problem(error, request);
    void http.getResponse<FastifyReply>().status(problem.status).type('application/problem+json').send(problem);
  }

  private problem(error: unknown, request: FastifyRequest): Problem {
    const requestId = request.id;
    if (error instanceof Fault) return ofFault(error, requestId);
    const status = httpStatus(error);
    if (status !== null && status < 500) return ofHttp(error, status, requestId);
    this.log.error(
      { err: error, requestId, method: request.method, route: request.routeOptions.url },
      'request failed',
    );
    return {
      type: '/problems/internal',
      title: 'Redress failed',
      status: 500,
      detail:
        'The request could not be carried out for a reason on our side. Nothing of it was stored. The log has the details under the request id.',
      requestId,
    };
  }
}

function ofFault(fault: Fault, requestId: string): Problem {
  const { status, title } = statuses[fault.kind];
  const errors = fault.fields.length === 0 ? {} : { errors: fault.fields.map((field) => ({ ...field })) };
  return { type: `/problems/${fault.code}`, title, status, detail: fault.message, requestId, ...errors };
}

/** Fastify's own errors carry `statusCode`, Nest's `getStatus()`. */
function httpStatus(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return null;
}

const titles: Record<number, string> = {
  400: 'The request is not well formed',
  404: 'Not found',
  413: 'Too large',
  415: 'Unsupported media type',
};
const codes: Record<number, string> = {
  400: 'request-malformed',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
};

function ofHttp(error: unknown, status: number, requestId: string): Problem {
  const detail = error instanceof Error ? error.message : 'The request was refused.';
  return {
    type: `/problems/${codes[status] ?? 'request-refused'}`,
    title: titles[status] ?? 'The request was refused',
    status,
    detail,
    requestId,
  };
}

/** The answer to an address that no route has. */
export const noSuchRoute = (request: FastifyRequest): Problem => ({
  type: '/problems/not-found',
  title: 'Not found',
  status: 404,
  detail: `There is no ${request.method} ${request.url.split('?')[0] ?? ''}; GET /api/openapi.json lists every route.`,
  requestId: request.id,
});

/** What the validation pipe found, each field by its JSON pointer. */
export const malformed = (errors: ValidationError[]): Fault =>
  new Fault(
    'malformed',
    'request-invalid',
    'Some fields of the request are missing or not of the right form.',
    errors.flatMap((error) => fieldFaults(error, '')),
  );

function fieldFaults(error: ValidationError, parent: string): FieldFault[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({
    pointer,
    code: code === 'whitelistValidation' ? 'unknown-field' : code,
    detail: code === 'whitelistValidation' ? `${error.property} is no field of this request.` : detail,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldFaults(child, pointer))];
}

export const newRequestId = (): string => randomUUID();
