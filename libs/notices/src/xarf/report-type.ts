import { rightKindsOfGround, territoriesOf } from '#libs/domain';
import type { Ground, PlatformKind, Right } from '#libs/domain';
import { oneLine, orNull } from '../plain-text.js';
import { clipped } from './clipped.js';
import type { Reported, ReportedListing } from './extension.js';
import type { BrandInfringement, CopyrightInfringement } from './report.js';
import { hostOf } from './web-uri.js';

/** Most code points the schemas allow. */
const MOST = { name: 200, title: 500 } as const;

const infringementOf: Readonly<Partial<Record<Ground, BrandInfringement['infringement_type']>>> = {
  counterfeit: 'counterfeit',
  'trademark-use': 'trademark_violation',
};

/**
 * The copyright type by where the copy stands. XARF means cyberlocker for file hosts, link_site for torrent indexes (its
 * schema names them), ugc_platform for social and video platforms, and `copyright` for every other notice. Its p2p is
 * about peers in a swarm and asks for a protocol and an info hash, its usenet for a newsgroup: notices know neither.
 */
const copyrightTypeAt: Readonly<Record<PlatformKind, CopyrightInfringement['type']>> = {
  marketplace: 'copyright',
  b2b: 'copyright',
  'e-commerce': 'copyright',
  social: 'ugc_platform',
  registrar: 'copyright',
  host: 'copyright',
  'file-sharing': 'cyberlocker',
  'torrent-index': 'link_site',
  search: 'copyright',
  proxy: 'copyright',
  sandbox: 'copyright',
};

/** Designs, patents and circumvention have no type in XARF. */
export const hasType = (ground: Ground): boolean => ground === 'copyright-copy' || isAboutBrand(ground);
export const isAboutBrand = (ground: Ground): boolean => infringementOf[ground] !== undefined;

/** The rights of the kind the ground rests on. */
const rightsOf = ({ facts }: Reported): Right[] =>
  facts.rights.filter(({ kind }) => rightKindsOfGround[facts.ground].includes(kind));

const titlesOf = (reported: Reported): string | undefined => {
  const titles = rightsOf(reported).map(({ title }) => oneLine(title));
  return titles.length === 0 ? undefined : clipped(titles.join('; '), MOST.title);
};

/** XARF has room for one registration; all of them stand in our extension. */
function trademarkOf(reported: Reported): BrandInfringement['trademark_details'] {
  const right = rightsOf(reported)[0];
  if (right === undefined) return undefined;
  const territories = territoriesOf(right).map(oneLine).join(', ');
  const category = right.classes.filter((each) => each >= 1 && each <= 45);
  return {
    registration_number: orNull(right.number) ?? undefined,
    jurisdiction: territories === '' ? (orNull(right.office) ?? undefined) : territories,
    category: category.length === 0 ? undefined : category,
  };
}

/** The schema's form of a domain leaves out IP addresses and internationalised names. */
const DOMAIN = /^([a-z0-9]+(-[a-z0-9]+)*\.)+[a-z]{2,}$/u;

const domainOf = (host: string): string | undefined => (DOMAIN.test(host) ? host : undefined);

/** A brand report of one listing. */
export function brandInfringement(
  reported: Reported,
  { title }: ReportedListing,
  { url, site }: { url: string; site: string },
): BrandInfringement {
  const infringement = infringementOf[reported.facts.ground] ?? 'trademark_violation';
  return {
    category: 'content',
    type: 'brand_infringement',
    url,
    domain: domainOf(hostOf(url)),
    infringement_type: infringement,
    legitimate_site: site,
    target_brand: titlesOf(reported),
    trademark_details: trademarkOf(reported),
    products_offered: infringement === 'counterfeit' && title !== null ? [title] : undefined,
  };
}

const named = (text: string | null, most: number): string | undefined =>
  text === null ? undefined : clipped(text, most);

/** A copyright report of one listing, in the type that suits the platform. */
export function copyrightInfringement(
  reported: Reported,
  listing: ReportedListing,
  url: string,
): CopyrightInfringement {
  const { platform } = reported.facts;
  const place = clipped(oneLine(platform.name), MOST.name);
  const [title, seller] = [named(listing.title, MOST.title), named(listing.seller, MOST.name)];
  const uploader = seller === undefined ? undefined : { username: seller };
  const work = {
    category: 'copyright',
    infringing_url: url,
    work_title: titlesOf(reported),
    rights_holder: clipped(reported.told.rightsHolder.name, MOST.name),
  } as const;
  switch (copyrightTypeAt[platform.kind]) {
    case 'cyberlocker':
      return { ...work, type: 'cyberlocker', hosting_service: place, uploader_info: uploader };
    case 'link_site': {
      const link = title === undefined && seller === undefined ? undefined : { page_title: title, uploader: seller };
      return { ...work, type: 'link_site', site_name: place, site_category: 'torrent_index', link_info: link };
    }
    case 'ugc_platform': {
      const content = title === undefined ? undefined : { content_title: title };
      return { ...work, type: 'ugc_platform', platform_name: place, content_info: content, uploader_info: uploader };
    }
    case 'copyright':
      return { ...work, type: 'copyright' };
  }
}
