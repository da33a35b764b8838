import { Injectable } from '@nestjs/common';
import { deskOf, limitsOf, needsApproval, waysOf } from '#libs/domain';
import type { Id, Regime } from '#libs/domain';
import { dayAtPlatform, preflight } from '#libs/notices';
import type { Finding, NoticeFacts, SeenListing } from '#libs/notices';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Caller } from './caller.js';
import { contentOf, groundNotAccepted, itemsOf, newComplaint, partiesOf } from './complaint-order.js';
import type { ComplaintOrder } from './complaint-order.js';
import { allOf } from './file-complaint.js';
import { Journal } from './journal.js';
import { noticeFacts, whatIsMissing } from './notice-facts.js';
import type { Missing } from './notice-facts.js';
import { loadParties } from './parties.js';
import type { Parties } from './parties.js';
import { programmeStanding } from './programme-standing.js';
import { Rulebook } from './rulebook.js';
import { rulesOf } from './set-rules.js';
import { repeatedReports } from './submission.js';

/** What stands in a complaint's way, before anything of it is stored. */
export interface FilingCheck {
  regime: Regime;
  /** elements the regime or the platform's profile asks for */
  missing: Missing[];
  findings: Finding[];
  /** how many complaints the listings make under the platform's limit */
  filings: number;
  /** the workspace's rules let it leave only once a second person approved it */
  needsApproval: boolean;
}

/** Looks a complaint over as the platform would: what it will refuse and why, what was reported before, how a programme stands. */
@Injectable()
export class CheckFiling {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
  ) {}

  /** @param complaintId the unsent complaint the order changes, which is no earlier report of itself */
  async run(caller: Caller, order: ComplaintOrder, complaintId: Id | null = null): Promise<FilingCheck> {
    const now = this.journal.now();
    return this.workplace.inWorkspace(caller.workspaceId, async (tx) => {
      const parties = await loadParties(tx, this.rulebook, partiesOf(order));
      const regime = this.rulebook.regimeFor(parties.platform, order.ground, now);
      if (regime === null) throw groundNotAccepted(order.ground, parties);
      const given = { reference: '', simulated: false, importId: null };
      const complaint = newComplaint(this.journal, caller, contentOf(order, parties), given);
      if (complaintId !== null) complaint.id = complaintId;
      const items = itemsOf(this.journal, this.rulebook, complaint, order.items);
      const draft = { complaint, items: listingsOf(order), confirmed: allOf(order.statements) };
      const facts = noticeFacts(draft, parties, regime, caller, now);
      const earlier = await repeatedReports(tx, complaint, items);
      const findings = preflight({
        ...facts,
        day: dayAtPlatform(facts),
        verifications: await this.verifications(tx, parties),
        seen: this.seen(facts),
        earlier: earlier.map((each) => ({ ...each, url: facts.items[each.position]?.url ?? '' })),
        renewedBecause: complaint.renewedBecause,
        programme: await programmeStanding(tx, this.rulebook, { ...parties, now }),
      });
      return {
        regime,
        missing: whatIsMissing(facts),
        findings,
        filings: filingsOf(facts),
        needsApproval: needsApproval(await rulesOf(tx), items.length),
      };
    });
  }

  private async verifications(tx: WorkspaceTransaction, { rights, platform }: Parties) {
    const ids = rights.map(({ id }) => id);
    return tx.verifications.matching('right_id = any($2) and desk = $3', [ids, deskOf(platform)]);
  }

  private seen({ items, platform }: NoticeFacts): SeenListing[] {
    return items.map(({ url }, position) => {
      const found = this.rulebook.listings.recognise(url, platform.slug);
      const isListing = found.is === 'listing';
      return {
        position,
        url,
        platform: found.platform,
        platformName: found.platform === null ? null : (this.rulebook.find(found.platform)?.name ?? found.platform),
        notListing: isListing ? null : found.why,
        shortLink: isListing && found.shortLink,
        markets: isListing ? found.markets : [],
      };
    });
  }
}

/** Also where no right was chosen yet, and so no item can be made of them. */
const listingsOf = ({ items }: ComplaintOrder): NoticeFacts['items'] =>
  items.map(({ url, title = null, seller = null }) => ({ url: url.trim(), title, seller }));

function filingsOf({ platform, ground, items }: NoticeFacts): number {
  const most = limitsOf(platform, waysOf(platform, ground)[0]).itemsPerComplaint ?? items.length;
  return Math.max(1, Math.ceil(items.length / Math.max(1, most)));
}
