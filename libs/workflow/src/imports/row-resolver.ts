import { createHash } from 'node:crypto';
import { rightKindsOfGround } from '#libs/domain';
import type { Id, Platform, Right, RightsHolder, RowFault } from '#libs/domain';
import type { ListingRow } from '#libs/imports';
import type { Listing, NotListingReason } from '#libs/listings';
import { rightOf, rightsHolderNamed } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Rulebook } from '../rulebook.js';

/** A row with everything it names found. */
export interface ResolvedRow {
  platform: Platform;
  listing: Listing;
  /** null where the import enters the rights holder itself */
  holder: RightsHolder | null;
  right: Right | null;
}

export type Resolution = ResolvedRow | { faults: RowFault[] };

/** Names looked up and remembered by one reading; a file of a million rows has few of them. */
const MOST_REMEMBERED = 20_000;

/** Finds what rows name: the platform, what the address leads to, the rights holder and its right. */
export class RowResolver {
  private readonly holders = new Map<string, RightsHolder | null>();
  private readonly rights = new Map<string, Right | null>();

  constructor(
    private readonly rulebook: Rulebook,
    /** what the register does not hold is entered with the commit, and is no fault */
    private readonly register: boolean,
  ) {}

  async resolve(tx: WorkspaceTransaction, row: ListingRow): Promise<Resolution> {
    const platform = this.rulebook.named(row.platform);
    if (platform === null) return { faults: [platformFault(row)] };
    const faults = groundFaults(platform, row);
    const listing = this.rulebook.listings.recognise(row.url, platform.slug);
    if (listing.is === 'not-a-listing') faults.push(addressFault(listing.why, platform));
    else if (listing.platform !== platform.slug) faults.push(...this.elsewhere(listing, platform));
    const { holder, right, fault } = await this.parties(tx, row);
    if (fault !== null) faults.push(fault);
    if (faults.length > 0 || listing.is === 'not-a-listing') return { faults };
    return { platform, listing, holder, right };
  }

  /** Forgets names that were not there: they may have been entered meanwhile. */
  forgetUnknown(): void {
    for (const [name, found] of this.holders) if (found === null) this.holders.delete(name);
    for (const [name, found] of this.rights) if (found === null) this.rights.delete(name);
  }

  private elsewhere(listing: Listing, platform: Platform): RowFault[] {
    const other = listing.platform === null ? null : this.rulebook.find(listing.platform);
    // a host that no profile knows may well be one of this platform's
    if (other === null) return [];
    const detail = `The listing stands on ${other.name}, not on ${platform.name}: write ${other.slug} as the platform, or correct the address.`;
    return [{ column: 'url', code: 'other-platform', detail }];
  }

  /** The rights holder and its right as the register knows them, and what is wrong with their names. */
  async parties(
    tx: WorkspaceTransaction,
    row: ListingRow,
  ): Promise<{ holder: RightsHolder | null; right: Right | null; fault: RowFault | null }> {
    const holder = await this.holder(tx, row.rightsHolder);
    const right = holder === null ? null : await this.right(tx, holder, row);
    if (holder !== null && right !== null) return { holder, right, fault: null };
    const fault = this.register ? unnumbered(row) : notRegistered(row, holder === null);
    return { holder, right, fault };
  }

  private async holder(tx: WorkspaceTransaction, name: string): Promise<RightsHolder | null> {
    const key = name.toLowerCase();
    const known = this.holders.get(key);
    if (known !== undefined) return known;
    const found = await rightsHolderNamed(tx, name);
    remember(this.holders, key, found);
    return found;
  }

  private async right(tx: WorkspaceTransaction, holder: RightsHolder, row: ListingRow): Promise<Right | null> {
    const kinds = rightKindsOfGround[row.ground];
    const key = JSON.stringify([holder.id, row.right, row.ground]);
    const known = this.rights.get(key);
    if (known !== undefined) return known;
    const named = await rightOf(tx, holder.id, row.right, kinds);
    // Entered by an earlier row that named no work either: one such right for each rights holder is enough.
    const isUnnamed = named === null && row.right === '' && this.register;
    const found = isUnnamed ? await rightOf(tx, holder.id, unnamedWorksOf(holder.name), kinds) : named;
    remember(this.rights, key, found);
    return found;
  }
}

function remember<T>(names: Map<string, T>, key: string, found: T): void {
  if (names.size >= MOST_REMEMBERED) names.clear();
  names.set(key, found);
}

/** What a work is called that a file names by its rights holder alone. */
export const unnamedWorksOf = (rightsHolder: string): string => `Works of ${rightsHolder}`;

/** A 128-bit key of what two rows have in common, as a UUID: half the size of text in an index. */
export function keyOf(...parts: (string | null)[]): Id {
  const hex = createHash('md5').update(JSON.stringify(parts)).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const platformFault = ({ platform }: ListingRow): RowFault => ({
  column: 'platform',
  code: 'platform-unknown',
  detail: `There is no platform "${platform.slice(0, 80)}". Write its slug as the page Platforms shows it, e.g. taobao.`,
});

function groundFaults(platform: Platform, { ground }: ListingRow): RowFault[] {
  if (platform.grounds[ground] !== undefined) return [];
  const accepted = Object.keys(platform.grounds).join(', ');
  const detail = `${platform.name} takes no complaints on the ground "${ground}". It takes: ${accepted}.`;
  return [{ column: 'ground', code: 'ground-not-accepted', detail }];
}

/** What each kind of address is, in words that follow "This is". */
const addressWords: Readonly<Record<NotListingReason, string>> = {
  'no-address': 'no web address',
  'unsupported-scheme': 'no address that begins with http:// or https://',
  'several-addresses': 'more than one address',
  credentials: 'an address with a user name in it, as deceptive addresses have',
  'too-long': 'an address of more than 2,000 characters',
  'no-public-host': 'an address of a private network, which nobody else can open',
  'no-domain': 'no domain name that can be registered',
  'whole-site': 'a whole site',
  shop: 'a seller’s shop',
  search: 'a search, whose results change',
  category: 'a category',
  help: 'a page of the platform itself',
  'unknown-page': 'a page of a kind that is no listing',
};

const addressFault = (why: NotListingReason, platform: Platform): RowFault => ({
  column: 'url',
  code: why,
  detail: `This is ${addressWords[why]}. Give the address of one listing on ${platform.name}.`,
});

function unnumbered({ ground, right }: ListingRow): RowFault | null {
  const [kind = 'copyright'] = rightKindsOfGround[ground];
  if (kind === 'copyright' || right !== '') return null;
  const detail = `A ${kind} is entered in the register by its number: give it in right_number.`;
  return { column: 'right_number', code: 'right-missing', detail };
}

function notRegistered({ right, rightsHolder }: ListingRow, isHolderUnknown: boolean): RowFault {
  const remedy = 'Enter it under Rights first, or let the import enter what is missing.';
  if (isHolderUnknown) {
    const detail = `The rights holder "${rightsHolder}" is not in the register. ${remedy}`;
    return { column: 'rights_holder', code: 'not-registered', detail };
  }
  const which =
    right === ''
      ? `${rightsHolder} has no right, or more than one, that this ground can rest on: name it by its number.`
      : `The right "${right}" of ${rightsHolder} is not in the register, or is of a kind this ground can't rest on.`;
  return { column: 'right_number', code: 'not-registered', detail: `${which} ${right === '' ? '' : remedy}`.trim() };
}
