import type { Attribution, ErrorCode } from './filing-error.js';
import type { DecidedOutcome } from './item.js';
import type { Ground } from './right.js';

/** How one proves to an interface who one is; the secrets themselves belong to a workspace's account. */
export const apiAuthKinds = ['none', 'basic', 'bearer', 'api-key', 'oauth2-client-credentials'] as const;
export type ApiAuth =
  | { kind: 'none' }
  | { kind: 'basic' }
  | { kind: 'bearer' }
  | { kind: 'api-key'; header: string }
  | { kind: 'oauth2-client-credentials'; tokenUrl: string; scope?: string };

/** The secrets an account needs for each way of signing in. */
export const accountSecretsOf = {
  none: [],
  basic: ['user', 'password'],
  bearer: ['token'],
  'api-key': ['key'],
  'oauth2-client-credentials': ['clientId', 'clientSecret'],
} as const satisfies Record<ApiAuth['kind'], readonly string[]>;
export type AccountSecret = (typeof accountSecretsOf)[ApiAuth['kind']][number];

/** Where something stands in a JSON answer (RFC 6901): `/report/id`; the empty pointer is the whole answer. */
export type JsonPointer = string;

/**
 * A JSON text as a recipe writes it. Its strings are templates over `FormValues`: `{{right.number}}`; one that names values
 * and comes out empty is left out, with its key. `{ each: items, of: … }` is a list with one entry for each of the values of
 * that name, whose own fields stand before the others: `{{url}}`; an entry that is a plain text is `{{value}}`.
 */
export type JsonTemplate =
  string | number | boolean | null | readonly JsonTemplate[] | { readonly [key: string]: JsonTemplate };

/** Lists of `FormValues` a template can go through. */
export const listedValues = ['items', 'rights', 'statements', 'evidence', 'evidenceUrls'] as const;
export type ListedValues = (typeof listedValues)[number];

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT';
  /** below the base URL; a template whose values are percent-encoded */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: JsonTemplate;
}

/** What an answer that is no success means, by its status, by a pattern in its body, or by both. */
export interface ApiErrorRule {
  status?: number;
  /** regular expression, found anywhere in the body */
  matches?: string;
  code: ErrorCode;
  /** absent = as the code says */
  attribution?: Attribution;
  /** whether trying again can succeed; absent = no */
  retry?: boolean;
}

/** How an interface says what became of a listing. `look-again`: its word alone decides nothing. */
export const listingStandings = ['pending', 'removed', 'refused', 'needs-info', 'look-again'] as const;
export type ListingStanding = (typeof listingStandings)[number];

/** Where each listing's standing is found in an answer. */
export interface ApiStandings {
  /** the list of listings; absent = the answer speaks of the report as a whole */
  items?: JsonPointer;
  /** in an entry: the listing's address, or the platform's number of it */
  listing?: JsonPointer;
  state: JsonPointer;
  /** the platform's own words, where it gives some */
  reason?: JsonPointer;
  /** when it decided, as ISO 8601 */
  decidedAt?: JsonPointer;
  /** what its words mean; a word that is not here means nothing yet */
  words: Readonly<Record<string, ListingStanding>>;
}

/** How an interface that JSON and templates can describe is used. */
export interface HttpApiRecipe {
  /** https; http only for a simulated platform */
  baseUrl: string;
  auth: ApiAuth;
  /** how a report is made */
  request: ApiRequest;
  /** header that makes a repeated request count once; its value stays the same at every try */
  idempotencyHeader?: string;
  /** most listings of one request; a notice with more is sent in several */
  itemsPerRequest?: number;
  response: {
    /** statuses that mean the report was taken */
    success: readonly number[];
    /** the platform's number of the report */
    reference: JsonPointer;
    /** true: a report may be taken without one, false (usual): then nobody knows */
    referenceOptional?: boolean;
    errors?: readonly ApiErrorRule[];
  };
  /** how one asks what became of a report; `{{report}}` is its number */
  status?: { request: ApiRequest; standings: ApiStandings };
  /** how one finds out whether a report arrived; `{{key}}` is the value of the idempotency header */
  find?: { request: ApiRequest; reference: JsonPointer; absent: readonly number[] };
  /** a request that changes nothing, to try the sign-in with */
  signIn?: ApiRequest;
}

/** Adapters written for one platform each, where a recipe can't say it. */
export const apiAdapters = ['ebay-vero-v2'] as const;
export type ApiAdapter = (typeof apiAdapters)[number];

/** An adapter with what an operator may know better than it. */
export interface AdaptedApi {
  adapter: ApiAdapter;
  /** another address of the same interface, e.g. the platform's own test environment */
  baseUrl?: string;
  /** the platform's code of each ground, where its list is shown to members alone */
  reasonCodes?: Readonly<Partial<Record<Ground, string>>>;
}

export type HttpApi = HttpApiRecipe | AdaptedApi;

/** What an interface says about one listing of a report. */
export interface ListingWord {
  /** the listing's address, or the platform's number of it; null = the report as a whole */
  listing: string | null;
  standing: ListingStanding;
  /** the platform's word as it stands in the answer */
  word: string;
  reason: string | null;
  decidedAt: Date | null;
}

/** A standing that is a decision. */
export const decidedBy = (standing: ListingStanding): DecidedOutcome | null =>
  standing === 'removed' || standing === 'refused' ? standing : null;
