import type { Platform } from '#libs/domain';
import { compiledPattern } from './address-pattern.js';
import type { CompiledPattern } from './address-pattern.js';
import { isBelow, nearest } from './nearest.js';

/** A profile made ready for looking up many addresses. */
export interface KnownPlatform {
  slug: string;
  kind: Platform['kind'];
  /** has no hosts of its own, as search engines, proxies and hosts in general: listings stand on any */
  isAnywhere: boolean;
  /** whether its profile says what its addresses look like */
  hasPatterns: boolean;
  /** those that an address on this host may fit, in the order of the profile */
  patternsOn: (host: string) => readonly CompiledPattern[];
  marketsOf: (host: string) => readonly string[];
}

/** The platforms on whose hosts, or below them, a host stands. */
interface Claim {
  /** whose listings they are unless another of the claimants is asked for */
  owner: KnownPlatform;
  claimants: ReadonlyMap<string, KnownPlatform>;
}

export interface KnownPlatforms {
  named: (slug: string) => KnownPlatform | undefined;
  /** the platform an address on this host belongs to; the preferred one where several share the host */
  ownerOf: (host: string, preferred: string | undefined) => KnownPlatform | undefined;
}

const unknown: readonly string[] = [];

/** Most rows of an import share few hosts; no more than these are remembered, since anybody can make up more. */
const mostHosts = 1000;

function patternsByHost(platform: Platform): KnownPlatform['patternsOn'] {
  const patterns = platform.addresses.map((pattern) => compiledPattern(pattern, platform));
  const byHost = new Map<string, CompiledPattern[]>();
  return (host) => {
    const remembered = byHost.get(host);
    if (remembered !== undefined) return remembered;
    const fitting = patterns.filter((pattern) => pattern.standsOn(host));
    if (byHost.size < mostHosts) byHost.set(host, fitting);
    return fitting;
  };
}

function known(platform: Platform): KnownPlatform {
  const markets = new Map(Object.entries(platform.markets));
  const elsewhere = markets.get('*') ?? unknown;
  return {
    slug: platform.slug,
    kind: platform.kind,
    isAnywhere: platform.listingHosts.length === 0,
    hasPatterns: platform.addresses.length > 0,
    patternsOn: patternsByHost(platform),
    marketsOf: (host) => nearest(markets, host) ?? elsewhere,
  };
}

/** Simulated platforms last, since they may share the hosts of real ones; before that, those nearest to the host first. */
function claimOn(host: string, platforms: readonly Platform[], bySlug: ReadonlyMap<string, KnownPlatform>): Claim[] {
  const claimants = platforms
    .flatMap((platform) =>
      platform.listingHosts.filter((above) => isBelow(host, above)).map((above) => ({ platform, above })),
    )
    .sort((one, other) => {
      const bySimulation = Number(one.platform.simulated) - Number(other.platform.simulated);
      return bySimulation === 0 ? other.above.length - one.above.length : bySimulation;
    })
    .flatMap(({ platform: { slug } }) => bySlug.get(slug) ?? []);
  const [owner] = claimants;
  return owner === undefined ? [] : [{ owner, claimants: new Map(claimants.map((one) => [one.slug, one])) }];
}

/** Profiles ready for looking up: an address finds its platform by its host, without asking each of them. */
export function knownPlatforms(platforms: readonly Platform[]): KnownPlatforms {
  const bySlug = new Map(platforms.map((platform) => [platform.slug, known(platform)]));
  const hosts = new Set(platforms.flatMap(({ listingHosts }) => listingHosts));
  const claims = new Map(
    [...hosts].flatMap((host) => claimOn(host, platforms, bySlug).map((claim) => [host, claim] as const)),
  );
  return {
    named: (slug) => bySlug.get(slug),
    ownerOf: (host, preferred) => {
      const claim = nearest(claims, host);
      return (preferred === undefined ? undefined : claim?.claimants.get(preferred)) ?? claim?.owner;
    },
  };
}
