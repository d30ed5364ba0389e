import { isLoopback, isSafe } from './safe-address.js';
import type { Settings } from './settings-table.js';

/** An OpenID provider that people of the site may sign in by. */
export interface OidcConfig {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** What people call it: it stands on the button. */
  readonly name: string;
}

const four = [
  'CELLRELAY_OIDC_ISSUER',
  'CELLRELAY_OIDC_CLIENT',
  'CELLRELAY_OIDC_SECRET',
  'CELLRELAY_OIDC_NAME',
] as const satisfies readonly (keyof Settings)[];

/** The provider that the settings name; null: none, or not wholly. */
export function oidcOf(given: Settings): OidcConfig | null {
  const [issuer, client, secret, name] = four.map((setting) => given[setting]);
  if (issuer === undefined || client === undefined || secret === undefined || name === undefined) return null;
  return { issuer, client, secret, name };
}

/** What keeps the provider's settings from being used together; nothing where none is set. */
export function oidcFaults(given: Settings): readonly string[] {
  const missing = four.filter((setting) => given[setting] === undefined);
  if (missing.length === four.length) return [];
  const sentence = `goes with ${four.join(', ')}: all four are set, or none`;
  return [...missing.map((setting) => `${setting}: ${sentence}`), ...originFaults(given)];
}

/** The provider sends browsers back to an address that it knows, with a code that is worth a sign-in: over TLS, but within this machine. */
function originFaults({ CELLRELAY_ORIGIN: origin, CELLRELAY_HOST: host }: Settings): readonly string[] {
  if (origin === undefined)
    return isLoopback(host)
      ? []
      : ['CELLRELAY_ORIGIN: is needed where there is an OpenID provider: it sends browsers back there'];
  return isSafe(origin) ? [] : ['CELLRELAY_ORIGIN: is to be https where there is an OpenID provider'];
}
