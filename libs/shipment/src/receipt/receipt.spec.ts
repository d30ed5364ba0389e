import { mustBe, plusMinutes, zoneOf, type Instant, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { allowedIn, isAllowed, tableFaults } from '../transitions.js';
import { receiptCauses, receiptObligations } from './receipt.agenda.js';
import { defaultPolicy } from '../policy.js';
import { checklistFor } from './receipt.checklist.js';
import { decideReceipt } from './receipt.decide.js';
import { evolveReceipt, initialReceipt } from './receipt.evolve.js';
import type {
  CheckAnswer,
  FollowUp,
  ReceiptAgendaFacts,
  ReceiptCommand,
  ReceiptFacts,
  ReceiptState,
  ReceiptStatus,
  RecordArrivalCount,
  StartInfusion,
} from './receipt.js';
import { followUpsOf } from './receipt.follow-up.js';
import { followUpTable, receiptTable } from './receipt.transitions.js';

const zone = zoneOf('America/Chicago');
if (zone === undefined) throw new Error('a test value is malformed');
/** `24T20:00` in Houston, in November. */
const at = (local: string): ZonedInstant => ({ at: plusMinutes(`2026-11-${local}:00.000Z` as Instant, 360), zone });
/** 250 mL for R1 of 80 kg: 1600 per µL are 400 million cells, 5 million per kg (standards.md 2.3). */
function bagOf(id: string, cd34PerUlAtOrigin: number | null, recipient = 'R1') {
  return { id, recipient, weightKg: 80, volumeMl: 250, cd34PerUlAtOrigin };
}
const facts: ReceiptFacts = {
  now: at('25T12:00').at,
  statedBy: { person: 'A', organisation: 'B', how: 'telephone' },
  bags: [
    { ...bagOf('bag-1', 1600), clockStartsAt: at('23T20:00').at },
    { ...bagOf('bag-2', 800), clockStartsAt: at('24T08:00').at },
  ],
  country: 'US',
  checklist: checklistFor(defaultPolicy.receiptChecklists.value, 'US'),
  followUp: defaultPolicy.followUp.value,
  deliveredAt: at('24T19:30').at,
  ordered: { minCelsius: 2, maxCelsius: 8 },
};
const both = ['bag-2', 'bag-1'];

const receive = (
  receivedAt = '24T19:40',
  bags = both,
  boxCelsius = 5.1,
  answers: readonly CheckAnswer[] = [],
): ReceiptCommand => ({
  name: 'RecordReceipt',
  data: { receivedAt: at(receivedAt), bags, boxCelsius, sealIntact: true, answers },
});
const broken: ReceiptCommand = {
  name: 'RecordReceipt',
  data: { receivedAt: at('24T19:40'), bags: both, boxCelsius: 4, sealIntact: false, answers: [] },
};
const accept = (acceptedAt = '24T20:30', deviation: string | null = null): ReceiptCommand => ({
  name: 'AcceptProduct',
  data: { acceptedAt: at(acceptedAt), deviation },
});
const refuse = (refusedAt = '24T20:30', reason = 'thawed', person = 'Dr Example'): ReceiptCommand => ({
  name: 'RefuseProduct',
  data: { refusedAt: at(refusedAt), reason, person },
});
const infuse = (bag = 'bag-1', startedAt = '24T22:00', more: Partial<StartInfusion['data']> = {}): ReceiptCommand => ({
  name: 'StartInfusion',
  data: { bag, startedAt: at(startedAt), how: 'infusion', volumeInfusedMl: null, ...more },
});

const figures = { viabilityPercent: null, cd34PerUl: 1200, wbcE9PerL: null, method: null };
const why = { reason: 'mistyped', evidence: 'laboratory sheet' };
const count = (change: Partial<RecordArrivalCount['data']> = {}): ReceiptCommand => ({
  name: 'RecordArrivalCount',
  data: { bag: 'bag-1', countedAt: at('24T20:10'), ...figures, ...change },
});
const recount = (change: Partial<RecordArrivalCount['data']> = {}): ReceiptCommand => ({
  name: 'CorrectArrivalCount',
  data: { bag: 'bag-1', countedAt: at('24T20:10'), ...figures, ...why, ...change },
});
const correct = (change: Partial<StartInfusion['data']> = {}): ReceiptCommand => ({
  name: 'CorrectInfusionStart',
  data: { bag: 'bag-1', startedAt: at('24T22:30'), how: 'infusion', volumeInfusedMl: null, ...why, ...change },
});
const told = (change: Partial<FollowUp> = {}): ReceiptCommand => ({
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

const after = (state: ReceiptState, command: ReceiptCommand) =>
  mustBe(decideReceipt(command, state, facts)).reduce(
    (folded, event) => evolveReceipt(folded, event, facts.now),
    state,
  );
const given = (...history: ReceiptCommand[]): ReceiptState => history.reduce(after, initialReceipt);

const states: Record<ReceiptStatus, ReceiptState> = {
  awaited: given(),
  received: given(receive()),
  accepted: given(receive(), accept()),
  refused: given(receive(), refuse()),
  infusing: given(receive(), accept(), infuse()),
  infused: given(receive(), accept(), infuse(), infuse('bag-2')),
};

describe('the table of the receipt', () => {
  it('is closed and reachable', () => expect(tableFaults(receiptTable)).toEqual([]));

  const cases = Object.entries(states).flatMap(([status, state]) =>
    [receive(), accept(), refuse(), infuse('bag-2'), count(), recount(), correct()].map((command) => ({
      status: status as ReceiptStatus,
      state,
      command,
    })),
  );
  it.each(cases)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    expect(state.status).toBe(status);
    const decision = decideReceipt(command, state, facts);
    if (command.name === 'CorrectArrivalCount' && status !== 'awaited') {
      expect(decision).toMatchObject({ ok: false, error: { code: 'arrival-not-counted', at: '/bag' } });
      return;
    }
    if (status === 'refused' && command.name === 'AcceptProduct') {
      expect(decision).toMatchObject({ ok: false, error: { code: 'deviation-not-stated', at: '/deviation' } });
      return;
    }
    if (!isAllowed(receiptTable, command.name, status)) {
      expect(decision).toMatchObject({
        ok: false,
        error: { code: 'not-allowed-now', allowed: openToPersons(receiptTable, status) },
      });
      return;
    }
    const moves = receiptTable.moves.filter((move) => move.command === command.name && move.from.includes(status));
    expect(moves.flatMap((move) => move.to)).toContain(after(state, command).status);
  });
});

describe('the receipt', () => {
  it.each<[string, string | undefined, ReceiptCommand, Partial<ReceiptFacts>]>([
    ['not-delivered-yet', undefined, receive(), { deliveredAt: null }],
    ['in-the-future', '/receivedAt', receive('25T12:03'), {}],
    ['received-before-delivery', '/receivedAt', receive('24T19:29'), {}],
    ['bags-differ', '/bags', receive('24T19:40', ['bag-1']), {}],
    ['bags-differ', '/bags', receive('24T19:40', ['bag-1', 'bag-2', 'bag-3']), {}],
    ['bags-differ', '/bags', receive('24T19:40', ['bag-1', 'bag-2', 'bag-2']), {}],
    ['out-of-range', '/boxCelsius', receive('24T19:40', both, 61), {}],
  ])('is refused: %s at %s', (code, pointer, command, changed) => {
    const decision = decideReceipt(command, initialReceipt, { ...facts, ...changed });
    expect(!decision.ok && [decision.error.code, decision.error.at]).toEqual([code, pointer]);
  });

  it('may come at the minute of delivery, and the word on the product at that of the receipt', () => {
    expect(given(receive('24T19:30'), accept('24T19:30'), infuse('bag-1', '24T19:30')).status).toBe('infusing');
  });

  it('says which bags differ', () => {
    const decision = decideReceipt(receive('24T19:40', ['bag-1', 'bag-3']), initialReceipt, facts);
    expect(!decision.ok && decision.error.sentence).toContain('missing bag-2; unknown here bag-3');
  });

  it.each<[string, string, ReceiptCommand]>([
    ['inspected-before-receipt', '/acceptedAt', accept('24T19:39')],
    ['in-the-future', '/acceptedAt', accept('25T12:03')],
    ['text-missing', '/deviation', accept('24T20:30', '')],
    ['inspected-before-receipt', '/refusedAt', refuse('24T19:39')],
    ['in-the-future', '/refusedAt', refuse('25T12:03')],
    ['text-missing', '/reason', refuse('24T20:30', '')],
    ['text-missing', '/person', refuse('24T20:30', 'thawed', '')],
  ])('takes no faulty word on the product: %s at %s', (code, pointer, command) => {
    expect(decideReceipt(command, states.received, facts)).toMatchObject({ ok: false, error: { code, at: pointer } });
  });

  it('may be accepted after a refusal, with the deviation stated', () => {
    expect(after(states.refused, accept('24T20:40', 'warm, and there are no other cells'))).toMatchObject({
      status: 'accepted',
      refusedFor: null,
    });
  });

  it('keeps a deviation apart from a refusal', () => {
    expect(given(receive(), accept('24T20:30', 'logger stopped'))).toMatchObject({
      deviation: 'logger stopped',
      refusedFor: null,
    });
    expect(states.refused).toMatchObject({ deviation: null, refusedFor: 'thawed' });
  });
});

describe('starting an infusion', () => {
  it("ends that bag's clock at its age, and says when no bag is left", () => {
    const [first] = mustBe(decideReceipt(infuse(), states.accepted, facts));
    expect(first).toMatchObject({ v: 2, data: { bag: 'bag-1', how: 'infusion', ageMinutes: 26 * 60, last: false } });
    const [second] = mustBe(decideReceipt(infuse('bag-2'), states.infusing, facts));
    expect(second?.data).toMatchObject({ bag: 'bag-2', how: 'infusion', ageMinutes: 14 * 60, last: true });
    expect(states.infused.ended.map((each) => each.bag)).toEqual(['bag-1', 'bag-2']);
  });

  it('does not depend on which bag comes first', () => {
    expect(given(receive(), accept(), infuse('bag-2'), infuse('bag-1')).status).toBe('infused');
  });

  it.each<[string, string, ReceiptCommand, ReceiptState]>([
    ['no-such-bag', '/bag', infuse('bag-3'), states.accepted],
    ['bag-already-ended', '/bag', infuse('bag-1'), states.infusing],
    ['in-the-future', '/startedAt', infuse('bag-1', '25T12:03'), states.accepted],
    ['infusion-before-acceptance', '/startedAt', infuse('bag-1', '24T20:29'), states.accepted],
  ])('is refused: %s at %s', (code, pointer, command, state) => {
    expect(decideReceipt(command, state, facts)).toMatchObject({ ok: false, error: { code, at: pointer } });
  });
});

describe('what the receipt owes', () => {
  const agenda: ReceiptAgendaFacts = {
    deliveredAt: facts.deliveredAt,
    receiptToInfusionMinutes: 240,
    reportGraceMinutes: 45,
    bags: facts.bags,
    ordered: facts.ordered,
    checklist: facts.checklist,
    followUp: { atClock: '09:00', questions: [] },
    arrivalLossWarningPercent: 20,
    toTell: [],
  };
  const owed = (state: ReceiptState, changed: Partial<ReceiptAgendaFacts> = {}) =>
    receiptObligations(state, { ...agenda, ...changed }).map((each) => [each.key, each.dueAt]);
  const infusion = ['infusion-due', at('25T00:25').at];

  it('follows the box: receipt, word on the product, infusion', () => {
    expect(owed(states.awaited, { deliveredAt: null })).toEqual([]);
    expect(owed(states.awaited)).toEqual([['receipt-due', at('24T20:15').at]]);
    expect(owed(states.received)).toEqual([['acceptance-due', at('24T20:25').at], infusion]);
    expect(owed(states.accepted)).toEqual([infusion]);
    expect(owed(states.infusing)).toEqual([infusion]);
    expect(owed(states.infused)).toEqual([]);
    expect(owed(states.refused)).toEqual([]);
  });

  it('offers the bags whose clock still runs', () => {
    const [item] = receiptObligations(states.infusing, agenda);
    expect(item?.offers.map((offer) => offer.prefill)).toEqual([{ bag: 'bag-2', how: 'infusion' }]);
  });

  it('offers only what the table takes', () => {
    for (const [status, state] of Object.entries(states)) {
      for (const offer of receiptObligations(state, agenda).flatMap((each) => each.offers)) {
        expect(allowedIn(receiptTable, status as ReceiptStatus)).toContain(offer.command);
      }
    }
  });

  it.each([
    ['too warm', receive('24T19:40', both, 8.1), 'The box was at 8.1 °C, not at 2 to 8 °C as ordered.'],
    ['too cold', receive('24T19:40', both, 1.9), 'The box was at 1.9 °C, not at 2 to 8 °C as ordered.'],
    ['with a broken seal', broken, 'The seal was not intact.'],
  ])('warns of a box that came %s, until there is a word on the product, which states it', (_, receipt, wrong) => {
    const state = given(receipt);
    expect(receiptCauses(state, agenda)).toMatchObject([{ key: 'product-deviates', severity: 'warning', wrong }]);
    expect(decideReceipt(accept(), state, facts)).toMatchObject({ error: { code: 'deviation-not-stated' } });
    expect(receiptCauses(after(state, accept('24T20:30', 'as found')), agenda)).toEqual([]);
  });

  it('is critical when the product is refused, and says why', () => {
    expect(receiptCauses(states.refused, agenda)).toMatchObject([
      { key: 'product-refused', severity: 'critical', wrong: 'The transplant centre refused the product: thawed.' },
    ]);
    for (const status of ['awaited', 'received', 'accepted', 'infusing', 'infused'] as const) {
      expect(receiptCauses(states[status], agenda)).toEqual([]);
    }
  });
});

describe('the checklist', () => {
  const answer = (item: string, found: CheckAnswer['found'], words: string | null = null): CheckAnswer => ({
    item,
    found,
    words,
  });
  const answered = (...answers: CheckAnswer[]) => receive('24T19:40', both, 5.1, answers);

  it('is what everybody asks, then what the country asks besides', () => {
    const ids = (country: string | null) =>
      checklistFor(defaultPolicy.receiptChecklists.value, country).map(({ id }) => id);
    expect(ids(null)).toEqual(expect.arrayContaining(['read-back', 'bag-count', 'integrity', 'labels']));
    expect(ids('US')).toEqual([...ids(null), 'us-receipt-time', 'us-environment']);
    expect(ids('CN').filter((id) => id.startsWith('cn-'))).toHaveLength(10);
    expect(ids('FR').filter((id) => id.startsWith('fr-'))).toHaveLength(7);
  });

  it('keeps the country and the answers, and leaves open what was not answered', () => {
    const answers = [answer('labels', 'as-it-should-be'), answer('us-environment', 'not-checked')];
    const [event] = mustBe(decideReceipt(answered(...answers), states.awaited, facts));
    expect(event).toMatchObject({ v: 2, data: { country: 'US', answers } });
    expect(given(answered(...answers)).answers).toEqual(answers);
  });

  it.each<[string, string, readonly CheckAnswer[]]>([
    ['no-such-check', '/answers/0/item', [answer('cn-name', 'as-it-should-be')]],
    ['check-answered-twice', '/answers/1/item', [answer('labels', 'not-checked'), answer('labels', 'as-it-should-be')]],
    ['difference-not-worded', '/answers/0/words', [answer('labels', 'differs')]],
    ['text-missing', '/answers/0/words', [answer('labels', 'differs', ' ')]],
  ])('takes no faulty answer: %s at %s', (code, pointer, answers) => {
    expect(decideReceipt(answered(...answers), states.awaited, facts)).toMatchObject({
      error: { code, at: pointer },
    });
  });

  it('that differs has the product accepted with its deviation only', () => {
    const state = given(answered(answer('labels', 'differs', 'one label smeared')));
    expect(decideReceipt(accept(), state, facts)).toMatchObject({
      error: { code: 'deviation-not-stated', sentence: expect.stringContaining('Labels legible (one label smeared)') },
    });
    expect(after(state, accept('24T20:30', 'smeared')).status).toBe('accepted');
  });
});

describe('counts on arrival', () => {
  it.each<[string, string | undefined, ReceiptCommand]>([
    ['no-such-bag', '/bag', count({ bag: 'bag-3' })],
    ['in-the-future', '/countedAt', count({ countedAt: at('25T12:03') })],
    ['counted-before-receipt', '/countedAt', count({ countedAt: at('24T19:39') })],
    ['no-figure-given', '/cd34PerUl', count({ cd34PerUl: null, method: 'flow cytometry' })],
    ['out-of-range', '/viabilityPercent', count({ viabilityPercent: 101 })],
    ['out-of-range', '/cd34PerUl', count({ cd34PerUl: 20_001 })],
    ['out-of-range', '/wbcE9PerL', count({ wbcE9PerL: -1 })],
    ['text-missing', '/method', count({ method: ' ' })],
  ])('are refused: %s at %s', (code, pointer, command) => {
    expect(decideReceipt(command, states.received, facts)).toMatchObject({ error: { code, at: pointer } });
  });

  it('are recorded once a bag, and corrected after that', () => {
    const once = after(states.received, count());
    expect(decideReceipt(count(), once, facts)).toMatchObject({ error: { code: 'arrival-counted-already' } });
    expect(after(once, recount({ viabilityPercent: 91, cd34PerUl: null })).arrivals).toMatchObject([
      { bag: 'bag-1', viabilityPercent: 91, cd34PerUl: null },
    ]);
    expect(decideReceipt(recount({ countedAt: at('24T19:00') }), once, facts).ok).toBe(false);
  });

  it('rule the dose where there are any, also when they come after the infusion', () => {
    const late = after(states.infused, count());
    expect(states.infused.ended[0]?.dose).toMatchObject({ countedAt: 'origin', figures: [{ perKgE6: 5 }] });
    expect(late.ended[0]?.dose).toEqual({
      recipient: 'R1',
      countedAt: 'arrival',
      volumeMl: 250,
      figures: [{ metric: 'CD34', cellsE6: 300, perKgE6: 3.75 }],
    });
    expect(late.ended[1]?.dose).toMatchObject({ countedAt: 'origin', figures: [{ perKgE6: 2.5 }] });
    expect(given(receive(), count(), accept(), infuse()).ended[0]?.dose).toEqual(late.ended[0]?.dose);
  });

  it('that say nothing of CD34 leave the count at origin in force', () => {
    const state = given(receive(), count({ cd34PerUl: null, viabilityPercent: 88 }), accept(), infuse());
    expect(state.ended[0]?.dose?.countedAt).toBe('origin');
  });
});

describe('what was infused', () => {
  const doseOfPart = (volumeInfusedMl: number) =>
    given(receive(), accept(), infuse('bag-1', '24T22:00', { volumeInfusedMl })).ended[0]?.dose;

  it('is the part of the bag that was infused, and never more than the bag held', () => {
    expect(doseOfPart(100)).toMatchObject({ volumeMl: 100, figures: [{ cellsE6: 160, perKgE6: 2 }] });
    expect(doseOfPart(300)).toMatchObject({ volumeMl: 250, figures: [{ cellsE6: 400, perKgE6: 5 }] });
  });

  it('is nothing of a bag that is cryopreserved, and unknown without a count', () => {
    const frozen = given(receive(), accept(), infuse('bag-1', '24T22:00', { how: 'cryopreservation' }));
    expect(frozen.ended[0]?.dose).toBeNull();
    const uncounted = { ...facts, bags: [bagOf('bag-1', null), bagOf('bag-2', null)] };
    const bags = uncounted.bags.map((bag) => ({ ...bag, clockStartsAt: at('23T20:00').at }));
    const [event] = mustBe(decideReceipt(infuse(), states.accepted, { ...facts, bags }));
    expect(event).toMatchObject({ data: { dose: null } });
  });

  it.each<[string, string, ReceiptCommand]>([
    ['out-of-range', '/volumeInfusedMl', infuse('bag-1', '24T22:00', { volumeInfusedMl: 0 })],
    [
      'volume-without-infusion',
      '/volumeInfusedMl',
      infuse('bag-1', '24T22:00', { volumeInfusedMl: 10, how: 'cryopreservation' }),
    ],
  ])('is refused: %s at %s', (code, pointer, command) => {
    expect(decideReceipt(command, states.accepted, facts)).toMatchObject({ error: { code, at: pointer } });
  });

  it('can be corrected: age and dose are worked out anew, and the old time stays in the log', () => {
    const [event] = mustBe(decideReceipt(correct({ volumeInfusedMl: 100 }), states.infused, facts));
    expect(event).toMatchObject({
      type: 'InfusionStartCorrected',
      data: { ageMinutes: 26 * 60 + 30, was: at('24T22:00'), dose: { figures: [{ perKgE6: 2 }] } },
    });
    const corrected = after(states.infused, correct());
    expect([corrected.status, corrected.ended[0]?.at]).toEqual(['infused', at('24T22:30')]);
  });

  it.each<[string, string, ReceiptCommand]>([
    ['bag-not-ended', '/bag', correct({ bag: 'bag-2' })],
    ['infusion-before-acceptance', '/startedAt', correct({ startedAt: at('24T20:29') })],
    ['in-the-future', '/startedAt', correct({ startedAt: at('25T12:03') })],
  ])('takes no faulty correction: %s at %s', (code, pointer, command) => {
    expect(decideReceipt(command, states.infusing, facts)).toMatchObject({ error: { code, at: pointer } });
  });
});

describe('follow-up', () => {
  const agenda: ReceiptAgendaFacts = {
    ...facts,
    receiptToInfusionMinutes: 240,
    reportGraceMinutes: 45,
    arrivalLossWarningPercent: 20,
    toTell: [],
  };
  const owed = (state: ReceiptState) =>
    receiptObligations(state, agenda)
      .filter(({ kind }) => kind === 'follow-up')
      .map(({ key, dueAt }) => [key, dueAt]);
  const later = { ...facts, now: plusMinutes(facts.now, 40 * 1440) };

  it('is asked at 09:00 of the 28th, 42nd and 100th day after the first infusion of each recipient', () => {
    expect(owed(states.accepted)).toEqual([]);
    // 24 November in Houston, UTC-6: 22 December, 5 January and 4 March at 09:00.
    expect(owed(states.infusing)).toEqual([
      ['follow-up/R1/28', '2026-12-22T15:00:00.000Z'],
      ['follow-up/R1/42', '2027-01-05T15:00:00.000Z'],
      ['follow-up/R1/100', '2027-03-04T15:00:00.000Z'],
    ]);
    expect(owed(states.infused)).toEqual(owed(states.infusing));
  });

  it('asks nothing of a recipient who got none of the cells', () => {
    const bags = [{ ...facts.bags[0]!, recipient: 'R2' }, facts.bags[1]!];
    expect(followUpsOf(states.infusing, { bags, followUp: facts.followUp }).map(({ recipient }) => recipient)).toEqual([
      'R2',
      'R2',
      'R2',
    ]);
    const frozen = given(receive(), accept(), infuse('bag-1', '24T22:00', { how: 'cryopreservation' }));
    expect(owed(frozen)).toEqual([]);
  });

  it('is met by an answer, early or late, and an answer may be given again', () => {
    const state = after(states.infused, told());
    expect(owed(state).map(([key]) => key)).toEqual(['follow-up/R1/42', 'follow-up/R1/100']);
    expect(after(state, told({ engrafted: 'no' })).followUps).toMatchObject([{ day: 28, engrafted: 'no' }]);
    expect(allowedIn(followUpTable, 'answered')).toEqual(['RecordFollowUp']);
  });

  it.each<[string, string, ReceiptState, ReceiptCommand]>([
    ['no-such-follow-up', '/day', states.accepted, told()],
    ['no-such-follow-up', '/day', states.infused, told({ day: 29 })],
    ['no-such-follow-up', '/day', states.infused, told({ recipient: 'R2' })],
    ['in-the-future', '/answeredAt', states.infused, told({ answeredAt: at('29T10:00') })],
    ['in-the-future', '/neutrophilsOn', states.infused, told({ neutrophilsOn: '2026-11-26' as LocalDate })],
    ['in-the-future', '/plateletsOn', states.infused, told({ plateletsOn: '2026-11-26' as LocalDate })],
    ['text-missing', '/words', states.infused, told({ words: ' ' })],
  ])('is refused: %s at %s', (code, pointer, state, command) => {
    expect(decideReceipt(command, state, facts)).toMatchObject({ error: { code, at: pointer } });
  });

  it('takes a late answer long after', () => {
    expect(decideReceipt(told({ answeredAt: at('30T10:00') }), states.infused, later).ok).toBe(true);
  });
});

describe('what was lost on the way', () => {
  const agenda: ReceiptAgendaFacts = {
    ...facts,
    receiptToInfusionMinutes: 240,
    reportGraceMinutes: 45,
    arrivalLossWarningPercent: 20,
    toTell: [
      { deviation: 'D1', registry: 'donor-registry' },
      { deviation: 'D1', registry: 'patient-registry' },
    ],
  };
  const causesAfter = (cd34PerUl: number) => receiptCauses(given(receive(), accept(), count({ cd34PerUl })), agenda);

  it('warns beyond the percentage, not at it', () => {
    expect(causesAfter(1280)).toEqual([]); // 20 % of 1600
    expect(causesAfter(1279)).toMatchObject([
      {
        key: 'arrival-loss/bag-1',
        severity: 'warning',
        wrong: expect.stringContaining('1279 CD34 per µL on arrival, 1600'),
      },
    ]);
  });

  it('is the whole product when it is refused: the next steps are to accept it after all and to tell both registries', () => {
    const [cause] = receiptCauses(states.refused, agenda);
    expect(cause?.offers.map(({ command, prefill }) => [command, prefill['registry']])).toEqual([
      ['AcceptProduct', undefined],
      ['RecordPartnerTold', 'donor-registry'],
      ['RecordPartnerTold', 'patient-registry'],
    ]);
  });
});
