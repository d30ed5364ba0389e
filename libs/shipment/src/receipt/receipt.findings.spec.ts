import { mustBe, plusMinutes, type LocalDate } from '@cellrelay/kernel';
import { defaultPolicy } from '../policy.js';
import { allowedIn } from '../transitions.js';
import { receiptCauses, receiptObligations } from './receipt.agenda.js';
import { checklistFor } from './receipt.checklist.js';
import { decideReceipt } from './receipt.decide.js';
import {
  accept,
  after,
  at,
  bagOf,
  both,
  correct,
  correctReceived,
  count,
  facts,
  given,
  infuse,
  receive,
  recount,
  states,
  told,
} from './receipt.examples.js';
import { doseGiven } from './receipt.dose.js';
import { followUpsOf } from './receipt.follow-up.js';
import type { ChecklistAnswer, ReceiptAgendaFacts, ReceiptCommand, ReceiptState } from './receipt.js';
import { followUpTable } from './receipt.transitions.js';

describe('the checklist', () => {
  const answer = (item: string, found: ChecklistAnswer['found'], words: string | null = null): ChecklistAnswer => ({
    item,
    found,
    words,
  });
  const answered = (...answers: ChecklistAnswer[]) => receive('24T19:40', both, 5.1, answers);

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

  it.each<[string, string, readonly ChecklistAnswer[]]>([
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

describe('the receipt corrected', () => {
  it('is as it should have been recorded, and keeps what it was in the log', () => {
    const state = given(receive('24T19:40', both, 15.1));
    const [event] = mustBe(decideReceipt(correctReceived({ boxCelsius: 5.1 }), state, facts));
    expect(event).toMatchObject({ data: { boxCelsius: 5.1, was: { receivedAt: at('24T19:40'), boxCelsius: 15.1 } } });
    const corrected = after(state, correctReceived({ boxCelsius: 5.1 }));
    expect([corrected.status, corrected.found?.boxCelsius, corrected.receivedAt]).toEqual([
      'received',
      5.1,
      at('24T19:35'),
    ]);
    expect(after(corrected, accept()).status).toBe('accepted');
  });

  it.each<[string, string, ReceiptState, ReceiptCommand]>([
    ['received-before-delivery', '/receivedAt', states.accepted, correctReceived({ receivedAt: at('24T19:29') })],
    ['in-the-future', '/receivedAt', states.received, correctReceived({ receivedAt: at('25T12:03') })],
    ['received-after-inspection', '/receivedAt', states.accepted, correctReceived({ receivedAt: at('24T20:31') })],
    ['received-after-inspection', '/receivedAt', states.refused, correctReceived({ receivedAt: at('24T20:31') })],
    [
      'received-after-inspection',
      '/receivedAt',
      given(receive(), count()),
      correctReceived({ receivedAt: at('24T20:11') }),
    ],
    ['out-of-range', '/boxCelsius', states.received, correctReceived({ boxCelsius: 61 })],
    ['text-missing', '/reason', states.received, correctReceived({ reason: '' })],
    ['text-missing', '/evidence', states.received, correctReceived({ evidence: '' })],
  ])('takes nothing faulty: %s at %s', (code, pointer, state, command) => {
    expect(decideReceipt(command, state, facts)).toMatchObject({ error: { code, at: pointer } });
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
    ['out-of-range', '/cd3PerUl', count({ cd3PerUl: 500_001 })],
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
    expect(states.infused.ended[0]?.dose).toMatchObject({ figures: [{ countedAt: 'origin', dose: 5 }] });
    expect(late.ended[0]?.dose).toEqual({
      recipient: 'R1',
      volumeMl: 250,
      figures: [{ metric: 'CD34', per: 'kg', dose: 3.75, countedAt: 'arrival' }],
    });
    expect(late.ended[1]?.dose).toMatchObject({ figures: [{ countedAt: 'origin', dose: 2.5 }] });
    expect(given(receive(), count(), accept(), infuse()).ended[0]?.dose).toEqual(late.ended[0]?.dose);
  });

  it('that say nothing of CD34 leave the count at origin in force', () => {
    const state = given(receive(), count({ cd34PerUl: null, viabilityPercent: 88 }), accept(), infuse());
    expect(state.ended[0]?.dose?.figures).toMatchObject([{ countedAt: 'origin' }]);
  });
});

describe('what was infused', () => {
  const doseOfPart = (volumeInfusedMl: number) =>
    given(receive(), accept(), infuse('bag-1', '24T22:00', { volumeInfusedMl })).ended[0]?.dose;

  it('is the part of the bag that was infused, and never more than the bag held', () => {
    expect(doseOfPart(100)).toMatchObject({ volumeMl: 100, figures: [{ dose: 2 }] });
    expect(doseOfPart(275)).toMatchObject({ volumeMl: 250, figures: [{ dose: 5 }] });
  });

  it.each<[ReceiptCommand, ReceiptState]>([
    [infuse('bag-1', '24T22:00', { volumeInfusedMl: 276 }), states.accepted],
    [correct({ volumeInfusedMl: 276 }), states.infused],
  ])('is asked back once where it is more than the bag can have held: $name', (command, state) => {
    expect(decideReceipt(command, state, facts)).toMatchObject({
      error: {
        code: 'more-infused-than-bag',
        at: '/volumeInfusedMl',
        allowed: ['up to 250 mL'],
        standsIfConfirmed: true,
      },
    });
    const [event] = mustBe(decideReceipt(command, state, { ...facts, despiteRecord: true }));
    expect(event).toMatchObject({ data: { volumeInfusedMl: 276, dose: { volumeMl: 250, figures: [{ dose: 5 }] } } });
  });

  it('is told in each metric that was ordered, by the count that has it', () => {
    const bag = {
      ...bagOf('bag-1', null),
      asked: [
        { metric: 'CD3', perKgOf: 80 },
        { metric: 'TNC', perKgOf: null },
        { metric: 'CD34', perKgOf: 80 },
      ],
      atOrigin: { cd34PerUl: null, wbcE9PerL: 20, cd3PerUl: 4000 },
      clockStartsAt: at('23T20:00').at,
    } as const;
    const arrival = { viabilityPercent: null, cd34PerUl: null, wbcE9PerL: null, cd3PerUl: 3200, method: null };
    expect(doseGiven(bag, { bag: 'bag-1', countedAt: at('24T20:10'), ...arrival }, null)?.figures).toEqual([
      { metric: 'CD3', per: 'kg', dose: 10, countedAt: 'arrival' },
      { metric: 'TNC', per: 'total', dose: 50, countedAt: 'origin' },
    ]);
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
      data: { ageMinutes: 26 * 60 + 30, was: at('24T22:00'), dose: { figures: [{ dose: 2 }] } },
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

  it('is the whole product when it is refused: the next steps are to accept it after all and to tell both registries, at last that a bag is not used', () => {
    const [cause] = receiptCauses(states.refused, agenda);
    expect(cause?.offers.map(({ command, prefill }) => [command, prefill['registry']])).toEqual([
      ['AcceptProduct', undefined],
      ['RecordPartnerTold', 'donor-registry'],
      ['RecordPartnerTold', 'patient-registry'],
      ['RecordBagNotUsed', undefined],
      ['RecordBagNotUsed', undefined],
    ]);
  });
});
