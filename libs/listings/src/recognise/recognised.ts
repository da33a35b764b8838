/** An address that a complaint can be about. */
export interface Listing {
  is: 'listing';
  asGiven: string;
  /** its one spelling; of a short link the address as it was given */
  url: string;
  /** what all spellings of the address have in common; equal keys are equal listings */
  key: string;
  /** slug; null where the address belongs to no platform Redress knows */
  platform: string | null;
  /** the platform's own number or name of the listing; null where its profile does not say how to find it */
  id: string | null;
  /** countries it is offered to (ISO 3166-1 alpha-2, or EU); empty where that is not known */
  markets: readonly string[];
  /** leads to the listing through another address, which only following it tells */
  shortLink: boolean;
}

/**
 * Why an address is no listing:
 * - `no-address`, `unsupported-scheme` (only http and https), `several-addresses` (in one text);
 * - `credentials`: it holds a user's name, as addresses do that are meant to deceive;
 * - `too-long`: over `mostCharacters`;
 * - `no-public-host`: this machine, a private network, a name of one label or below a reserved ending;
 * - `no-domain`: given to a registrar, but an IP address or a public suffix such as `co.uk`;
 * - `whole-site`: the front page of a site; `shop`, `search`, `category`, `help`: what the platform's profile says it is;
 * - `unknown-page`: on the platform, whose profile describes its listings and none like this.
 */
export const notListingReasons = [
  'no-address',
  'unsupported-scheme',
  'several-addresses',
  'credentials',
  'too-long',
  'no-public-host',
  'no-domain',
  'whole-site',
  'shop',
  'search',
  'category',
  'help',
  'unknown-page',
] as const;
export type NotListingReason = (typeof notListingReasons)[number];

export interface NotAListing {
  is: 'not-a-listing';
  asGiven: string;
  /** canonical; null where the text has no such spelling */
  url: string | null;
  platform: string | null;
  why: NotListingReason;
}

export type Recognised = Listing | NotAListing;
