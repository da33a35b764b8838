import type * as View from './types.js';

/** What openapi-fetch needs to know of a route; the generated `paths` of docs/openapi.json has the same form. */
interface Answers<Result> {
  200: { content: { 'application/json': Result } };
  default: { content: { 'application/problem+json': View.Problem } };
}
type PathOf<Path> = [Path] extends [never] ? { path?: never } : { path: Path };
interface Get<Result, Query = never, Path = never> {
  get: { parameters: { query?: Query } & PathOf<Path>; responses: Answers<Result> };
}
interface Post<Result, Body, Path = never> {
  post: {
    parameters: { header?: { 'Idempotency-Key'?: string } } & PathOf<Path>;
    requestBody: { content: { 'application/json': Body } };
    responses: Answers<Result>;
  };
}

export interface ComplaintQuery {
  platform?: string;
  status?: string;
  outcome?: string;
  ground?: string;
  rightsHolderId?: string;
  q?: string;
  from?: string;
  to?: string;
  overdue?: boolean;
  cursor?: string;
  limit?: number;
}

interface MeasureQuery {
  from?: string;
  to?: string;
  asOf?: string;
  ground?: string;
  rightsHolderId?: string;
}

interface CursorQuery {
  cursor?: string;
  limit?: number;
}

type ById = { id: string };
type BySlug = { slug: string };
type None = Record<string, never>;

export interface paths {
  '/api/v1/session': Get<View.SessionView>;
  '/api/v1/session/workspace': Post<View.SessionView, { workspaceId: string }>;
  '/api/v1/platforms': Get<View.Page<View.PlatformView>>;
  '/api/v1/platforms/{slug}': Get<View.PlatformView, never, BySlug>;
  '/api/v1/platforms/{slug}/measures': Get<View.PlatformMeasures, MeasureQuery, BySlug>;
  '/api/v1/measures': Get<View.Comparison, MeasureQuery & { groupBy: 'platform' | 'ground' | 'month' }>;
  '/api/v1/rights-holders': Get<View.Page<View.RightsHolderView>, CursorQuery> &
    Post<View.RightsHolderView, View.RightsHolderInput>;
  '/api/v1/rights': Get<View.Page<View.RightView>, CursorQuery & { rightsHolderId?: string }> &
    Post<View.RightView, View.RightInput>;
  '/api/v1/complaints': Get<View.Page<View.ComplaintRow>, ComplaintQuery> &
    Post<View.ComplaintCreated, View.ComplaintInput>;
  '/api/v1/complaints/{id}': Get<View.ComplaintView, never, ById>;
  '/api/v1/complaints/{id}/submit': Post<
    View.ComplaintView,
    {
      statements?: Record<View.StatementKind, boolean>;
      signature?: { name: string; capacity: string };
    },
    ById
  >;
  '/api/v1/complaints/{id}/withdraw': Post<View.ComplaintView, { reason?: string }, ById>;
  '/api/v1/complaints/{id}/decisions': Post<View.ComplaintView, View.DecisionInput, ById>;
  '/api/v1/complaints/{id}/attempts/{attemptId}/resolve': Post<
    View.ComplaintView,
    View.ResolutionInput,
    ById & { attemptId: string }
  >;
  '/api/v1/triage': Get<View.TriagePage, CursorQuery & { tab?: View.TriageTab | 'all' }>;
  '/api/v1/replies/{id}': Get<View.ReplyDetail, never, ById>;
  '/api/v1/replies/{id}/code': Post<View.ReplyRow, View.CodeInput, ById>;
  '/api/v1/dev-mailbox': Get<View.Page<View.MailView>, CursorQuery>;
  '/api/auth/sign-in/email': Post<unknown, { email: string; password: string }>;
  '/api/auth/sign-out': Post<unknown, None>;
}
