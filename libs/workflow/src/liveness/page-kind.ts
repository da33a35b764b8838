import type { Item } from '#libs/domain';
import type { PageKind } from '#libs/liveness';
import type { NotListingReason } from '#libs/listings';
import type { Rulebook } from '../rulebook.js';

/** Pages that platforms send to who asks for a listing that is gone. A shop or a help page may say anything of it. */
const insteadOfListing: readonly NotListingReason[] = ['whole-site', 'search', 'category'];

const hostOf = (address: string): string => new URL(address).host.replace(/^www\./u, '');

/** Tells what kind of page an address is, seen from one item: by the address patterns of its platform. */
export function pageKindFor(
  rulebook: Rulebook,
  item: Pick<Item, 'url' | 'listingKey'>,
  platform: string,
): (address: string) => PageKind {
  return (address) => {
    if (rulebook.listingKey(address, platform) === item.listingKey) return 'this-listing';
    const found = rulebook.listings.recognise(address, platform);
    if (found.is === 'listing' || !insteadOfListing.includes(found.why)) return 'unknown';
    const isOurs = found.platform === platform || hostOf(address) === hostOf(item.url);
    return isOurs ? 'no-listing' : 'unknown';
  };
}
