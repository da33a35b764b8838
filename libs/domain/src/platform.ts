import type { FormRecipe } from './form-recipe.js';
import type { GuidedField } from './guided-field.js';
import type { HttpApi } from './http-api.js';
import type { Language } from './language.js';
import type { Ground, RightKind } from './right.js';

export const platformKinds = [
  'marketplace',
  'b2b',
  'e-commerce',
  'social',
  'registrar',
  'host',
  'file-sharing',
  'torrent-index',
  'search',
  'proxy',
  'sandbox',
] as const;
export type PlatformKind = (typeof platformKinds)[number];

export const channelKinds = ['email', 'http-api', 'browser-form', 'guided-form'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** A way of filing with a platform, as an operator describes it in config/platforms. */
export interface PlatformChannel {
  kind: ChannelKind;
  /** e-mail: where notices go; a notice to several addresses is one mail to all of them */
  address?: string | readonly string[];
  /** guided form: the page a person files on; http-api: where its interface is documented */
  url?: string;
  /** browser-form: how the platform's form is filled in */
  form?: FormRecipe;
  /** guided-form: the portal's fields in its order; absent = an order that suits most */
  fields?: readonly GuidedField[];
  /** http-api: how its interface is used; without it a person goes this way, or nobody */
  api?: HttpApi;
  /** grounds this way is open to; absent = every ground the platform takes */
  grounds?: readonly Ground[];
  /** whether one must be signed in with the platform to use it; absent = not known */
  account?: 'required' | 'none';
  /** limits of this way where they are narrower than the platform's */
  limits?: PlatformLimits;
  /** how fast notices may come this way; it then counts for itself, apart from the platform's other ways */
  pace?: PlatformPace;
}

/** How fast notices may come, over all workers and workspaces of an installation. What is absent is not limited. */
export interface PlatformPace {
  /** most in any 60 seconds */
  perMinute?: number;
  /** most in any 24 hours */
  perDay?: number;
  /** most on their way at the same time */
  concurrent?: number;
}

/** Most of each that one complaint may hold. What is not known is absent. Sizes in bytes, lengths in characters. */
export interface PlatformLimits {
  itemsPerComplaint?: number;
  rightsPerComplaint?: number;
  explanationLength?: number;
  evidenceFiles?: number;
  evidenceFileBytes?: number;
  evidenceBytes?: number;
  /** media types taken as evidence, e.g. `image/jpeg`; `image/*` stands for all of a kind */
  evidenceTypes?: readonly string[];
  /** most bytes of one mail as it is sent (files grow by 37 in 100); a larger notice is sent in several */
  mailBytes?: number;
}

/** Parts of a complaint that a platform or one of its grounds may refuse to take. */
export const forbiddableParts = ['evidence-files', 'evidence-links', 'explanation', 'several-rights'] as const;
export type ForbiddablePart = (typeof forbiddableParts)[number];

/** What a platform asks of a notice on one ground, beyond what it takes at all. */
export interface AcceptedGround {
  /** the regime (config/regimes) whose checklist the notice must satisfy */
  regime: string;
  /** elements asked for beyond the regime's */
  requires?: readonly string[];
  forbids?: readonly ForbiddablePart[];
}

/** What must be settled with a platform before it takes a filing. What is not known is absent. */
export interface PlatformGate {
  account?: 'required' | 'optional' | 'none';
  /** a scheme one must be enrolled in, e.g. VeRO */
  membership?: string;
  identityVerified?: boolean;
  rightVerified?: boolean;
  /** where identity and rights are verified; platforms that share a desk share its verdict (Alibaba's IPP) */
  desk?: string;
}

/** A platform's programme for right holders it trusts, with the thresholds that keep one in it. */
export interface PlatformProgramme {
  /** stable; platforms that share a programme share its id */
  id: string;
  name: string;
  /** thresholds are taken over so many months back; without them nothing is computed */
  windowMonths?: number;
  /** share of the filed items that must have been taken down, 0 to 1 */
  takedownRateAtLeast?: number;
  /** share of the filed items that may have been countered with success, 0 to 1 */
  counterNoticeRateAtMost?: number;
  /** months one is shut out after falling short */
  lockOutMonths?: number;
}

export const addressKinds = ['listing', 'shop', 'search', 'category', 'short-link', 'help'] as const;
/** What an address of a platform leads to. Complaints are filed about listings; short links are left as they are. */
export type AddressKind = (typeof addressKinds)[number];

/**
 * How an address of the platform is recognised. `path` and the values of `query` are regular expressions that must match
 * from end to end; their named groups fill `canonical`, as in `https://item.taobao.com/item.htm?id={id}`.
 */
export interface AddressPattern {
  is: AddressKind;
  /** hosts it stands on, below `listingHosts`; absent = all of those */
  hosts?: readonly string[];
  path: string;
  query?: Readonly<Record<string, string>>;
  /** the one spelling of a listing's address; absent for what is no listing */
  canonical?: string;
  /** an address of this kind, for people and for the test of the pattern */
  example: string;
}

/** Regular expressions that are searched in the text of a page, without regard to case. */
export interface PlatformLiveness {
  /** says that the listing is gone, wherever it stands on a page with status 200 */
  gone?: readonly string[];
  /** asks who is there; searched in the address as well */
  login?: readonly string[];
}

/** A clock that runs against the complainant: silence has the consequence named here. */
export interface ComplainantClock {
  on: 'counter-notice' | 'information-request' | 'content-changed';
  /** answered in time if it comes within so many days */
  days: number;
  businessDays?: boolean;
  /** what follows silence */
  ifSilent: 'reinstated' | 'retracted' | 'closed';
}

/** A platform profile: everything Redress knows of one platform. A fact not known is absent, never invented. */
export interface Platform {
  slug: string;
  name: string;
  kind: PlatformKind;
  /** ISO 3166-1 alpha-2 */
  country: string | null;
  timeZone: string;
  /** true for the built-in platforms with known behaviour; their figures are marked as simulated */
  simulated: boolean;
  /** languages the platform accepts notices in, preferred first */
  languages: readonly Language[];
  /** grounds accepted, each with what its notice must satisfy */
  grounds: Readonly<Partial<Record<Ground, AcceptedGround>>>;
  rightKinds: readonly RightKind[];
  /** ways of filing, preferred first */
  channels: readonly PlatformChannel[];
  gate: PlatformGate;
  programme: PlatformProgramme | null;
  /** domains the platform's mail comes from */
  senderDomains: readonly string[];
  /** hosts (public suffix plus one, or deeper) on which a listing of this platform stands; none = on any host */
  listingHosts: readonly string[];
  /** first match counts; without patterns every address on a listing host may be a listing */
  addresses: readonly AddressPattern[];
  /** countries listings are offered to (ISO 3166-1 alpha-2, or EU), by host; `*` for every other host */
  markets: Readonly<Record<string, readonly string[]>>;
  limits: PlatformLimits;
  /** how fast notices may come; absent = as fast as they are written */
  pace?: PlatformPace;
  /** how pages of the platform say what they are, beyond words that are known anyway; absent = nothing known for certain */
  liveness?: PlatformLiveness;
  /** answer times the platform itself states; counted in calendar days unless it says business days */
  clocks: {
    acknowledgeWithinDays?: number;
    decideWithinDays?: number;
    businessDays?: boolean;
    complainant?: readonly ComplainantClock[];
  };
  sources: readonly { title: string; url?: string; date: string }[];
}

/**
 * Ways of filing on this ground that Redress or a person guided by it can go, preferred first. An interface counts where the
 * profile says how it is used.
 */
export const waysOf = (platform: Platform, ground: Ground): PlatformChannel[] =>
  platform.channels.filter(
    ({ kind, api, grounds }) =>
      (kind !== 'http-api' || api !== undefined) && (grounds === undefined || grounds.includes(ground)),
  );

/** The limits of one way of filing: its own, where it has any, before the platform's. */
export const limitsOf = (platform: Platform, channel: PlatformChannel | undefined): PlatformLimits => ({
  ...platform.limits,
  ...channel?.limits,
});

/** How fast notices may come by one way, and what counts together: a way with a pace of its own counts for itself. */
export const paceOf = (
  platform: Platform,
  channel: PlatformChannel | undefined,
): { pace: PlatformPace; counts: 'channel' | 'platform' } | null => {
  if (channel?.pace !== undefined) return { pace: channel.pace, counts: 'channel' };
  return platform.pace === undefined ? null : { pace: platform.pace, counts: 'platform' };
};

/** Where a channel's mail goes: none, one or several addresses. */
export const addressesOf = ({ address }: Pick<PlatformChannel, 'address'>): readonly string[] =>
  address === undefined ? [] : [address].flat();

/** What one mail carries where a platform's profile doesn't say: mail servers commonly take 20 MiB. */
const USUAL_MAIL_BYTES = 20 * 1024 * 1024;

/** Most bytes of one mail by which a notice on this ground goes. */
export function mailBytesOf(platform: Platform, ground: Ground): number {
  const channel = waysOf(platform, ground).find(({ kind }) => kind === 'email');
  return limitsOf(platform, channel).mailBytes ?? USUAL_MAIL_BYTES;
}
