import type { LocalDate } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';

/** Word for word what is said of an organisation that there is not. */
export const noSuchOrganisation: Refusal = {
  code: 'no-such-organisation',
  sentence: 'There is no such organisation here.',
};

/** Word for word what is said of a courier that there is not. */
export const noSuchCourier: Refusal = {
  code: 'no-such-courier',
  sentence: 'The pool has no courier of this id.',
};

/** For whoever stands in the shipment on another side, word for word as where a question is nobody's of theirs. */
export function notYoursToAsk({ role, organisation }: Acting): Refusal {
  return {
    code: 'not-yours-to-ask',
    sentence: `This is not yours to ask: you act as ${role} of ${organisation.name}.`,
  };
}

/** Somebody has written it meanwhile, or it was to be the first entry and is not. */
export function staleEntry(stands: number): Refusal {
  const sentence =
    stands === 0
      ? 'Nothing was entered here yet: enter it as the first.'
      : `This was entered anew since you read it: it stands at revision ${stands}. Read it again, then enter it on that revision.`;
  return { code: 'stale-revision', sentence, allowed: [String(stands)] };
}

export const donorUnknown: Refusal = {
  code: 'donor-unknown',
  sentence: 'The order names no donor that results could be of.',
};

/** For a part that an organisation of the register has, or nobody. */
export function noPartyToEnter(allowed: readonly string[]): Refusal {
  const sentence =
    'Nobody who is in no register has this part now. The address of an organisation of the register is entered with the organisation.';
  return { code: 'no-party-to-enter', sentence, at: '/part', allowed };
}

/** Somebody or something else stands there than whom it was entered for. */
export function ofAnother(stands: string): Refusal {
  return {
    code: 'of-another-by-now',
    sentence: `This is about ${stands} now, and was entered for another. Look whether it holds for ${stands}, then enter it anew.`,
    at: '/of',
    allowed: [stands],
  };
}

/** The same thing named twice in a list. */
export function namedTwice(name: string, at: string): Refusal {
  return { code: 'named-twice', sentence: `${name} is given twice.`, at };
}

/** A day on which nobody can have been tested for this donation. */
export function sampledFarOff(at: string, [from, until]: readonly [LocalDate, LocalDate]): Refusal {
  const sentence = `Samples of this donor are of ${from} to ${until}.`;
  return { code: 'date-implausible', sentence, at, allowed: [`${from} to ${until}`] };
}
