import { firstOf, notWorded } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type { CheckAnswer, HandoverPlace } from './courier-handoff.js';

/** What is looked at wherever the box changes hands: the same bags, in the same state, watched without a gap. */
const wherever = {
  identifiers: 'The identifiers of each bag, read back, equal those of the order and the papers',
  'bag-count': 'As many bags as were packed',
  'seal-unbroken': 'The seal is unbroken and its number is the one on record',
  'logger-serial': 'The logger is the one on record, and runs',
} as const;

const documents = {
  'document-collection-report': 'The collection report is on board',
  'document-identity-of-product': 'The product documentation is on board',
  'document-donor-tests': "The summary of the donor's infectious-disease tests is on board",
  'document-custody-form': 'The chain-of-custody form is on board',
  'document-customs-papers': 'Customs declaration, invoice and permits are on board',
  'document-airport-letters': 'The letters for airport security and the airline are on board',
} as const;

/**
 * What is checked where (standards.md 1.3, 1.4): pick-up and delivery as its table has them, packing as S7 and the Red Book ask, and a relay as a
 * pick-up from another courier. The sentence says how it should be. Data: a check is added here and nowhere else.
 */
export const handoverChecks = {
  packing: {
    'gel-packs-apart': 'No gel pack touches a bag',
    absorbent: 'Absorbent enough for the whole volume lies in the secondary bag',
    'secondary-bag': 'Each bag is in a closed secondary bag',
    'bags-intact': 'No bag leaks, and its ports are sealed',
    'logger-started': 'The logger was started, and shows the temperature that was ordered',
    'outer-label': 'The outer label names both telephones, the temperature range and "do not X-ray"',
    ...documents,
  },
  'pick-up': {
    ...wherever,
    tubes: 'As many tubes as the papers say',
    volume: 'The volume of each bag as on its label',
    'intact-and-sealed': 'Bags intact, sealed, in their secondary bags',
    'gel-packs': 'Gel packs in place, none in contact with a bag',
    'logger-start-temperature': "The logger's first temperature is within the ordered range",
    'courier-identity': 'The courier is the one who was announced',
    'documents-complete': 'The documents are complete, the permits on board',
  },
  relay: {
    ...wherever,
    'intact-and-sealed': 'Bags intact, sealed, in their secondary bags',
    'second-box-preconditioned': 'The second box is preconditioned and shows the ordered temperature',
    'courier-identity': 'The courier who takes over is the one who was announced',
    'documents-complete': 'The documents go with the box',
  },
  delivery: {
    ...wherever,
    integrity: 'No bag leaks',
    'label-legibility': 'Every label can be read',
    'opening-temperature': 'The temperature in the box at opening is within the ordered range',
    'logger-stopped': 'The logger was stopped and read, without an excursion',
  },
} as const satisfies Readonly<Record<HandoverPlace | 'packing', Readonly<Record<string, string>>>>;

export type CheckPlace = keyof typeof handoverChecks;

/** The checks of a place, in the order in which they are asked. */
export function checksOf(place: CheckPlace): readonly string[] {
  return Object.keys(handoverChecks[place]);
}

/** How it should be, as a sentence; the check's own name where the list has lost it. */
export function checkSaid(place: CheckPlace, check: string): string {
  return (handoverChecks[place] as Readonly<Record<string, string>>)[check] ?? check;
}

/** What is wrong with some answers: a check of another place, one answered twice, a difference that nobody described. */
export function checksProblem(place: CheckPlace, answers: readonly CheckAnswer[]): Refusal | undefined {
  const known = checksOf(place);
  return firstOf(answers, ({ check, found, note }, index) => {
    const at = `/checks/${index}`;
    if (!known.includes(check)) return unknownCheck(check, at, known);
    if (answers.findIndex((each) => each.check === check) !== index)
      return { code: 'check-twice', sentence: `${check} is answered twice.`, at: `${at}/check` };
    return found === 'differs' ? notWorded(note ?? '', 'What was found', `${at}/note`) : undefined;
  });
}

function unknownCheck(check: string, at: string, known: readonly string[]): Refusal {
  return {
    code: 'check-not-of-this-place',
    sentence: `${check} is not checked here; the checks are: ${known.join(', ')}.`,
    at: `${at}/check`,
    allowed: known,
  };
}

/** The answers that found something otherwise. */
export function differing(answers: readonly CheckAnswer[]): readonly CheckAnswer[] {
  return answers.filter((each) => each.found === 'differs');
}
