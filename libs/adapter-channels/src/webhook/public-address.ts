import { lookup as ask, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What is nobody's on the internet: this machine, networks within a house, links, carriers' own, multicast, documentation (IANA special-purpose registries, RFC 6890). */
const inside = new BlockList();
for (const [network, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  inside.addSubnet(network, prefix, 'ipv4');
/** What of IPv6 is on the internet at all. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
/** And within that what is not: Teredo and other protocols' own, documentation, 6to4, which leads into IPv4. */
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(network, prefix, 'ipv6');

/** Whether an address is of the internet, as far as registries say. IPv4 written as IPv6 is not: nobody needs it here. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !inside.check(address, 'ipv4');
  return isIP(address) === 6 && global.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

/** A name led into a house. */
export class NotPublic extends Error {
  constructor() {
    super('The name leads to an address that is not on the internet.');
    this.name = 'NotPublic';
  }
}

/**
 * Finds a host's addresses as Node does, and refuses where any of them is not public. The connection goes to what was looked at: a name that is asked again may lead elsewhere by
 * then.
 */
export const publicLookup: LookupFunction = (host, options, found) => {
  ask(host, { ...options, all: true }, (error, addresses: readonly LookupAddress[] = []) => {
    const wrong =
      error ?? (addresses.length > 0 && addresses.every(({ address }) => isPublic(address)) ? null : new NotPublic());
    if (wrong !== null) return found(wrong, '', 0);
    if (options.all === true) return found(null, [...addresses]);
    const [first] = addresses;
    return found(null, first!.address, first!.family);
  });
};
