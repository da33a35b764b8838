import type { AccountSecret, ApiAuth, Attribution, ErrorCode, FormValues, ListingWord } from '#libs/domain';
import type { Answer } from './exchange.js';
import type { Json } from './json.js';

/** The secrets of an account, by their names. */
export type AccountSecrets = Readonly<Partial<Record<AccountSecret, string>>>;

export interface ComposedRequest {
  method: 'GET' | 'POST' | 'PUT';
  /** below the base URL, encoded */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: Json | null;
}

/** One request of a report, with the addresses of the listings it is about. */
export interface ReportRequest extends ComposedRequest {
  listings: readonly string[];
}

/** A notice that the interface has no words for, with what a person reads about it. */
export interface Unfit {
  unfit: string;
}

/** What an answer that took nothing means. */
export interface ApiProblem {
  code: ErrorCode;
  attribution: Attribution;
  retry: boolean;
  message: string;
}

/** A report whose arrival is in doubt: `null` where the answer does not say. */
export type Found = { kind: 'there'; reference: string } | { kind: 'absent' } | null;

/** How one platform's interface is spoken to: described by a recipe, or written as an adapter. */
export interface Dialect {
  baseUrl: string;
  auth: ApiAuth;
  /** header that makes a repeated request count once; null = each request counts */
  idempotencyHeader: string | null;
  /** whether a report may be taken without a number */
  referenceOptional: boolean;
  /** the requests of a report, or why the interface can't say what the notice says */
  compose(values: FormValues): ReportRequest[] | Unfit;
  took(answer: Answer): boolean;
  reference(answer: Answer): string | null;
  /** what this interface itself says of a failure; null = go by the status */
  problem(answer: Answer): ApiProblem | null;
  /** how one asks what became of a report */
  status: { request: (report: string) => ComposedRequest; read: (answer: Answer) => ListingWord[] } | null;
  /** how one asks whether the report sent under a key arrived */
  find: { request: (key: string) => ComposedRequest; read: (answer: Answer) => Found } | null;
  /** changes nothing; answered with a 2xx where the sign-in is right */
  signIn: ComposedRequest | null;
}
