import type { Ground, RightKind } from './right.js';

export const platformKinds = [
  'marketplace',
  'b2b',
  'e-commerce',
  'registrar',
  'host',
  'file-sharing',
  'torrent-index',
  'search',
  'proxy',
  'sandbox',
] as const;
export type PlatformKind = (typeof platformKinds)[number];

export const languages = ['en', 'zh'] as const;
/** Languages a notice can be rendered in. `zh` is simplified Chinese (zh-Hans). */
export type Language = (typeof languages)[number];

/** A way of filing with a platform, as an operator describes it in config/platforms. */
export interface PlatformChannel {
  kind: 'email' | 'guided-form';
  /** e-mail: where notices go */
  address?: string;
  /** guided form: the page a person files on */
  url?: string;
}

export interface PlatformLimits {
  itemsPerComplaint?: number;
  rightsPerComplaint?: number;
  explanationLength?: number;
}

/** A platform profile: everything Redress knows of one platform. A fact not known is absent, never invented. */
export interface Platform {
  slug: string;
  name: string;
  kind: PlatformKind;
  country: string | null;
  timeZone: string;
  /** true for the built-in platforms with known behaviour; their figures are marked as simulated */
  simulated: boolean;
  /** languages the platform accepts notices in, preferred first */
  languages: readonly Language[];
  /** grounds accepted, each with the regime (config/regimes) whose checklist its notice must satisfy */
  grounds: Readonly<Partial<Record<Ground, { regime: string; requires?: readonly string[] }>>>;
  rightKinds: readonly RightKind[];
  channels: readonly PlatformChannel[];
  /** domains the platform's mail comes from */
  senderDomains: readonly string[];
  /** hosts (public suffix plus one, or deeper) on which a listing of this platform stands */
  listingHosts: readonly string[];
  limits: PlatformLimits;
  /** answer times the platform itself states; counted in calendar days unless it says business days */
  clocks: { acknowledgeWithinDays?: number; decideWithinDays?: number; businessDays?: boolean };
  sources: readonly { title: string; url?: string; date: string }[];
}
