import { Readable } from 'node:stream';
import type { Id, ListingImport, ReplySuggestion, StatementKind } from '#libs/domain';
import { ImportAtOnce, Reconcile } from '#libs/workflow';
import { eventually } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { expectStatus } from '../support/http.js';
import type { Problem } from '../support/http.js';
import { complainantOf, noticesToCsv } from './notices-to-csv.js';
import type { Notice } from './notices-to-csv.js';

/** The way of real notices through the product, one step a function. Nothing here knows how the product does it. */

export interface ImportedNotices extends Pick<ListingImport, 'rows' | 'accepted' | 'rejected' | 'duplicates'> {
  /** what is wrong with the rejected rows: the codes of each */
  faults: string[][];
  /** the drafts, with the notice each of them comes from */
  drafts: { id: Id; importedAs: string }[];
}

/** complaints.csv through the verb behind `redress import --register`. */
export async function importNotices(app: TestApp, notices: readonly Notice[]): Promise<ImportedNotices> {
  const caller = {
    workspaceId: app.main.id,
    actor: { kind: 'system' as const, id: 'cli', name: 'command line' },
    email: app.administrator.email,
  };
  const file = { name: 'complaints.csv', content: Readable.from([Buffer.from(noticesToCsv(notices))]), register: true };
  const toTheEnd = { dryRun: false, signal: new AbortController().signal };
  const { id, ...counts } = await app.api.get(ImportAtOnce).run(caller, file, toTheEnd);
  const rejected = await app.sql<{ faults: { code: string }[] }>(
    `select faults from import_row where import_id = $1 and state = 'rejected' order by row`,
    [id],
  );
  const drafts = await app.sql<{ id: Id; importedAs: string }>(
    `select c.id, t.data ->> 'reference' as "importedAs" from complaint c
       join timeline_event t on t.complaint_id = c.id and t.kind = 'imported'
      where c.import_id = $1 order by (t.data ->> 'row')::int`,
    [id],
  );
  return { ...counts, drafts, faults: rejected.map(({ faults }) => faults.map(({ code }) => code)) };
}

export interface Submission {
  notice: Notice;
  complaintId: Id;
  status: number;
  /** codes of the elements a refusal names */
  missing: string[];
  /** the provision each of them is named with */
  hooks: string[];
}

/** Each draft by itself, with what its notice states and nothing else. */
export async function submitEach(
  app: TestApp,
  notices: readonly Notice[],
  drafts: ImportedNotices['drafts'],
): Promise<Submission[]> {
  const byId = new Map(notices.map((notice) => [notice.id, notice]));
  const submissions: Submission[] = [];
  for (const { id, importedAs } of drafts) {
    const notice = byId.get(importedAs);
    if (notice === undefined) throw new Error(`${importedAs} was imported and never read`);
    const answer = await app.main.http.post<Partial<Problem>>(`/complaints/${id}/submit`, confirmationOf(notice));
    const errors = answer.body.errors ?? [];
    submissions.push({
      notice,
      complaintId: id,
      status: answer.status,
      missing: errors.map(({ code }) => code),
      hooks: errors.map(({ hook }) => hook ?? ''),
    });
  }
  return submissions;
}

/** GitHub's form states accuracy and authority in one sentence under penalty of perjury. Names are redacted: the complainant signs. */
export function confirmationOf(notice: Notice): {
  statements: Record<StatementKind, boolean>;
  signature?: { name: string; capacity: string };
} {
  const {
    good_faith: goodFaith = false,
    accuracy_perjury: underPerjury = false,
    signature = false,
  } = notice.statements;
  const statements = { goodFaith, accuracy: underPerjury, authority: underPerjury };
  const capacity = notice.role === 'owner' ? 'owner' : 'authorised agent';
  return { statements, ...(signature ? { signature: { name: complainantOf(notice), capacity } } : {}) };
}

/**
 * Until no attempt waits for its first or next try. A notice the platform's mail server put off is tried again minutes
 * later; here its clock is set forward and the reconciler, which finds what is due, takes it up at once.
 */
export async function untilDelivered(app: TestApp): Promise<void> {
  await until('every notice is delivered, or known not to be', 90, async () => {
    const [open] = await app.sql<{ running: number; putOff: number }>(
      `select count(*) filter (where state = 'sending' or next_try_at is null)::int as running,
              count(*) filter (where next_try_at > now())::int as "putOff" from attempt where state in ('queued', 'sending')`,
    );
    if (open === undefined || open.running > 0) return false;
    if (open.putOff > 0) {
      await app.sql(
        `update attempt set next_try_at = now() - interval '1 minute' where state = 'queued' and next_try_at > now()`,
      );
      await app.api.get(Reconcile).run(0);
    }
    const [left] = await app.sql(`select 1 from attempt where state in ('queued', 'sending') limit 1`);
    return left === undefined;
  });
}

/** Until the platform has said all it will say, and all of it is stored and read. */
export async function untilAnswered(app: TestApp): Promise<void> {
  await until('every answer is sent, stored and read', 180, async () => {
    const answers = app.sandbox?.ledger.accepted.flatMap((entry) => entry.answers) ?? [];
    if (answers.some(({ state }) => state === 'waiting')) return false;
    const [left] = await app.sql(`select 1 from reply where read_at is null union all select 1 from outbox limit 1`);
    return left === undefined;
  });
}

interface Waiting {
  id: Id;
  complaintId: Id | null;
  suggestion: ReplySuggestion | null;
}

/**
 * A person goes through the triage and confirms every decision the letter's words suggest, unless the letter is about other
 * listings; the rest stays there. The person trusts the suggestion: what it misreads is decided wrongly.
 */
export async function confirmSuggestedDecisions(app: TestApp): Promise<number> {
  const waiting = await triage(app);
  let confirmed = 0;
  for (const reply of waiting.reverse()) {
    const { complaintId, suggestion } = reply;
    if (complaintId === null || suggestion?.kind !== 'decision' || suggestion.outcome === undefined) continue;
    const items = await app.sql<{ id: Id; url: string }>(`select id, url from item where complaint_id = $1`, [
      complaintId,
    ]);
    const named = suggestion.listings ?? [];
    if (named.length > 0 && !items.some(({ url }) => named.some((listing) => listing.url === url))) continue;
    await decide(app, reply.id, {});
    for (const { url, outcome } of named) {
      const itemIds = items.filter((item) => item.url === url).map(({ id }) => id);
      if (outcome !== suggestion.outcome) await decide(app, reply.id, { outcome, itemIds });
    }
    confirmed += 1;
  }
  return confirmed;
}

async function decide(app: TestApp, replyId: Id, coding: object): Promise<void> {
  expectStatus(await app.main.http.post(`/replies/${replyId}/code`, { action: 'decide', ...coding }), 200);
}

async function triage(app: TestApp): Promise<Waiting[]> {
  const all: Waiting[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await app.main.http.get<{ data: Waiting[]; nextCursor: string | null }>(
      `/triage?tab=waiting&limit=100${after}`,
    );
    const page = expectStatus(answer, 200);
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

const until = async (what: string, seconds: number, check: () => Promise<boolean>): Promise<void> => {
  await eventually(what, async () => ((await check()) ? true : null), seconds * 1000);
};
