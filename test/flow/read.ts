import { eventually } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { expectStatus } from '../support/http.js';
import type { Client } from '../support/http.js';

/** What the tests read of a complaint's page. */
export interface ComplaintPage {
  id: string;
  reference: string;
  status: string;
  caseNumber: string | null;
  items: {
    id: string;
    url: string;
    status: string;
    outcome: string;
    deliveredAt: string | null;
    decision: { outcome: string; source: string; statedReason: string | null } | null;
  }[];
  attempts: AttemptPage[];
  filingErrors: { code: string; attribution: string; message: string; recordedBy: string }[];
  replies: { id: string; state: string }[];
  deadlines: { kind: string; state: string; dueAt: string }[];
  timeline: { at: string; kind: string; data: Record<string, unknown> }[];
}

export interface AttemptPage {
  id: string;
  channel: string;
  state: string;
  tries: number;
  code: string | null;
  message: string | null;
  messageId: string | null;
  possibleRepeat: boolean;
  documentId: string | null;
  nextTryAt: string | null;
  proof: { sha256: string | null; answer: string | null; conversation: string[] } | null;
}

export const readComplaint = async (http: Client, id: string): Promise<ComplaintPage> =>
  expectStatus(await http.get<ComplaintPage>(`/complaints/${id}`), 200);

/** The complaint, once it has one of these statuses. */
export async function complaintIn(http: Client, id: string, statuses: readonly string[]): Promise<ComplaintPage> {
  let seen = '';
  return eventually(`complaint ${id} to be ${statuses.join(' or ')}`, async () => {
    const complaint = await readComplaint(http, id);
    seen = `${complaint.status} after ${complaint.timeline.map((event) => event.kind).join(', ')}`;
    return statuses.includes(complaint.status) ? complaint : null;
  }).catch((problem: unknown) => {
    throw new Error(`${String(problem)}; last seen: ${seen}`);
  });
}

/** How many attempts to deliver a complaint there are, and how many jobs are owed for them. */
export async function deliveriesOf(app: TestApp, id: string): Promise<{ attempts: number; jobs: number }> {
  const attempts = await app.sql<{ id: string }>('select id from attempt where complaint_id = $1', [id]);
  const jobs = await app.sql(`select 1 from outbox where (payload ->> 'attemptId')::uuid = any($1)`, [
    attempts.map((attempt) => attempt.id),
  ]);
  return { attempts: attempts.length, jobs: jobs.length };
}

/** What happened to a complaint, by kind; events of one step have one instant, so that their order is none. */
export const kindsOf = async (http: Client, id: string): Promise<string[]> =>
  (await readComplaint(http, id)).timeline.map(({ kind }) => kind).sort();
