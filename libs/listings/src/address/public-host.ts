import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Names that lead to no place on the public internet: RFC 2606, 6761, 6762, 9476, and ICANN's `.internal` of 2024. */
const reserved = new Set(['test', 'example', 'invalid', 'localhost', 'local', 'internal', 'alt', 'arpa']);
const NAME = /^(?=.{4,253}$)(?:[a-z0-9_-]{1,63}\.)+([a-z][a-z0-9-]{0,61}[a-z0-9])$/;

/** Blocks of IPv4 that are no public hosts: IANA's special-purpose registry (RFC 6890), multicast and reserved. */
const unroutedV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
/** Blocks of 2000::/3, the public part of IPv6, that are not public after all. */
const unroutedV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const unrouted = new BlockList();
for (const [net, prefix] of unroutedV4) unrouted.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of unroutedV6) unrouted.addSubnet(net, prefix, 'ipv6');
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');

/** Whether a host, as the URL parser spells it, is the name of a place that could exist. */
export const isHostName = (host: string): boolean => NAME.test(host);

/** Whether a host, as the URL parser spells it, can be reached by everybody: what is said of it can be checked. */
export function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) {
    const ip = host.slice(1, -1);
    return isIPv6(ip) && publicV6.check(ip, 'ipv6') && !unrouted.check(ip, 'ipv6');
  }
  if (isIPv4(host)) return !unrouted.check(host, 'ipv4');
  const ending = NAME.exec(host)?.[1];
  return ending !== undefined && !reserved.has(ending);
}
