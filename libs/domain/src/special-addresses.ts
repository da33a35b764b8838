/** A block of addresses: its first one, and how many bits its addresses have in common. */
export type AddressBlock = readonly [net: string, prefix: number];

/** Blocks of IPv4 that are no public hosts: IANA's special-purpose registry (RFC 6890), multicast and reserved. */
export const unroutedV4: readonly AddressBlock[] = [
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
];

/** The part of IPv6 that is handed out to public hosts. */
export const routedV6: AddressBlock = ['2000::', 3];

/** Blocks of it that are not public after all: tunnels and examples. */
export const unroutedV6: readonly AddressBlock[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];
