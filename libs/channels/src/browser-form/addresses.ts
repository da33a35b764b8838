import { lookup as askResolver } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';
import { routedV6, unroutedV4, unroutedV6 } from '#libs/domain';

/** Addresses nobody outside can be meant by. */
const notPublic = new BlockList();
for (const [net, prefix] of unroutedV4) notPublic.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of unroutedV6) notPublic.addSubnet(net, prefix, 'ipv6');
const publicV6 = new BlockList();
publicV6.addSubnet(...routedV6, 'ipv6');

export const isPublic = (address: string): boolean =>
  isIPv6(address)
    ? publicV6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
    : !notPublic.check(address, 'ipv4');

/** A host of a recipe that leads to no public address: nothing is sent. */
export class HostRefused extends Error {}

/** A host of a recipe that has no address at all. */
export class HostUnknown extends Error {}

export type Lookup = (host: string) => Promise<readonly string[]>;

const resolve: Lookup = async (host) => (await askResolver(host, { all: true })).map(({ address }) => address);

/**
 * The rules that tie a browser to these hosts and to their addresses as checked now: what the resolver says later, and every
 * other host, counts for nothing.
 * @param simulator `address:port` that stands for every host, for a simulated platform; null for a real one
 * @throws HostRefused, HostUnknown
 */
export async function resolverRules(
  hosts: readonly string[],
  simulator: string | null,
  lookup: Lookup = resolve,
): Promise<string> {
  const rules = await Promise.all(
    hosts.map(async (host) => `MAP ${host} ${simulator ?? bracketed(await publicAddress(host, lookup))}`),
  );
  return [...rules, 'MAP * ~NOTFOUND'].join(', ');
}

async function publicAddress(host: string, lookup: Lookup): Promise<string> {
  const addresses = await lookup(host).catch((error: unknown) => {
    throw new HostUnknown(`The host ${host} has no address.`, { cause: error });
  });
  const [first, ...more] = addresses;
  if (first === undefined) throw new HostUnknown(`The host ${host} has no address.`);
  // One private address among public ones is a trap, not a mistake.
  if (![first, ...more].every(isPublic)) throw new HostRefused(`The host ${host} leads into a private network.`);
  return first;
}

const bracketed = (address: string): string => (isIPv6(address) ? `[${address}]` : address);
