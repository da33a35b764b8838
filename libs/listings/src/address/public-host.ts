import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { routedV6, unroutedV4, unroutedV6 } from '#libs/domain';

/** Names that lead to no place on the public internet: RFC 2606, 6761, 6762, 9476, and ICANN's `.internal` of 2024. */
const reserved = new Set(['test', 'example', 'invalid', 'localhost', 'local', 'internal', 'alt', 'arpa']);
const NAME = /^(?=.{4,253}$)(?:[a-z0-9_-]{1,63}\.)+([a-z][a-z0-9-]{0,61}[a-z0-9])$/;

const unrouted = new BlockList();
for (const [net, prefix] of unroutedV4) unrouted.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of unroutedV6) unrouted.addSubnet(net, prefix, 'ipv6');
const publicV6 = new BlockList();
publicV6.addSubnet(...routedV6, 'ipv6');

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
