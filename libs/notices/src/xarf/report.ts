import type { Ground, Language, Right } from '#libs/domain';

/** The version whose schemas lie in ./schemas. */
export const XARF_VERSION = '4.2.0';

/** A party of a report: 1 to 200 characters, an address, and the domain it can be verified by. */
export interface XarfContact {
  org: string;
  contact: string;
  domain: string;
}

/** Small text that stands in the report itself; files travel beside it. `payload` is base64 without line breaks. */
export interface XarfEvidence {
  content_type: 'text/plain; charset=utf-8';
  description: string;
  payload: string;
  /** `sha256:` and the hash of the bytes before base64, hex */
  hash: string;
  /** bytes before base64 */
  size: number;
}

/** A right the notice rests on. What is not known is absent. */
export interface XarfRight {
  kind: Right['kind'];
  title: string;
  /** absent where an office registered it, and for works, which need no office */
  registration: 'pending' | 'unregistered' | undefined;
  number: string | undefined;
  office: string | undefined;
  /** Nice classes */
  classes: readonly number[] | undefined;
  /** Locarno classes */
  locarno: readonly string[] | undefined;
  covers: string | undefined;
  territories: readonly string[] | undefined;
  /** calendar dates, YYYY-MM-DD */
  valid_from: string | undefined;
  valid_to: string | undefined;
}

/**
 * What a takedown notice must say and XARF has no field for. It stands under one key, `redress`: the specification lets
 * unknown fields pass and asks that they bear the name of who adds them, so that two extensions never meet.
 */
export interface RedressExtension {
  /** grows when a field changes its meaning */
  version: 1;
  /** reference of the notice this report belongs to; answers should quote it */
  reference: string;
  ground: Ground;
  /** language of the statements and the description (BCP 47) */
  language: Language;
  /** the law or policy the notice follows, in the version in force on its day */
  regime: { id: string; effective_from: string; citation: string };
  /** `position` counts the listings of the notice from 1, as its text does */
  listing: { position: number; of: number; title: string | undefined; seller: string | undefined };
  rights: readonly XarfRight[];
  /** the statements a person confirmed, in the words confirmed */
  statements: readonly { kind: 'good_faith' | 'accuracy' | 'authority'; wording: string }[];
  signature: { name: string; capacity: string | undefined } | undefined;
  evidence_urls: readonly string[] | undefined;
  /** files that travel with the same notice: find them by their hash */
  evidence_files: readonly { name: string; sha256: string; media_type: string; size: number }[] | undefined;
}

interface Core {
  xarf_version: typeof XARF_VERSION;
  report_id: string;
  /** the instant of the notice, ISO 8601 in UTC */
  timestamp: string;
  /** the rights holder, who complains */
  reporter: XarfContact;
  /** who sends the notice, the same or an agent */
  sender: XarfContact;
  /** the host the listing stands on */
  source_identifier: string;
  evidence_source: 'rights_holder';
  description: string | undefined;
  evidence: readonly XarfEvidence[] | undefined;
  redress: RedressExtension;
}

export interface BrandInfringement {
  category: 'content';
  type: 'brand_infringement';
  url: string;
  domain: string | undefined;
  infringement_type: 'counterfeit' | 'trademark_violation';
  legitimate_site: string;
  target_brand: string | undefined;
  trademark_details:
    | {
        registration_number: string | undefined;
        jurisdiction: string | undefined;
        category: readonly number[] | undefined;
      }
    | undefined;
  products_offered: readonly string[] | undefined;
}

interface Work {
  category: 'copyright';
  infringing_url: string;
  work_title: string | undefined;
  rights_holder: string;
}

export type CopyrightInfringement = Work &
  (
    | { type: 'copyright' }
    | { type: 'cyberlocker'; hosting_service: string; uploader_info: { username: string } | undefined }
    | {
        type: 'link_site';
        site_name: string;
        site_category: 'torrent_index';
        link_info: { page_title: string | undefined; uploader: string | undefined } | undefined;
      }
    | {
        type: 'ugc_platform';
        platform_name: string;
        content_info: { content_title: string } | undefined;
        uploader_info: { username: string } | undefined;
      }
  );

/** One listing of a notice as a XARF v4 report. Absent facts are undefined, which JSON leaves out. */
export type XarfReport = Core & (BrandInfringement | CopyrightInfringement);

/** Why a listing has no report: its notice says the same in words, so nothing is lost but the form for machines. */
export interface LeftOut {
  /** of the listing in the notice, from 1 */
  position: number;
  because: 'no-type' | 'no-legitimate-site' | 'no-contact' | 'no-web-address' | 'invalid';
  /** a sentence for people */
  why: string;
}

export interface XarfReports {
  reports: XarfReport[];
  leftOut: LeftOut[];
}
