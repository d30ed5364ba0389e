import { isIP } from 'node:net';
import { isPublic } from './public-address.js';

/**
 * Why no program is told at that address; null: it may be. `ownMachine`: whether programs on this machine may be, which is for a site that nobody else signs in to: whoever may name
 * any address of this machine talks to what listens there.
 */
export function endpointFault(text: string, ownMachine: boolean): string | null {
  if (!URL.canParse(text)) return 'This is no address.';
  const { protocol, username, password } = new URL(text);
  if (username !== '' || password !== '')
    return 'An address holds no name and no password: whoever is told knows us by the signature.';
  if (isOwnMachine(text))
    return ownMachine && /^https?:$/.test(protocol) ? null : 'Programs on this server’s own machine are not told.';
  if (protocol !== 'https:') return 'Programs are told over https alone.';
  return leadsInside(text) ? 'This address is not on the internet.' : null;
}

/** An address that is written out is asked of no directory, and is looked at here. */
export function leadsInside(url: string): boolean {
  const host = hostOf(url);
  return isIP(host) !== 0 && !isPublic(host);
}

/** Whether it is this machine, by name or by number. */
export function isOwnMachine(url: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(hostOf(url));
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}
