import * as client from 'openid-client';
import type { IdentityProvider, ProviderIdentity, SignInMarks } from '@cellrelay/use-cases';
import { troubleOf } from './trouble.js';

/** As which client a provider knows us. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly name: string;
}

export interface ProviderOptions {
  /** Milliseconds that only grow. */
  readonly ticks: () => number;
  /** How long each answer of the provider is waited for. */
  readonly withinMs: number;
}

/** What a provider says of itself is asked anew after so long: it may move its addresses. Its keys are looked up by their ids, and anew for an unknown one. */
const knownForMs = 3_600_000;

/** OpenID Connect Core 1.0, section 2: at most 255 characters of ASCII. */
const subject = /^[\x20-\x7e]{1,255}$/;

/** A provider that speaks OpenID Connect, by the authorization code flow with PKCE. Asked for the first time when somebody wants to sign in by it. */
export class OpenIdProvider implements IdentityProvider {
  private known: { readonly as: Promise<client.Configuration>; readonly at: number } | null = null;

  constructor(
    private readonly settings: ProviderSettings,
    private readonly options: ProviderOptions,
  ) {}

  get name(): string {
    return this.settings.name;
  }

  /** In one form, with or without a slash at the end of the bare host. */
  get issuer(): string {
    return new URL(this.settings.issuer).href;
  }

  async address({ state, nonce, verifier }: SignInMarks, backTo: string): ReturnType<IdentityProvider['address']> {
    try {
      const configuration = await this.configuration();
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: backTo,
        // Who it is, and nothing about them.
        scope: 'openid',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { kind: 'at', address };
    } catch (error) {
      // It may be the description that leads nowhere: to be asked for anew.
      this.known = null;
      return { kind: 'away', why: troubleOf(error).why };
    }
  }

  async identify(cameBackTo: URL, marks: SignInMarks): ReturnType<IdentityProvider['identify']> {
    try {
      const identity = await this.identityIn(cameBackTo, marks);
      return identity === null ? { kind: 'refused', why: 'NO_IDENTITY' } : { kind: 'known', identity };
    } catch (error) {
      return troubleOf(error);
    }
  }

  /** The tokens are looked at here and forgotten. */
  private async identityIn(cameBackTo: URL, { state, nonce, verifier }: SignInMarks): Promise<ProviderIdentity | null> {
    const tokens = await client.authorizationCodeGrant(await this.configuration(), cameBackTo, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const { sub = '' } = tokens.claims() ?? {};
    return subject.test(sub) ? { issuer: this.issuer, subject: sub } : null;
  }

  /** What the provider says of itself. Asked once for all who want to know; that it did not answer is not remembered. */
  private configuration(): Promise<client.Configuration> {
    const now = this.options.ticks();
    if (this.known !== null && now - this.known.at < knownForMs) return this.known.as;
    const as = this.discovered();
    as.catch(() => this.forget(as));
    this.known = { as, at: now };
    return as;
  }

  private forget(as: Promise<client.Configuration>): void {
    if (this.known?.as === as) this.known = null;
  }

  private discovered(): Promise<client.Configuration> {
    const { issuer, client: id, secret } = this.settings;
    const plain = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    return client.discovery(new URL(issuer), id, undefined, byWhatItTakes(secret), {
      // The token's signature is checked too, though it comes from the provider itself over TLS.
      execute: [client.enableNonRepudiationChecks, ...plain],
      timeout: this.options.withinMs / 1000,
    });
  }
}

/** The secret in the header where the provider takes it so, which is what it does unless it says otherwise (Discovery 1.0, section 3); else in the body. */
function byWhatItTakes(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return takes.includes('client_secret_basic') ? basic(server, ...rest) : post(server, ...rest);
  };
}
