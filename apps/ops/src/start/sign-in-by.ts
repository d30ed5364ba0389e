import { OpenIdProvider } from '@cellrelay/adapter-oidc';
import { monotonicMillis, type Config } from '@cellrelay/platform';
import type { ProviderLinks } from '@cellrelay/use-cases';
import type { ApiParts } from '../../../api/src/parts.js';

/** A provider that has not answered by then is away: a person waits in front of it, and two answers are to fit into the time of one of ours. */
const withinMs = 5_000;

/** The provider that the settings name, as a part of the API; nothing where they name none. */
export function signInBy({ oidc }: Pick<Config, 'oidc'>, links: ProviderLinks): Pick<ApiParts, 'oidc'> {
  if (oidc === null) return {};
  return { oidc: { provider: new OpenIdProvider(oidc, { ticks: monotonicMillis, withinMs }), links } };
}
