import type { Id } from '#libs/domain';
import type { TestApp } from '../support/app.js';

/** A complaint as the database's owner sees it, with what happened to its notice. */
export interface ComplaintStanding {
  id: Id;
  reference: string;
  status: string;
  items: number;
  /** items without an outcome */
  pending: number;
  /** state of its attempt; null for a draft */
  attempt: string | null;
  attempts: number;
  tries: number;
  messageId: string | null;
  /** SHA-256 of the notice as kept, and as the proof of delivery names it */
  keptSha256: string | null;
  sentSha256: string | null;
  replies: number;
  /** replies of it that wait for a person */
  waiting: number;
}

export interface ItemStanding {
  reference: string;
  url: string;
  outcome: string;
  status: string;
  source: string | null;
  coded: boolean | null;
}

export interface Standing {
  complaints: ComplaintStanding[];
  items: ItemStanding[];
  /** replies by the kind they were read as */
  replies: { kind: string; state: string; count: number }[];
}

export async function standingOf(app: TestApp): Promise<Standing> {
  return {
    complaints: await app.sql<ComplaintStanding>(
      `select c.id, c.reference, c.status, a.state as attempt, a.tries, a.message_id as "messageId", d.sha256 as "keptSha256",
              a.proof ->> 'sha256' as "sentSha256",
              (select count(*)::int from attempt x where x.complaint_id = c.id) as attempts,
              (select count(*)::int from item i where i.complaint_id = c.id) as items,
              (select count(*)::int from item i where i.complaint_id = c.id and i.outcome = 'pending') as pending,
              (select count(*)::int from reply r where r.complaint_id = c.id) as replies,
              (select count(*)::int from reply r where r.complaint_id = c.id and r.state = 'waiting') as waiting
         from complaint c left join attempt a on a.complaint_id = c.id left join document d on d.id = a.notice_document_id
        order by c.reference`,
    ),
    items: await app.sql<ItemStanding>(
      `select c.reference, i.url, i.outcome, i.status, d.source, d.coded from item i join complaint c on c.id = i.complaint_id
         left join decision d on d.item_id = i.id and not d.superseded order by c.reference, i.position`,
    ),
    replies: await app.sql<Standing['replies'][number]>(
      `select coalesce(suggestion ->> 'kind', 'unread') as kind, state, count(*)::int as count from reply group by 1, 2 order by 3 desc, 1, 2`,
    ),
  };
}

/** Where delivered complaints stand: every one is in exactly one of the three. */
export function sorted({
  complaints,
}: Standing): Record<'delivered' | 'decided' | 'waiting' | 'silent', ComplaintStanding[]> {
  const delivered = complaints.filter(({ attempt }) => attempt === 'delivered');
  return {
    delivered,
    decided: delivered.filter(({ pending }) => pending === 0),
    waiting: delivered.filter(({ pending, waiting }) => pending > 0 && waiting > 0),
    silent: delivered.filter(({ pending, waiting }) => pending > 0 && waiting === 0),
  };
}

/** How often each word comes, most frequent first. */
export function tally(words: readonly string[]): [word: string, count: number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
}
