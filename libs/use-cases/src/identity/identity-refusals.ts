import type { Refusal } from '@cellrelay/shipment';
import type { AskedErasure, Asking, IdentityStanding } from './identity-register.port.js';

export type Refusals = readonly [Refusal, ...Refusal[]];

/** Word for word what a question about an unknown shipment is answered with. */
export const noSuchShipment: Refusal = {
  code: 'no-such-shipment',
  sentence: 'There is no shipment of this id.',
};

export const noneYet: Refusal = {
  code: 'no-such-identity',
  sentence: 'Nothing is recorded of who this is.',
};

export const erased: Refusal = {
  code: 'identity-erased',
  sentence: 'What was recorded of who this is has been erased. Nobody can bring it back.',
};

/** For whoever stands on that side of the shipment, and so knows its order. */
export function noSuchSubject(subjects: readonly string[]): Refusal {
  return { code: 'no-such-subject', sentence: 'The shipment has nobody of this label.', allowed: subjects };
}

export function stale(stands: number): Refusal {
  const sentence =
    stands === 0
      ? 'Nothing is recorded yet of who this is: enter it as new.'
      : `The record has been changed since you read it: it stands at revision ${stands}. Read it again, then write on that revision.`;
  return { code: 'stale-revision', sentence, allowed: [String(stands)] };
}

/** For whoever recorded somebody, and has since been replaced or left out. */
export const standsNoMore: Refusal = {
  code: 'stands-no-more',
  sentence:
    'Your organisation stands on this side no more: it reads what it recorded, and whoever stands there now changes and erases it.',
};

/** Two people who give two reasons have not agreed. */
export function askedOtherwise({ person, reason }: AskedErasure): Refusal {
  const sentence = `${person} has asked for it with another reason. Agree with that one, or let ${person} ask anew with yours.`;
  return { code: 'erasure-asked-otherwise', sentence, at: '/reason', allowed: [reason] };
}

/** Why that organisation's people cannot erase it, whatever the law says; undefined where they can. */
export function notErasable(standing: IdentityStanding | undefined, asking: Asking): Refusal | undefined {
  if (standing === undefined) return noneYet;
  if (standing.erasedAt !== null) return erased;
  if (standing.answers) return undefined;
  if (standing.holder === asking.organisation) return standsNoMore;
  const sentence = `It was recorded by ${standing.holderName}: only people of that organisation erase it.`;
  return { code: 'not-the-holder', sentence, allowed: [standing.holderName] };
}
