import { uuidForm } from '@cellrelay/kernel';
import { refuse } from '@cellrelay/platform';
import type { Account, AuditAuthor, Owner } from '@cellrelay/use-cases';
import type { SignedIn } from '../http/request-context.js';

/** As whom the audit record names them. */
export function authorOf({ name, acting }: Pick<Account, 'name' | 'acting'>): AuditAuthor {
  return { account: name, organisation: acting.organisation.id };
}

/** Whoever is signed in, at their own account. */
export function ownerOf(signedIn: SignedIn): Owner {
  return { account: signedIn.account, by: authorOf(signedIn) };
}

/** An id in an address. What is none is not found, as what is somebody else's is not. */
export function ownId(text: string, thing: 'session' | 'token'): string {
  if (uuidForm.test(text)) return text;
  return refuse({ code: `no-such-${thing}`, sentence: `You have no such ${thing}, or it has ended.` });
}
