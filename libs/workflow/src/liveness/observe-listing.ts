import { Inject, Injectable } from '@nestjs/common';
import type { Complaint, Id, Item, Observation } from '#libs/domain';
import { judge } from '#libs/liveness';
import type { Page, Sight, Verdict } from '#libs/liveness';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import { Journal, system } from '../journal.js';
import { Rulebook } from '../rulebook.js';
import { rulesOf } from '../set-rules.js';
import { sha256, storeDocument } from '../store-document.js';
import { addObservation, observationsOf, stateBefore } from './add-observation.js';
import type { Look } from './add-observation.js';
import { LOOKOUT } from './lookout.js';
import type { Lookout } from './lookout.js';
import { pageKindFor } from './page-kind.js';

/** The beginning of a page that is kept where the state changed. */
const KEPT_BYTES = 64 * 1024;

interface Target {
  item: Item;
  complaint: Complaint;
  /** when it was last seen up, with its page */
  lastUp: Observation | null;
}

/** Looks at the page of one listing and records what it showed. */
@Injectable()
export class ObserveListing {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    @Inject(LOOKOUT) private readonly lookout: Lookout,
  ) {}

  async run(workspaceId: Id, itemId: Id, signal: AbortSignal): Promise<void> {
    const target = await this.workplace.inWorkspace(workspaceId, async (tx) => this.target(tx, itemId));
    if (target === null) return;
    const { item, lastUp } = target;
    const asked = { url: item.url, etag: lastUp?.etag ?? null, lastModified: lastUp?.lastModified ?? null };
    const sight = await this.lookout.look(asked, signal);
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      if (sight.kind === 'later') await tx.items.change(itemId, { nextLookAt: sight.until });
      else await this.record(tx, target, sight);
    });
  }

  /** The item, where it may be looked at: the switch may have been turned since the look was owed. */
  private async target(tx: WorkspaceTransaction, itemId: Id): Promise<Target | null> {
    const item = await tx.items.find(itemId);
    if (item?.listingKey == null || !(await rulesOf(tx)).observing) return null;
    const complaint = await tx.complaints.get(item.complaintId);
    const asked = item.lookAskedAt !== null && (item.lookedAt === null || item.lookAskedAt > item.lookedAt);
    const watched = item.status === 'filed' && item.outcome !== 'withdrawn';
    if (complaint.simulated || !(asked || watched)) {
      await tx.items.change(itemId, { nextLookAt: null });
      return null;
    }
    const looks = await observationsOf(tx, item);
    const lastUp = looks.findLast(
      ({ state, fingerprint }) => (state === 'up' || state === 'relisted') && fingerprint !== null,
    );
    return { item, complaint, lastUp: lastUp ?? null };
  }

  private async record(
    tx: WorkspaceTransaction,
    { complaint, lastUp, ...found }: Target,
    sight: Exclude<Sight, { kind: 'later' }>,
  ): Promise<void> {
    await tx.complaints.lock(complaint.id);
    const item = await tx.items.lock(found.item.id);
    const verdict = judge(sight, {
      title: item.title,
      before: lastUp?.fingerprint ?? null,
      kindOf: pageKindFor(this.rulebook, item, complaint.platform),
      ...this.platformWords(complaint.platform),
    });
    const at = this.journal.now();
    const earlier = await observationsOf(tx, item);
    const look = { ...lookOf(sight, verdict, lastUp), at };
    const changed = look.state !== stateBefore(earlier, at);
    const documentId = changed && sight.kind === 'page' ? this.keep(tx, sight) : null;
    await addObservation(tx, this.journal, { item, earlier, actor: system }, { ...look, documentId });
    await tx.items.change(item.id, { lookedAt: at, ...this.notBefore(item) });
  }

  private platformWords(slug: string): { gone: RegExp[]; login: RegExp[] } {
    const { gone = [], login = [] } = this.rulebook.find(slug)?.liveness ?? {};
    const ready = (expressions: readonly string[]) => expressions.map((expression) => new RegExp(expression, 'iu'));
    return { gone: ready(gone), login: ready(login) };
  }

  private keep(tx: WorkspaceTransaction, { body, contentType }: Page): Id | null {
    if (body.length === 0) return null;
    const mediaType = /^[\w.+-]+\/[\w.+-]+/u.exec(contentType)?.[0].toLowerCase() ?? 'application/octet-stream';
    return storeDocument(tx, this.journal, body.subarray(0, KEPT_BYTES), mediaType);
  }

  /** A host that asked to be left alone is left alone. */
  private notBefore({ url, nextLookAt }: Item): Partial<Item> {
    const closed = this.lookout.closedUntil(url);
    return closed === null || nextLookAt === null || nextLookAt > closed ? {} : { nextLookAt: closed };
  }
}

/** What is kept of a look; a page that was not sent again because it is the same has the facts of the one before. */
function lookOf(
  sight: Exclude<Sight, { kind: 'later' }>,
  { state, ground, fingerprint }: Verdict,
  lastUp: Observation | null,
): Omit<Look, 'at'> {
  const base = { state, ground, fingerprint, source: 'fetch' as const, documentId: null, fileId: null };
  if (sight.kind === 'unseen')
    return { ...base, finalUrl: null, status: null, etag: null, lastModified: null, sha256: null, note: sight.detail };
  const { finalUrl, status, cut } = sight;
  const note = cut ? 'The page was longer than what is read of one: its beginning was judged.' : null;
  if (ground === 'not-modified' && lastUp !== null) {
    const { etag, lastModified } = lastUp;
    return { ...base, finalUrl, status, etag, lastModified, sha256: lastUp.sha256, note };
  }
  const { etag, lastModified, body } = sight;
  return { ...base, finalUrl, status, etag, lastModified, sha256: body.length === 0 ? null : sha256(body), note };
}
