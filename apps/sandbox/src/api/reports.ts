import { createHash } from 'node:crypto';
import { grounds } from '#libs/domain';
import { answerPlan } from '#libs/simulation';
import type { Behaviour, PlannedReply, ReceivedNotice } from '#libs/simulation';
import type { Ledger, LedgerAnswer } from '../ledger.js';

/** A report that was taken, with all that will ever be said of it. */
export interface TakenReport {
  id: string;
  slug: string;
  urls: readonly string[];
  answers: readonly { planned: PlannedReply; entry: LedgerAnswer; dueAt: number }[];
}

/** How a listing of a report stands. */
export interface ListingState {
  url: string;
  status: 'received' | 'in review' | 'information needed' | 'removed' | 'refused';
  reason?: string;
  decidedAt?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Takes reports into the ledger, and says later what became of them. */
export class Reports {
  private readonly byId = new Map<string, TakenReport>();
  private readonly byKey = new Map<string, TakenReport>();

  constructor(
    private readonly ledger: Ledger,
    private readonly secondsPerDay: number,
    private readonly seed: number,
  ) {}

  /** The same key twice is one report. */
  take(behaviour: Behaviour, body: Buffer, read: Json, key: string | null): TakenReport {
    const { slug } = behaviour;
    const known = key === null ? undefined : this.byKey.get(`${slug} ${key}`);
    if (known !== undefined) return known;
    const notice = noticeOf(read);
    const now = Date.now();
    const answers = answerPlan(behaviour, notice, this.seed).map((planned) => {
      const dueAt = now + Math.round(planned.afterDays * this.secondsPerDay * 1000);
      const entry: LedgerAnswer = {
        kind: planned.kind,
        structured: true,
        language: planned.language,
        dueAt: new Date(dueAt).toISOString(),
        state: 'waiting',
        tries: 0,
        truth: planned.truth.items,
      };
      return { planned, entry, dueAt };
    });
    const id = `R-${String(this.byId.size + 1).padStart(6, '0')}`;
    const urls = notice.items.map(({ url }) => url);
    const report = { id, slug, urls, answers };
    this.byId.set(`${slug} ${id}`, report);
    if (key !== null) this.byKey.set(`${slug} ${key}`, report);
    this.ledger.accept({
      receivedAt: new Date(now).toISOString(),
      platform: slug,
      messageId: id,
      sha256: createHash('sha256').update(body).digest('hex'),
      envelope: { from: '', to: [] },
      reference: notice.reference,
      rightsHolder: notice.rightsHolder,
      urls,
      answers: answers.map(({ entry }) => entry),
    });
    return report;
  }

  find(slug: string, id: string): TakenReport | null {
    return this.byId.get(`${slug} ${id}`) ?? null;
  }

  findByKey(slug: string, key: string): TakenReport | null {
    return this.byKey.get(`${slug} ${key}`) ?? null;
  }

  /** What can be said by now; an answer counts as given once somebody asked for it. */
  states({ urls, answers }: TakenReport): ListingState[] {
    const now = Date.now();
    const said = answers.filter(({ dueAt }) => dueAt <= now);
    for (const { entry } of said) Object.assign(entry, { state: 'sent', tries: Math.max(entry.tries, 1) });
    const last = said.at(-1);
    return urls.map((url) => (last === undefined ? { url, status: 'received' } : stateOf(url, last)));
  }
}

function stateOf(url: string, { planned, dueAt }: TakenReport['answers'][number]): ListingState {
  if (planned.kind === 'needs-info') return { url, status: 'information needed', reason: planned.text };
  const truth = planned.kind === 'decision' ? planned.truth.items.find((item) => item.url === url) : undefined;
  if (truth === undefined) return { url, status: 'in review' };
  const said = planned.structured?.decisions?.find((each) => each.url === url)?.text;
  const reason = truth.outcome === 'refused' ? { reason: said ?? planned.text } : {};
  return { url, status: truth.outcome, decidedAt: new Date(dueAt).toISOString(), ...reason };
}

/** A report as the platform's staff reads it. */
function noticeOf(read: Json): ReceivedNotice {
  const text = (name: string): string => (typeof read[name] === 'string' ? read[name] : '');
  const ground = grounds.find((known) => known === read['ground']) ?? 'trademark-use';
  const right = text('right');
  return {
    reference: text('reference'),
    complaintId: '',
    rightsHolder: text('rightsHolder'),
    items: urlsOf(read).map((url) => ({ url, right, ground, equivalenceGroup: null })),
  };
}

/** The addresses of a report's listings, each once. */
export function urlsOf({ listings }: Json): string[] {
  const list: readonly unknown[] = Array.isArray(listings) ? listings : [];
  const urls = list.flatMap((each) => {
    const url = typeof each === 'object' && each !== null && 'url' in each ? each.url : undefined;
    return typeof url === 'string' && URL.canParse(url) ? [url] : [];
  });
  return [...new Set(urls)];
}
