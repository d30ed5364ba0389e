import {
  unitOf,
  type ArrivalFigures,
  type ChecklistAnswer,
  type EndedBag,
  type InfusionDose,
  type ReceiptEvent,
  type UsedHow,
} from '@cellrelay/shipment';
import { bagSaid, bagsSaid, whySaid, type Tellers } from './says.js';
import { shortTime } from './words.js';

/** The receipt, what was counted on arrival, the infusion and what became of it. */
export const receiptSays: Tellers<ReceiptEvent['type']> = {
  ProductReceived: ({ bags, boxCelsius, sealIntact, answers }) =>
    `Received ${bagsSaid(bags)} at ${foundSaid({ boxCelsius, sealIntact })}${checksSaid(answers)}.`,
  ReceiptCorrected: ({ was, boxCelsius, sealIntact, answers, ...why }, { occurredAt }) =>
    `Receipt corrected from ${foundSaid(was)} at ${shortTime(was.receivedAt.at, was.receivedAt.zone)} to ${foundSaid({ boxCelsius, sealIntact })} at ${shortTime(occurredAt.at, occurredAt.zone)}${checksSaid(answers)}. ${whySaid(why)}`,
  ArrivalCounted: (data) => `Counted on arrival, ${bagSaid(data.bag)}: ${figuresSaid(data)}.`,
  ArrivalCountCorrected: (data) =>
    `Count on arrival corrected, ${bagSaid(data.bag)}: ${figuresSaid(data)}. ${whySaid(data)}`,
  ProductAccepted: ({ deviation }) =>
    deviation === null ? 'The product is accepted.' : `Accepted with deviation: ${deviation}`,
  ProductRefused: ({ reason, person }) => `${person} refused the product: ${reason}`,
  InfusionStarted: ({ bag, how, ageMinutes, last, ...given }) =>
    `${howSaid(how)} of ${bagSaid(bag)} began, ${hours(ageMinutes)} old${doseSaid(given)}${last ? '; no bag is left' : ''}.`,
  InfusionStartCorrected: ({ bag, how, ageMinutes, was, ...given }) =>
    `${howSaid(how)} of ${bagSaid(bag)} corrected (was ${shortTime(was.at, was.zone)}): ${hours(ageMinutes)} old${doseSaid(given)}. ${whySaid(given)}`,
  BagNotUsed: ({ bag, ageMinutes, last, reason, wordOf }) =>
    `${wordOf.person} (${wordOf.role.replace('-', ' ')}) decided that ${bagSaid(bag)} is not used, ${hours(ageMinutes)} old${last ? '; no bag is left' : ''}: ${reason}`,
  FollowUpRecorded: ({ recipient, day, engrafted, neutrophilsOn, plateletsOn, words }) =>
    [
      `${recipient}, day ${day} after infusion: engraftment ${engrafted}`,
      ...(neutrophilsOn === null ? [] : [`neutrophils since ${neutrophilsOn}`]),
      ...(plateletsOn === null ? [] : [`platelets since ${plateletsOn}`]),
      ...(words === null ? [] : [words]),
    ].join('; '),
};

const howWords = { infusion: 'Infusion', cryopreservation: 'Cryopreservation', 'stored-frozen': 'Storing' } as const;
const howSaid = (how: UsedHow) => howWords[how];

function foundSaid({ boxCelsius, sealIntact }: { readonly boxCelsius: number; readonly sealIntact: boolean }): string {
  return `${boxCelsius} °C, the seal ${sealIntact ? 'intact' : 'broken'}`;
}

function checksSaid(answers: readonly ChecklistAnswer[]): string {
  if (answers.length === 0) return '';
  const number = (found: ChecklistAnswer['found']) => answers.filter((each) => each.found === found).length;
  return `; of the checklist ${number('as-it-should-be')} as it should be, ${number('differs')} not, ${number('not-checked')} not checked`;
}

function figuresSaid({ viabilityPercent, cd34PerUl, wbcE9PerL, cd3PerUl, method }: ArrivalFigures): string {
  return [
    ...(viabilityPercent === null ? [] : [`viability ${viabilityPercent} %`]),
    ...(cd34PerUl === null ? [] : [`CD34 ${cd34PerUl} per µL`]),
    ...(wbcE9PerL === null ? [] : [`white cells ${wbcE9PerL} × 10⁹/L`]),
    ...(cd3PerUl === null ? [] : [`CD3 ${cd3PerUl} per µL`]),
    ...(method === null ? [] : [`by ${method}`]),
  ].join(', ');
}

function doseSaid({ dose, volumeInfusedMl }: Pick<EndedBag, 'dose' | 'volumeInfusedMl'>): string {
  if (dose === null) return '';
  const figures = dose.figures.map(
    (given) =>
      `${given.dose} ${unitOf(given)} by the count ${given.countedAt === 'arrival' ? 'on arrival' : 'at origin'}`,
  );
  return `, for ${dose.recipient} ${figures.join(', ')}${thinnedSaid(dose, volumeInfusedMl)}`;
}

/** Of more than the bag held, why the dose is no more than the bag's. */
function thinnedSaid({ volumeMl }: InfusionDose, volumeInfusedMl: number | null): string {
  if (volumeInfusedMl === null || volumeInfusedMl <= volumeMl) return '';
  return ` (of the ${volumeInfusedMl} mL infused only the ${volumeMl} mL that the bag held are counted)`;
}

function hours(minutes: number): string {
  const rest = Math.round(minutes) % 60;
  return `${Math.floor(Math.round(minutes) / 60)} h ${String(rest).padStart(2, '0')} min`;
}
