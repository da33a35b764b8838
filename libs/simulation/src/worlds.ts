import { rightKindsOfGround } from '#libs/domain';
import type { Ground, Platform, RightKind } from '#libs/domain';
import { Chance } from './chance.js';
import { explanationOf, listingTitle } from './world-explanations.js';
import { brandBeginnings, brandEnds, homes, shopEnds, shopWords, signatories, trades } from './world-names.js';
import type { Home, Trade } from './world-names.js';
import type { AnswerLanguage } from './words.js';

/** What the world must know of a platform; a platform profile fits. */
export type DemoPlatform = Pick<Platform, 'slug' | 'listingHosts' | 'languages' | 'grounds'>;

export interface DemoRightsHolder {
  name: string;
  country: string;
  address: string;
  email: string;
}

export interface DemoRight {
  kind: RightKind;
  title: string;
  number: string | null;
  office: string | null;
  classes: number[];
  /** calendar dates, `YYYY-MM-DD` */
  validFrom: string | null;
  validTo: string | null;
}

export interface DemoFiling {
  at: Date;
  platform: string;
  rightsHolder: DemoRightsHolder;
  right: DemoRight;
  ground: Ground;
  language: AnswerLanguage;
  explanation: string;
  items: { url: string; title: string; seller: string; price: string }[];
  signature: { name: string; capacity: string };
  /** `share`: how much of all filings this rights holder makes; `alike`: filings with the same key are alike but for the listing */
  truth: { share: number; alike: string };
}

export interface WorldOptions {
  seed: number;
  /** default 2,100 */
  complaints?: number;
  /** default 12 */
  rightsHolders?: number;
  /** the filings fall between these two, in order of time */
  from: Date;
  to: Date;
  platforms: readonly DemoPlatform[];
}

/**
 * A world of filings to show and to test with: rights holders of very unequal size (log-normal), each with a few rights,
 * filing on the given platforms over the given time. The same options give the same world.
 * @throws RangeError where there is no platform, a platform takes no ground, or the time is empty
 */
export function* demoWorld(options: WorldOptions): Generator<DemoFiling> {
  const { seed, complaints = 2100, rightsHolders = 12, from, to, platforms } = options;
  if (!(from.getTime() < to.getTime()))
    throw new RangeError('The demo world needs a time: `from` must be before `to`.');
  const grounded = platforms.map((platform) => ({ platform, grounds: groundsOf(platform) }));
  const chance = Chance.of(seed, 'world');
  const owners = Array.from({ length: rightsHolders }, (_, i) => owner(seed, i));
  const total = owners.reduce((sum, { size }) => sum + size, 0);
  const step = (to.getTime() - from.getTime()) / complaints;
  for (let i = 0; i < complaints; i += 1) {
    const who = chance.weighted(owners.map((o) => [o, o.size] as const));
    const { platform, grounds } = chance.pick(grounded);
    const at = new Date(Math.floor(from.getTime() + (i + chance.uniform()) * step));
    yield filing(who, platform, chance.pick(grounds), { at, chance, share: who.size / total });
  }
}

interface Owner {
  rightsHolder: DemoRightsHolder;
  brand: string;
  trade: Trade;
  home: Home;
  size: number;
  signature: { name: string; capacity: string };
  seed: number;
}

function owner(seed: number, index: number): Owner {
  const chance = Chance.of(seed, 'rights-holder', index);
  // One beginning and one end per index: no two rights holders share a name, up to 144 of them.
  const beginning = brandBeginnings[index % brandBeginnings.length] ?? '';
  const round = Math.floor(index / brandBeginnings.length);
  const end = brandEnds[(index * 5 + round + (Math.abs(seed) % brandEnds.length)) % brandEnds.length] ?? '';
  const brand = `${beginning}${end}`;
  const home = chance.pick(homes);
  const email = `ip@${brand.toLowerCase()}.example`;
  return {
    rightsHolder: { name: `${brand} ${home.form}`, country: home.country, address: home.address, email },
    brand,
    trade: trades[index % trades.length] ?? chance.pick(trades),
    home,
    size: chance.logNormal(1, 1),
    signature: { name: chance.pick(signatories), capacity: 'Brand protection counsel' },
    seed,
  };
}

function filing(
  who: Owner,
  platform: DemoPlatform,
  ground: Ground,
  { at, chance, share }: { at: Date; chance: Chance; share: number },
): DemoFiling {
  const language = platform.languages.includes('zh') && chance.happens(0.35) ? 'zh' : 'en';
  const right = rightFor(who, ground);
  const seller = `${chance.pick(shopWords)}-${chance.pick(shopEnds)}-${chance.between(1, 400)}`;
  const count = chance.weighted([1, 2, 3, 4].map((n) => [n, 5 - n] as const));
  const items = Array.from({ length: count }, () => listing(who, platform, language, seller, chance));
  return {
    at,
    platform: platform.slug,
    rightsHolder: who.rightsHolder,
    right,
    ground,
    language,
    explanation: explanationOf(ground, language, { brand: who.brand, number: right.number ?? right.title }, chance),
    items,
    signature: who.signature,
    truth: { share, alike: [platform.slug, who.rightsHolder.name, right.title, ground].join('|') },
  };
}

function listing(
  { brand, trade }: Owner,
  platform: DemoPlatform,
  language: AnswerLanguage,
  seller: string,
  chance: Chance,
): DemoFiling['items'][number] {
  const host = platform.listingHosts.length > 0 ? chance.pick(platform.listingHosts) : `${platform.slug}.example`;
  return {
    url: `https://${host}/item/${chance.between(10_000_000, 2_000_000_000)}`,
    title: listingTitle(brand, trade, language, chance),
    seller,
    price: `USD ${Math.max(1, chance.logNormal(trade.price * 0.4, 0.4)).toFixed(2)}`,
  };
}

/** The right a ground rests on: the same one at every filing of this rights holder. */
function rightFor({ brand, trade, home, seed }: Owner, ground: Ground): DemoRight {
  const kind = rightKindsOfGround[ground][0];
  if (kind === undefined) throw new RangeError(`No right can carry the ground ${ground}.`);
  const chance = Chance.of(seed, 'right', brand, kind);
  const year = chance.between(2008, 2021);
  const title = {
    trademark: brand,
    copyright: `${brand} product photographs`,
    design: trade.goods,
    patent: trade.goods,
  };
  const registered = kind !== 'copyright';
  return {
    kind,
    title: kind === 'trademark' || kind === 'copyright' ? title[kind] : `${brand} ${title[kind]}`,
    number: registered ? String(chance.between(1_000_000, 9_999_999)) : null,
    office: registered ? home.office : null,
    classes: kind === 'trademark' ? [...trade.classes] : [],
    validFrom: `${year}-05-01`,
    validTo: registered ? `${year + 20}-04-30` : null,
  };
}

function groundsOf(platform: DemoPlatform): Ground[] {
  const grounds = (Object.keys(platform.grounds) as Ground[]).filter((ground) => platform.grounds[ground]);
  if (grounds.length === 0)
    throw new RangeError(`The platform "${platform.slug}" takes no ground: nothing can be filed.`);
  return grounds.sort();
}
