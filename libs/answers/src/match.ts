import type { Id, MatchSign, ReplyMatch } from '#libs/domain';

/** A complaint that one sign of an answer leads to. All candidates are of the workspace the answer came in for. */
export interface Candidate {
  complaintId: Id;
  attemptId: Id | null;
  by: Exclude<MatchSign, 'person'>;
  /** the sign itself, e.g. the message id */
  sign: string;
}

/** How far each sign is trusted, surest first. A sign that leads to several complaints is not trusted by itself. */
const confidences: Readonly<Record<Candidate['by'], number>> = {
  token: 0.995,
  references: 0.95,
  'dsn-message-id': 0.95,
  reference: 0.9,
  'case-number': 0.8,
  'listing-url': 0.6,
};
const signsInOrder = Object.keys(confidences) as Candidate['by'][];

const complaintsOf = (candidates: readonly Candidate[]): Set<Id> =>
  new Set(candidates.map((candidate) => candidate.complaintId));

/**
 * The complaint an answer belongs to, by its surest sign. A sign that leads to several complaints only narrows the
 * choice for the next one; where none decides, null: a person matches it.
 */
export function chooseMatch(candidates: readonly Candidate[]): ReplyMatch | null {
  let open = complaintsOf(candidates);
  for (const by of signsInOrder) {
    const hits = candidates.filter((candidate) => candidate.by === by && open.has(candidate.complaintId));
    const complaints = complaintsOf(hits);
    const [hit] = hits;
    if (hit !== undefined && complaints.size === 1)
      return {
        complaintId: hit.complaintId,
        attemptId: hits.find((each) => each.attemptId !== null)?.attemptId ?? null,
        by,
        confidence: confidences[by],
      };
    if (complaints.size > 1) open = complaints;
  }
  return null;
}
