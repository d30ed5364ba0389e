import { mustBe, plusMinutes, zoneOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { defaultPolicy } from '../policy.js';
import { checklistFor } from './receipt.checklist.js';
import { decideReceipt } from './receipt.decide.js';
import { evolveReceipt, initialReceipt } from './receipt.evolve.js';
import type {
  ChecklistAnswer,
  CorrectReceipt,
  FollowUp,
  ReceiptCommand,
  ReceiptFacts,
  ReceiptState,
  ReceiptStatus,
  RecordArrivalCount,
  RecordBagNotUsed,
  StartInfusion,
} from './receipt.js';

/** A box that came to Houston with two bags, and everything that may be said of it: what the receipt's specs are told with. */

const zone = zoneOf('America/Chicago');
if (zone === undefined) throw new Error('a test value is malformed');
/** `24T20:00` in Houston, in November. */
export const at = (local: string): ZonedInstant => ({
  at: plusMinutes(`2026-11-${local}:00.000Z` as Instant, 360),
  zone,
});
/** 250 mL for R1 of 80 kg: 1600 per µL are 400 million cells, 5 million per kg (standards.md 2.3). */
export function bagOf(id: string, cd34PerUl: number | null, recipient = 'R1') {
  const atOrigin = cd34PerUl === null ? null : { cd34PerUl, wbcE9PerL: null, cd3PerUl: null };
  return { id, partOf: [], recipient, asked: [{ metric: 'CD34', perKgOf: 80 }], volumeMl: 250, atOrigin } as const;
}
export const facts: ReceiptFacts = {
  now: at('25T12:00').at,
  statedBy: { person: 'A', organisation: 'B', how: 'telephone' },
  bags: [
    { ...bagOf('bag-1', 1600), clockStartsAt: at('23T20:00').at },
    { ...bagOf('bag-2', 800), clockStartsAt: at('24T08:00').at },
  ],
  country: 'US',
  scans: [],
  checklist: checklistFor(defaultPolicy.receiptChecklists.value, 'US'),
  followUp: defaultPolicy.followUp.value,
  deliveredAt: at('24T19:30').at,
  ordered: { minCelsius: 2, maxCelsius: 8, frozen: false },
};
export const both = ['bag-2', 'bag-1'];

export const receive = (
  receivedAt = '24T19:40',
  bags = both,
  boxCelsius = 5.1,
  answers: readonly ChecklistAnswer[] = [],
): ReceiptCommand => ({
  name: 'RecordReceipt',
  data: { receivedAt: at(receivedAt), bags, boxCelsius, sealIntact: true, answers },
});
export const broken: ReceiptCommand = {
  name: 'RecordReceipt',
  data: { receivedAt: at('24T19:40'), bags: both, boxCelsius: 4, sealIntact: false, answers: [] },
};
export const accept = (acceptedAt = '24T20:30', deviation: string | null = null): ReceiptCommand => ({
  name: 'AcceptProduct',
  data: { acceptedAt: at(acceptedAt), deviation },
});
export const refuse = (refusedAt = '24T20:30', reason = 'thawed', person = 'Dr Example'): ReceiptCommand => ({
  name: 'RefuseProduct',
  data: { refusedAt: at(refusedAt), reason, person },
});
export const infuse = (
  bag = 'bag-1',
  startedAt = '24T22:00',
  more: Partial<StartInfusion['data']> = {},
): ReceiptCommand => ({
  name: 'StartInfusion',
  data: { bag, startedAt: at(startedAt), how: 'infusion', volumeInfusedMl: null, ...more },
});

export const leave = (bag = 'bag-1', change: Partial<RecordBagNotUsed['data']> = {}): ReceiptCommand => ({
  name: 'RecordBagNotUsed',
  data: {
    ...{ bag, decidedAt: at('24T23:00'), reason: 'past its limit' },
    wordOf: { role: 'transplant-physician', person: 'Dr Example' },
    ...change,
  },
});

const figures = { viabilityPercent: null, cd34PerUl: 1200, wbcE9PerL: null, cd3PerUl: null, method: null };
const why = { reason: 'mistyped', evidence: 'laboratory sheet' };
export const count = (change: Partial<RecordArrivalCount['data']> = {}): ReceiptCommand => ({
  name: 'RecordArrivalCount',
  data: { bag: 'bag-1', countedAt: at('24T20:10'), ...figures, ...change },
});
export const recount = (change: Partial<RecordArrivalCount['data']> = {}): ReceiptCommand => ({
  name: 'CorrectArrivalCount',
  data: { bag: 'bag-1', countedAt: at('24T20:10'), ...figures, ...why, ...change },
});
export const correct = (change: Partial<StartInfusion['data']> = {}): ReceiptCommand => ({
  name: 'CorrectInfusionStart',
  data: { bag: 'bag-1', startedAt: at('24T22:30'), how: 'infusion', volumeInfusedMl: null, ...why, ...change },
});
export const correctReceived = (change: Partial<CorrectReceipt['data']> = {}): ReceiptCommand => ({
  name: 'CorrectReceipt',
  data: { receivedAt: at('24T19:35'), boxCelsius: 4.1, sealIntact: true, answers: [], ...why, ...change },
});
export const told = (change: Partial<FollowUp> = {}): ReceiptCommand => ({
  name: 'RecordFollowUp',
  data: {
    recipient: 'R1',
    day: 28,
    answeredAt: at('25T10:00'),
    engrafted: 'yes',
    neutrophilsOn: null,
    plateletsOn: null,
    words: null,
    ...change,
  },
});

export const after = (state: ReceiptState, command: ReceiptCommand) =>
  mustBe(decideReceipt(command, state, facts)).reduce(
    (folded, event) => evolveReceipt(folded, event, facts.now),
    state,
  );
export const given = (...history: ReceiptCommand[]): ReceiptState => history.reduce(after, initialReceipt);

/** A unit of a bank, stored at -150 °C or colder. */
export const frozen: ReceiptFacts = {
  ...facts,
  bags: facts.bags.filter(({ id }) => id === 'bag-1'),
  ordered: { minCelsius: -196, maxCelsius: -150, frozen: true },
};
export const store: ReceiptCommand = {
  name: 'StartInfusion',
  data: { bag: 'bag-1', startedAt: at('24T21:00'), how: 'stored-frozen', volumeInfusedMl: null },
};
export const asFrozen = (state: ReceiptState, command: ReceiptCommand) =>
  mustBe(decideReceipt(command, state, frozen)).reduce(
    (folded, event) => evolveReceipt(folded, event, facts.now),
    state,
  );
export const receivedAt = (celsius: number) => asFrozen(initialReceipt, receive('24T19:40', ['bag-1'], celsius));

export const states: Record<ReceiptStatus, ReceiptState> = {
  awaited: given(),
  received: given(receive()),
  accepted: given(receive(), accept()),
  refused: given(receive(), refuse()),
  infusing: given(receive(), accept(), infuse()),
  infused: given(receive(), accept(), infuse(), infuse('bag-2')),
  stored: [accept(), store].reduce(asFrozen, receivedAt(-180)),
  'not-used': given(receive(), leave(), leave('bag-2')),
};
