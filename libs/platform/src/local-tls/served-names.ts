import { isIP, isIPv4 } from 'node:net';
import { isLoopback } from '../config/safe-address.js';

/** An address of this machine, as its network interfaces tell it. */
export interface OwnAddress {
  readonly network: string;
  readonly address: string;
  readonly internal: boolean;
}

/** What the names in a certificate follow from. */
export interface Surroundings {
  readonly hostName: string;
  readonly addresses: readonly OwnAddress[];
  /** Where the web server listens: one address or name, or all of them (`::`, `0.0.0.0`). */
  readonly host: string;
  /** How browsers reach it, where that is set. */
  readonly origin: string | null;
}

/** The names that a certificate vouches for; addresses in their shortest form. */
export interface ServedNames {
  readonly dns: readonly string[];
  readonly ips: readonly string[];
}

/** Whether that is every address of the machine rather than one. */
export function isEveryAddress(host: string): boolean {
  return host === '::' || host === '0.0.0.0';
}

/** The names under which a browser may reach this machine: its own for itself, the host's, and the addresses that others on its networks see. */
export function servedNames(around: Surroundings): ServedNames {
  const named = [around.origin === null ? '' : new URL(around.origin).hostname, around.host].map(bare);
  const lan = isEveryAddress(around.host) ? lanAddresses(around.addresses) : [];
  return {
    dns: distinct(['localhost', ...namesOf(around.hostName), ...named.filter((name) => isIP(name) === 0)]).filter(
      isDnsName,
    ),
    ips: distinct([
      ...['127.0.0.1', '::1', ...lan],
      ...named.filter((name) => isIP(name) !== 0 && !isEveryAddress(name)).map(shortest),
    ]),
  };
}

/** The addresses that others on this machine's networks reach it at, the likeliest for a phone first. */
export function lanAddresses(addresses: readonly OwnAddress[]): readonly string[] {
  const reachable = addresses.filter(({ address, internal }) => !internal && !isLinkLocal(address));
  return distinct(
    [...reachable].sort((one, other) => farness(one) - farness(other)).map((one) => shortest(one.address)),
  );
}

/** How a browser writes that address or name, with the port. */
export function addressOf(scheme: 'http' | 'https', name: string, port: number): string {
  return new URL(`${scheme}://${isIP(name) === 6 ? `[${name}]` : name}:${port}`).origin;
}

/** Whether a Host header names one of them, with any port or none. */
export function isServedName({ dns, ips }: ServedNames, hostHeader: string): boolean {
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(hostHeader)?.[1]?.toLowerCase();
  if (name === undefined || !URL.canParse(`http://${name}`)) return false;
  return dns.includes(name) || ips.includes(shortest(bare(name)));
}

/** An address in the form in which two of the same are the same text. */
export function shortest(address: string): string {
  return isIP(address) === 6 ? bare(new URL(`http://[${address}]`).hostname) : address;
}

/** A host's name, and under which phones find it on the local network by multicast DNS (RFC 6762). */
function namesOf(hostName: string): readonly string[] {
  const name = hostName.toLowerCase().replace(/\.$/, '');
  return name.includes('.') || name === 'localhost' ? [name] : [name, `${name}.local`];
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '').toLowerCase();
}

function isDnsName(name: string): boolean {
  return name.length <= 253 && /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/.test(name);
}

function isLinkLocal(address: string): boolean {
  return /^(169\.254\.|fe[89ab])/i.test(address) || isLoopback(address);
}

/** Networks within this machine, of containers and virtual machines: no phone is there. */
const within = /^(docker|br-|veth|virbr|vboxnet|vmnet|cni|podman)/;

function farness({ network, address }: OwnAddress): number {
  return (within.test(network) ? 4 : 0) + (isIPv4(address) ? 0 : 2) + (isPrivate(address) ? 0 : 1);
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(address);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
