import { join } from 'node:path';
import { grounds, rightKindsOfGround } from '#libs/domain';
import type { Platform, Regime } from '#libs/domain';
import { httpApiFaults } from './http-api-faults.js';
import { formsHoldTogether } from './form-recipes.js';
import { guidedFieldsHoldTogether } from './guided-fields.js';
import { shaped } from './operator-files-schema.js';
import type { Readable } from './operator-files-schema.js';
import { faultAt, readOperatorFiles, throwAll } from './operator-files.js';
import type { OperatorDocument, OperatorFault } from './operator-files.js';
import { isPlatform } from './platform-profiles-schema.js';
import { readRegimes } from './regime-files.js';

type Profile = Readable<Platform>;
type Check = (document: OperatorDocument, platform: Profile, regimeIds: ReadonlySet<string> | null) => OperatorFault[];

/** Not asked while a regime file is at fault: its regime is unknown only for that. */
const regimesKnown: Check = (document, platform, regimeIds) =>
  grounds.flatMap((ground) => {
    const regime = platform.grounds?.[ground]?.regime;
    if (regime === undefined || regimeIds === null || regimeIds.has(regime)) return [];
    const known = [...regimeIds].sort().join(', ');
    return [faultAt(document, ['grounds', ground, 'regime'], `no regime "${regime}", use one of: ${known}`)];
  });

const groundsHaveRights: Check = (document, { grounds: accepted, rightKinds }) =>
  grounds.flatMap((ground) => {
    const fitting = rightKindsOfGround[ground];
    if (accepted?.[ground] === undefined || rightKinds === undefined) return [];
    if (fitting.some((kind) => rightKinds.includes(kind))) return [];
    return [faultAt(document, ['grounds', ground], `rests on a right not in rightKinds, add: ${fitting.join(' or ')}`)];
  });

/** The groups of an expression by name, as `(?<id>…)` writes them. */
const groupsOf = (expressions: readonly (string | undefined)[]): Set<string> =>
  new Set(expressions.flatMap((text) => [...(text ?? '').matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name ?? '')));

/** A listing has one spelling, made of what its expressions find; what is no listing has none. */
const listingsHaveOneSpelling: Check = (document, { addresses = [] }) =>
  addresses.flatMap((pattern, position) => {
    const at = (key: string, detail: string) => [faultAt(document, ['addresses', position, key], detail)];
    if (pattern?.is === undefined) return [];
    if (pattern.is !== 'listing')
      return pattern.canonical === undefined ? [] : at('canonical', 'only a listing has one, remove it');
    if (pattern.canonical === undefined) return 'canonical' in pattern ? [] : at('canonical', 'missing, add it');
    const known = groupsOf([pattern.path, ...Object.values(pattern.query ?? {})]).add('host');
    const unknown = [...pattern.canonical.matchAll(/\{(\w+)\}/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !known.has(name));
    if (unknown.length > 0) return at('canonical', `no group named ${unknown.join(', ')}, name it in path or query`);
    return [];
  });

const below = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** An address on a host where no listing of the platform stands would never be asked for. */
const addressesStandOnListingHosts: Check = (document, { addresses = [], listingHosts = [] }) =>
  addresses.flatMap((pattern, position) =>
    (pattern?.hosts ?? []).flatMap((host, at) => {
      if (host === undefined || listingHosts.some((known) => known !== undefined && below(host, known))) return [];
      return [faultAt(document, ['addresses', position, 'hosts', at], 'not below listingHosts, add it there')];
    }),
  );

/** A misspelt address is the schema's matter: one fault, not two. */
const channelsReachable: Check = (document, platform) =>
  (platform.channels ?? []).flatMap((channel, position) => {
    const at = (key: string, detail: string) => [faultAt(document, ['channels', position, key], detail)];
    if (channel?.kind === undefined) return [];
    const isMail = channel.kind === 'email';
    if (isMail && !('address' in channel)) return at('address', 'missing, add the e-mail address');
    if (isMail && channel.url !== undefined) return at('url', 'an e-mail channel has none, remove it');
    return !isMail && channel.address !== undefined ? at('address', 'a form has none, remove it') : [];
  });

/** A misspelt address of a list is taken out before this is asked. */
const isInside = (address: string | undefined): boolean =>
  address === undefined || address.toLowerCase().endsWith('.test');

/** Mail to a simulated platform must be undeliverable outside: the top-level domain .test never resolves (RFC 6761). */
const simulationStaysInside: Check = (document, platform) => {
  if (platform.kind === 'sandbox' && platform.simulated === false) {
    return [faultAt(document, ['simulated'], 'a sandbox is always simulated, write true')];
  }
  if (platform.simulated !== true) return [];
  return (platform.channels ?? []).flatMap((channel, position) => {
    const outside = [channel?.address ?? []].flat().filter((address) => !isInside(address));
    const detail = 'a simulated platform must not be real, use a domain below .test';
    return outside.length === 0 ? [] : [faultAt(document, ['channels', position, 'address'], detail)];
  });
};

const interfacesSound: Check = (document, platform) =>
  (platform.channels ?? []).flatMap((channel, position) =>
    httpApiFaults(document, channel ?? {}, ['channels', position], platform.simulated === true),
  );

const checks: readonly Check[] = [
  regimesKnown,
  groundsHaveRights,
  channelsReachable,
  interfacesSound,
  listingsHaveOneSpelling,
  addressesStandOnListingHosts,
  simulationStaysInside,
  formsHoldTogether,
  guidedFieldsHoldTogether,
];

function repeatedSlugs(documents: readonly OperatorDocument[], profiles: readonly Profile[]): OperatorFault[] {
  const first = new Map<string, OperatorDocument>();
  return documents.flatMap((document, position) => {
    const slug = profiles[position]?.slug;
    if (slug === undefined) return [];
    const earlier = first.get(slug);
    if (earlier === undefined) {
      first.set(slug, document);
      return [];
    }
    const where = `${earlier.file}:${earlier.lineOf(['slug'])}`;
    return [faultAt(document, ['slug'], `"${slug}" stands already in ${where}, change one`)];
  });
}

const idsOf = ({ regimes, faults }: { regimes: readonly Regime[]; faults: readonly OperatorFault[] }) =>
  faults.length > 0 ? null : new Set(regimes.map(({ id }) => id));

function readPlatforms(dir: string, regimeIds: ReadonlySet<string> | null) {
  const { documents, faults } = readOperatorFiles(dir);
  const read = documents.map((document) => shaped(document, isPlatform));
  const profiles = read.map(({ readable }) => readable);
  const furtherFaults = documents.flatMap((document, position) => {
    const profile = profiles[position] ?? {};
    return checks.flatMap((check) => check(document, profile, regimeIds));
  });
  return {
    platforms: read.flatMap(({ whole }) => whole ?? []),
    faults: [...faults, ...read.flatMap((one) => one.faults), ...furtherFaults, ...repeatedSlugs(documents, profiles)],
  };
}

/** What an operator describes in config: the platforms and the regimes their notices must satisfy. */
export interface OperatorSettings {
  platforms: Platform[];
  regimes: Regime[];
}

/**
 * Reads `platforms/` and `regimes/` below a folder (config).
 * @throws OperatorFileError naming every fault of both as `file:line: path: what, remedy`
 */
export function loadOperatorSettings(configDir: string): OperatorSettings {
  const known = readRegimes(join(configDir, 'regimes'));
  const { platforms, faults } = readPlatforms(join(configDir, 'platforms'), idsOf(known));
  throwAll([...known.faults, ...faults]);
  return { platforms, regimes: known.regimes };
}

/**
 * The platform profiles of a folder (config/platforms). Regimes are looked for in `../regimes` unless given.
 * @throws OperatorFileError naming every fault as `file:line: path: what, remedy`
 */
export function loadPlatformProfiles(dir: string, regimes?: readonly Regime[]): Platform[] {
  const known = regimes === undefined ? readRegimes(join(dir, '..', 'regimes')) : { regimes, faults: [] };
  const { platforms, faults } = readPlatforms(dir, idsOf(known));
  throwAll([...known.faults, ...faults]);
  return platforms;
}
