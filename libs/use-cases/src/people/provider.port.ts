import type { Instant } from '@cellrelay/kernel';

/** Who somebody is at a provider: its own address, and its name for them, which it gives to nobody else (OpenID Connect Core 1.0, section 2). */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** What ties a provider's answer to the browser that asked for it. Each is a secret of that one sign-in. */
export interface SignInMarks {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** Why something did not come about: a word for the log, without anything that the provider or the browser sent. */
interface NotSo {
  /** `away`: it cannot be asked, or its answer makes no sense; `refused`: it answered, and that is no sign-in. */
  readonly kind: 'away' | 'refused';
  readonly why: string;
}

/** A provider of the site's own choice that says who somebody is. Nothing that it hands out is kept. */
export interface IdentityProvider {
  /** What people call it. */
  readonly name: string;
  /** As it names itself; an identity of another issuer is none of its. */
  readonly issuer: string;
  /** Where a browser is to be sent, which then comes back to `backTo`. Never throws: a provider that is away is an answer. */
  address(marks: SignInMarks, backTo: string): Promise<{ readonly kind: 'at'; readonly address: URL } | NotSo>;
  /** Who has come back to that address (with its query), having been sent away with those marks. Never throws. */
  identify(
    cameBackTo: URL,
    marks: SignInMarks,
  ): Promise<{ readonly kind: 'known'; readonly identity: ProviderIdentity } | NotSo>;
}

/** A browser that was sent to the provider. */
export interface PendingSignIn {
  /** Whose account is to be linked; null where somebody signs in. */
  readonly links: { readonly id: string; readonly name: string; readonly organisation: string } | null;
}

/** An account as whom links are made and undone: by its own owner. */
export interface LinkOwner {
  /** The account's name. */
  readonly name: string;
  readonly organisation: string;
}

/**
 * Which identities at a provider sign in to which account, and the browsers that are on their way. Each link, and its end, is on the audit record. A browser on its way
 * is known by the SHA-256 of its token, as sessions are.
 */
export interface ProviderLinks {
  /** Notes a browser that is sent away, for so long. With a session, its account is to be linked, and the note ends with that session. */
  sendAway(tokenHash: string, session: string | null, lastsMs: number): Promise<void>;
  /** Takes the note away: once, however often it is asked for. Null: there is none, or its time or its session is over. */
  takeBack(tokenHash: string): Promise<PendingSignIn | null>;
  /** The name of the account that this identity signs in to, or null. */
  accountOf(identity: ProviderIdentity): Promise<string | null>;
  /** Links an identity to an account. `taken`: it is another account's; `linked-already`: the account has one of this issuer. Nothing is done then. */
  link(
    identity: ProviderIdentity,
    to: NonNullable<PendingSignIn['links']>,
  ): Promise<'linked' | 'taken' | 'linked-already'>;
  /** Since when the account of that name has an identity of that issuer, or null. */
  linkedSince(issuer: string, account: string): Promise<Instant | null>;
  /** Undoes that; false when there was none. */
  unlink(issuer: string, owner: LinkOwner): Promise<boolean>;
}
