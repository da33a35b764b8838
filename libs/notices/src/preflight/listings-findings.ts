import { isBlank, shortened, visibleAddress } from '../plain-text.js';
import { limitsFor } from '../profile/way.js';
import type { Finding } from './finding.js';
import type { EarlierReport, PreflightFacts, SeenListing } from './preflight-facts.js';

const shown = (url: string): string => shortened(visibleAddress(url), 120);

/** Why an address is no listing, by its stable code, in words that follow "is". */
const notListings: Readonly<Record<string, string>> = {
  'no-address': 'no web address',
  'unsupported-scheme': 'no address of the web (http or https)',
  'several-addresses': 'several addresses in one',
  credentials: 'an address with a user’s name in it, as those that deceive have',
  'too-long': 'too long for an address',
  'no-public-host': 'an address that nobody outside can open',
  'no-domain': 'no domain name',
  'whole-site': 'a whole site, not one listing',
  shop: 'a seller’s shop, not one listing',
  search: 'a search, whose results change',
  category: 'a category, not one listing',
  help: 'a page of the platform itself',
  'unknown-page': 'a page of the platform that is no listing',
};

function addressFindings(facts: PreflightFacts, listing: SeenListing): Finding[] {
  const pointer = `/items/${listing.position}/url`;
  const values = { url: shown(listing.url), platform: facts.platform.name };
  if (listing.notListing !== null) {
    const what = notListings[listing.notListing] ?? 'no address of a listing';
    const detail = `${values.url} is ${what}. Give the address of each listing.`;
    const more = { ...values, why: listing.notListing };
    return [{ code: 'not-a-listing', severity: 'refusal', pointer, detail, values: more, reason: 'RR-20' }];
  }
  if (listing.shortLink) {
    const detail = `${values.url} is a short link and may lead elsewhere tomorrow. Open it, and give the address it leads to.`;
    return [{ code: 'short-link', severity: 'refusal', pointer, detail, values, reason: 'RR-20' }];
  }
  if (listing.platform === null || listing.platform === facts.platform.slug) return [];
  const other = listing.platformName ?? listing.platform;
  const detail = `${values.url} stands on ${other}, not on ${facts.platform.name}. File it with ${other}.`;
  return [
    { code: 'other-platform', severity: 'refusal', pointer, detail, values: { ...values, other }, reason: 'RR-50' },
  ];
}

/** Reporting again what waits or was refused needs a reason, for the platform's sake and for the figures'. */
function earlierFinding(facts: PreflightFacts, { position, url, reference, standing }: EarlierReport): Finding {
  const isOpen = standing === 'open';
  const reason = isOpen ? ('RR-60' as const) : undefined;
  const said = !isBlank(facts.renewedBecause);
  const remedy = said
    ? 'The reason you give is kept with the complaint.'
    : 'Leave it out, or say why it is reported again.';
  const what = isOpen ? `is already under complaint in ${reference}` : `was refused in ${reference}`;
  return {
    code: isOpen ? 'under-complaint' : 'refused-before',
    severity: said ? 'advice' : 'blocks',
    pointer: `/items/${position}/url`,
    detail: `${shown(url)} ${what}. ${remedy}`,
    values: { url: shown(url), reference },
    ...(reason === undefined ? {} : { reason }),
  };
}

/** More listings than the way of filing takes at once: how many filings they make. */
function severalFilings(facts: PreflightFacts): Finding[] {
  const { platform, items } = facts;
  const most = limitsFor(facts).itemsPerComplaint;
  if (most === undefined || items.length <= most) return [];
  const filings = Math.ceil(items.length / most);
  const detail = `${platform.name} takes ${most} listings in a complaint; ${items.length} listings make ${filings} complaints. Save them as ${filings} drafts.`;
  const values = { platform: platform.name, most, listings: items.length, filings };
  return [{ code: 'several-filings', severity: 'blocks', pointer: '/items', detail, values, reason: 'RR-61' }];
}

export const listingsFindings = (facts: PreflightFacts): Finding[] => [
  ...severalFilings(facts),
  ...facts.seen.flatMap((listing) => addressFindings(facts, listing)),
  ...facts.earlier.map((report) => earlierFinding(facts, report)),
];
