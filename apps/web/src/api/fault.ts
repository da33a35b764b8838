import type { Problem } from './types.js';

type FieldProblem = NonNullable<Problem['errors']>[number];

/** What the API said went wrong, or that it could not be reached (`status` 0). */
export class ApiFault extends Error {
  constructor(
    readonly status: number,
    /** stable kind of the problem, e.g. `incomplete-notice` */
    readonly type: string,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly requestId: string | null = null,
  ) {
    super(message);
    this.name = 'ApiFault';
  }
}

export const faultOfNetwork = (): ApiFault => new ApiFault(0, 'no-connection', '');

const isProblem = (value: unknown): value is Partial<Problem> & { message?: string } =>
  typeof value === 'object' && value !== null;

/** Reads a problem document; the sign-in endpoints answer `{ message }` instead. */
export async function faultOfResponse(response: Response): Promise<ApiFault> {
  const read: unknown = await response.json().catch(() => null);
  const problem = isProblem(read) ? read : {};
  return new ApiFault(
    response.status,
    problem.type ?? 'unexpected',
    problem.detail ?? problem.title ?? problem.message ?? '',
    problem.errors ?? [],
    problem.requestId ?? response.headers.get('x-request-id'),
  );
}
