import type { Refusal } from '@cellrelay/shipment';
import type { LetterRule, LetterTerms } from './letter-rule.js';
import type { LetterState } from './letter-moves.js';
import type { Timing } from './letter-timing.js';

export const noSuchLetter: Refusal = { code: 'no-such-letter', sentence: 'There is no letter of this id here.' };

export const notASubject = (subjects: readonly string[]): Refusal => ({
  code: 'no-such-subject',
  sentence: 'A letter is written for somebody of your own side of this shipment.',
  at: '/subject',
  allowed: subjects,
});

export const tooMany: Refusal = {
  code: 'too-many-letters',
  sentence: 'Your side has fifty letters in this shipment, which is as many as there may be.',
};

/** Where one of the registries has chosen no rule, or none is named. */
export const noRule =
  'No letters go between these registries: one of them has not chosen its rule here, or is not named in the shipment. An administrator of the operator or of the registry chooses it on the page People; a registry is named by NameParty.';

/** Two rules and what they come to. */
export interface PairRule {
  readonly terms: LetterTerms;
  /** Those that have been chosen, of both registries. */
  readonly rules: readonly LetterRule[];
  /** Whether both registries have one. */
  readonly known: boolean;
}

/** In a sentence: whether and when letters go, and where that was read; to the donor's side by the terms as they hold for it (`termsOfDonorsSide`). */
export function timingSentence(timing: Timing, pair: PairRule): string {
  if (!pair.known) return noRule;
  const whence = pair.rules.map(whenceText).join(' ');
  if (timing.may === 'never') return `No letters go between these registries, or for these cells. ${whence}`;
  if (timing.may === 'now') return `Letters go between these registries, once both have screened them. ${whence}`;
  return `Letters go between these registries ${fromWhen(timing, pair.terms)}. ${whence}`;
}

/** "The rule CMDP (China) was read in the profile of ION 2197 in WMDA Share." */
function whenceText({ name, source, mark }: LetterRule): string {
  if (mark === 'G') return `The rule “${name}” is believed after ${source}, and permits nothing.`;
  return `The rule “${name}” was read in ${source}.`;
}

function fromWhen({ until }: Extract<Timing, { may: 'later' }>, { letters }: LetterTerms): string {
  if (letters === 'never') return 'never';
  const { afterInfusionMonths, afterCollectionMonths } = letters;
  const waits = [
    ...(afterCollectionMonths === null ? [] : [monthsText(afterCollectionMonths, 'collection')]),
    ...(afterInfusionMonths === null ? [] : [monthsText(afterInfusionMonths, 'infusion')]),
  ].join(' and ');
  const day = until !== null ? `, from ${until.slice(0, 10)} on` : '';
  return `${waits}${day}; that is not yet`;
}

function monthsText(months: number, from: string): string {
  return months === 0 ? `once the ${from} is recorded` : `${months} months after the ${from}`;
}

/** Why nothing may go over now; undefined where it may. */
export function notNow(timing: Timing, sentence: string): Refusal | undefined {
  if (timing.may === 'now') return undefined;
  return {
    code: timing.may === 'never' ? 'letters-never' : 'letters-not-yet',
    sentence: `${sentence} Nothing was sent.`,
  };
}

/** For a move that is none of this letter's now. */
export function notThisMove(state: LetterState, allowed: readonly string[]): Refusal {
  const sentence = `The letter is ${stateWords[state]}: this cannot be done with it now, or not by you.`;
  return { code: 'letter-not-there-now', sentence, allowed };
}

const stateWords: Readonly<Record<LetterState, string>> = {
  written: 'a draft',
  screening: 'with its own registry’s screener',
  across: 'with the other registry’s screener',
  returned: 'returned to whoever wrote it',
  released: 'released',
  withdrawn: 'withdrawn',
};

export const staleLetter = (stands: number): Refusal => ({
  code: 'stale-revision',
  sentence: `The letter has moved on since you read it: it stands at revision ${stands}. Read it again.`,
  allowed: [String(stands)],
});

export const sayWhat = (field: 'text' | 'reason', allowed?: readonly string[]): Refusal => ({
  code: 'field-missing',
  sentence: field === 'text' ? 'Say what the letter is to read.' : 'Say why it is returned.',
  at: `/${field}`,
  ...(allowed === undefined ? {} : { allowed }),
});
