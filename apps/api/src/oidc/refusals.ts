import type { SaidRefusal } from '@cellrelay/platform';

/** Nobody can sign in by a provider here. */
export const noProvider: SaidRefusal = {
  code: 'no-provider',
  sentence: 'This instance knows no provider to sign in by. Whoever runs it names one in CELLRELAY_OIDC_ISSUER.',
};

export function providerAway(name: string): SaidRefusal {
  return {
    code: 'oidc-away',
    sentence: `${name} cannot be reached just now, or says nothing that can be used. Try again in a minute, or sign in with name and password.`,
  };
}

/** The same words whatever was wrong, and whoever it was: nothing is learnt from them of an account. */
export function notSignedIn(name: string): SaidRefusal {
  return {
    code: 'oidc-refused',
    sentence: `Signing in by ${name} did not succeed. Begin again; where it goes on failing, sign in with name and password, and look under My account whether it is linked.`,
  };
}

export function notLinked(name: string, why: 'taken' | 'linked-already'): SaidRefusal {
  const sentence =
    why === 'taken'
      ? `Who you are at ${name} is linked to another account here. It can be linked to one: unlink it there first.`
      : `Your account has a link to ${name} already. Unlink that one first.`;
  return { code: why === 'taken' ? 'oidc-taken' : 'oidc-linked-already', sentence };
}

export function nothingToUnlink(name: string): SaidRefusal {
  return { code: 'oidc-not-linked', sentence: `Your account has no link to ${name}.` };
}
