/**
 * What can go wrong at a simulated platform's interface. `busy` and `server-error` come before anything is done; after
 * `error-though-taken` and `answer-lost` the report was taken all the same; `request-lost` closes the connection untouched.
 */
export const apiFailures = [
  'busy',
  'server-error',
  'error-though-taken',
  'answer-lost',
  'request-lost',
  'slow-answer',
] as const;
export type ApiFailure = (typeof apiFailures)[number];

/** A simulated platform's interface. */
export interface ApiBehaviour {
  /** share of reports that meet a failure */
  fails: number;
  failures: readonly (readonly [ApiFailure, number])[];
  /** share of those that meet it at the first try alone */
  passes: number;
}

interface Reading {
  object(value: unknown, pointer: string, known: readonly string[]): Record<string, unknown>;
  number(value: unknown, pointer: string, max: number): number;
  fault(pointer: string, detail: string): void;
}

/** Without a description nothing goes wrong. */
export function readApi(read: Reading, value: unknown): ApiBehaviour {
  if (value === undefined) return { fails: 0, failures: [], passes: 1 };
  const api = read.object(value, '/api', ['fails', 'failures', 'passes']);
  const weights = read.object(api['failures'], '/api/failures', apiFailures);
  const failures = apiFailures
    .filter((failure) => weights[failure] !== undefined)
    .map((failure) => [failure, read.number(weights[failure], `/api/failures/${failure}`, 1e6)] as const);
  const fails = read.number(api['fails'], '/api/fails', 1);
  if (fails > 0 && !failures.some(([, weight]) => weight > 0))
    read.fault('/api/failures', 'give at least one failure with a weight above 0, or fails: 0');
  return { fails, failures, passes: read.number(api['passes'], '/api/passes', 1) };
}
