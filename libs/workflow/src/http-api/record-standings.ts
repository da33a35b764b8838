import { complaintLifecycle, decidedBy } from '#libs/domain';
import type { Actor, Attempt, Complaint, Id, Item, ListingWord, Reply, ReplySuggestion } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import { decisionDateOf } from '../decision-date.js';
import type { Journal } from '../journal.js';
import { recordDecisions } from '../record-decisions.js';
import type { Rulebook } from '../rulebook.js';
import { sha256 } from '../store-document.js';

/** A platform's answer to the question what became of a report, and what it is about. */
export interface Standings {
  tx: WorkspaceTransaction;
  journal: Journal;
  rulebook: Rulebook;
  attempt: Attempt;
  complaint: Complaint;
  items: readonly Item[];
  words: readonly ListingWord[];
  /** the answer as it was kept */
  document: { id: Id; bytes: Buffer };
}

interface ItemWord {
  item: Item;
  word: ListingWord;
}

/**
 * Records what a platform's interface says of the listings that still wait. It came over our own authenticated connection,
 * so that it counts as a structured answer does. A word that decides nothing by itself is left to a person, with the answer.
 */
export async function recordStandings(scene: Standings): Promise<void> {
  const { rulebook, complaint, items, words } = scene;
  await acknowledge(scene);
  const waiting = items.filter(({ status, outcome }) => status === 'filed' && outcome === 'pending');
  const said = waiting.flatMap((item): ItemWord[] => {
    const word = words.find((each) => isAbout(rulebook, complaint.platform, each, item));
    return word === undefined || word.standing === 'pending' ? [] : [{ item, word }];
  });
  if (said.length === 0) return;
  const reply = replyOf(scene, said);
  scene.tx.replies.add(reply);
  scene.journal.tell(scene.tx, complaint.id, {
    kind: 'reply-received',
    actor: platformOf(scene),
    data: {
      replyId: reply.id,
      kind: reply.suggestion?.kind,
      because: reply.suggestion?.because,
      subject: reply.subject,
    },
  });
  for (const alike of groupAlike(said)) await decide(scene, alike, reply.id);
  if (said.some(({ word }) => word.standing === 'needs-info')) await needsInfo(scene, reply.id);
  await lookAgain(scene, said);
}

function isAbout(rulebook: Rulebook, platform: string, { listing }: ListingWord, { url, listingKey }: Item): boolean {
  if (listing === null || listing === url) return true;
  if (listingKey === null) return false;
  return /^https?:/.test(listing) ? rulebook.listingKey(listing, platform) === listingKey : endsIn(listingKey, listing);
}

/** A listing's key ends in the platform's number of it. */
const endsIn = (key: string, number: string): boolean => key.endsWith(`/${number}`) || key.endsWith(`=${number}`);

const platformOf = ({ rulebook, complaint }: Standings): Actor => ({
  kind: 'platform',
  id: complaint.platform,
  name: rulebook.find(complaint.platform)?.name ?? complaint.platform,
});

/** A platform that tells of a report has it. */
async function acknowledge(scene: Standings): Promise<void> {
  const { tx, journal, complaint } = scene;
  if (!complaintLifecycle.canMove(complaint.status, 'acknowledged')) return;
  complaint.status = complaintLifecycle.move(complaint.status, 'acknowledged');
  await tx.complaints.change(complaint.id, { status: complaint.status });
  await tx.query(
    `update deadline set state = 'met', closed_at = $3 where workspace_id = $1 and complaint_id = $2 and kind = 'acknowledgement' and state = 'open'`,
    [tx.workspaceId, complaint.id, journal.now()],
  );
  journal.tell(tx, complaint.id, {
    kind: 'acknowledged',
    actor: platformOf(scene),
    data: { caseNumber: scene.attempt.reference },
  });
}

async function decide(scene: Standings, alike: readonly ItemWord[], replyId: Id): Promise<void> {
  const [first] = alike;
  const outcome = first === undefined ? null : decidedBy(first.word.standing);
  if (first === undefined || outcome === null) return;
  const { tx, journal, rulebook, complaint } = scene;
  const items = alike.map(({ item }) => item);
  await recordDecisions(tx, journal, rulebook, complaint, {
    items,
    outcome,
    statedReason: null,
    text: first.word.reason,
    language: null,
    justification: {},
    decidedAt: decisionDateOf({ sentAt: first.word.decidedAt, receivedAt: journal.now() }, items),
    source: 'structured',
    replyId,
    actor: platformOf(scene),
  });
}

/** Listings decided at the same time in the same way with the same words are one ruling. */
function groupAlike(said: readonly ItemWord[]): ItemWord[][] {
  const groups = new Map<string, ItemWord[]>();
  for (const one of said) {
    const { standing, reason, decidedAt } = one.word;
    const key = JSON.stringify([standing, reason, decidedAt]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

async function needsInfo(scene: Standings, replyId: Id): Promise<void> {
  const { tx, journal, complaint } = scene;
  if (complaintLifecycle.canMove(complaint.status, 'needs-info')) {
    complaint.status = complaintLifecycle.move(complaint.status, 'needs-info');
    await tx.complaints.change(complaint.id, { status: complaint.status });
  }
  journal.tell(tx, complaint.id, { kind: 'information-requested', actor: platformOf(scene), data: { replyId } });
}

/** Where listings are watched, the next look comes at once. */
async function lookAgain({ tx, journal }: Standings, said: readonly ItemWord[]): Promise<void> {
  const ids = said.filter(({ word }) => word.standing === 'look-again').map(({ item }) => item.id);
  if (ids.length === 0) return;
  await tx.query(`update item set next_look_at = $3 where workspace_id = $1 and id = any($2) and next_look_at > $3`, [
    tx.workspaceId,
    ids,
    journal.now(),
  ]);
}

function replyOf({ tx, journal, attempt, complaint, document }: Standings, said: readonly ItemWord[]): Reply {
  const now = journal.now();
  const suggestion = suggestionOf(said);
  return {
    workspaceId: tx.workspaceId,
    id: journal.newId(),
    complaintId: complaint.id,
    attemptId: attempt.id,
    documentId: document.id,
    sha256: sha256(document.bytes),
    via: 'api',
    recipients: [],
    messageId: null,
    sender: null,
    subject: `Status of report ${attempt.reference ?? attempt.id}`,
    text: said.map(wordsOf).join('\n'),
    language: null,
    state: said.every(({ word }) => decidedBy(word.standing) !== null) ? 'applied' : 'waiting',
    match: { complaintId: complaint.id, attemptId: attempt.id, by: 'reference', confidence: 1 },
    suggestion,
    sentAt: null,
    receivedAt: now,
    readAt: now,
    codedBy: null,
    codedAt: null,
  };
}

function suggestionOf(said: readonly ItemWord[]): ReplySuggestion {
  const asks = said.some(({ word }) => word.standing === 'needs-info');
  const listings = said.flatMap(({ item, word }) => {
    const outcome = decidedBy(word.standing);
    return outcome === null ? [] : [{ url: item.url, outcome }];
  });
  const because = [...new Set(said.map(({ word }) => word.word))].map((word) => `The interface says "${word}".`);
  return { kind: asks ? 'needs-info' : 'decision', confidence: 1, listings, structured: true, because };
}

const wordsOf = ({ item, word }: ItemWord): string =>
  `${item.url}: ${word.word}${word.reason === null ? '' : ` (${word.reason})`}`;
