import { mustBe } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { allowedIn, isAllowed, tableFaults } from '../transitions.js';
import { receiptCauses, receiptObligations } from './receipt.agenda.js';
import { decideReceipt } from './receipt.decide.js';
import { initialReceipt } from './receipt.evolve.js';
import {
  accept,
  after,
  asFrozen,
  at,
  both,
  broken,
  correct,
  correctReceived,
  count,
  facts,
  given,
  infuse,
  leave,
  receive,
  recount,
  refuse,
  states,
} from './receipt.examples.js';
import type { ReceiptAgendaFacts, ReceiptCommand, ReceiptFacts, ReceiptState, ReceiptStatus } from './receipt.js';
import { receiptTable } from './receipt.transitions.js';

describe('the table of the receipt', () => {
  it('is closed and reachable', () => expect(tableFaults(receiptTable)).toEqual([]));

  const cases = Object.entries(states).flatMap(([status, state]) =>
    [
      receive(),
      accept(),
      refuse(),
      infuse('bag-2'),
      count(),
      recount(),
      correct(),
      correctReceived(),
      leave('bag-2'),
    ].map((command) => ({
      status: status as ReceiptStatus,
      state,
      command,
    })),
  );
  /** What the table allows and these bodies do not fulfil. */
  const unfulfilled = (command: string, status: ReceiptStatus): object | undefined => {
    if (command === 'CorrectArrivalCount' && status !== 'awaited') return { code: 'arrival-not-counted', at: '/bag' };
    const at: Readonly<Record<string, object>> = {
      'refused/AcceptProduct': { code: 'deviation-not-stated', at: '/deviation' },
      'infused/StartInfusion': { code: 'bag-already-ended', at: '/bag' },
      'infused/RecordBagNotUsed': { code: 'bag-already-ended', at: '/bag' },
      'not-used/StartInfusion': { code: 'product-not-accepted' },
    };
    return at[`${status}/${command}`];
  };
  it.each(cases)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    expect(state.status).toBe(status);
    const decision = decideReceipt(command, state, facts);
    const error = unfulfilled(command.name, status);
    if (error !== undefined) {
      expect(decision).toMatchObject({ ok: false, error });
      return;
    }
    if (!isAllowed(receiptTable, command.name, status)) {
      expect(decision).toMatchObject({
        ok: false,
        error: { code: 'not-allowed-now', allowed: openToPersons(receiptTable, status) },
      });
      return;
    }
    if (status === 'stored' && command.name === 'RecordBagNotUsed') {
      expect(asFrozen(state, leave('bag-1')).status).toBe('not-used');
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
    scans: [],
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

  it.each([
    [null, 'The box was X-rayed at SFO; the physician has not said whether the cells are used.'],
    ['use', 'The box was X-rayed at SFO; Dr One decided that the cells are used.'],
    ['do-not-use', 'The box was X-rayed at SFO; Dr One decided that the cells are not used.'],
  ] as const)('wants a scan on the way stated with the physician’s word: %s', (decision, wrong) => {
    const scans = [{ airport: 'SFO', word: decision === null ? null : { decision, physician: 'Dr One' } }];
    expect(receiptCauses(states.received, { ...agenda, scans })).toMatchObject([{ key: 'product-deviates', wrong }]);
    const there = { ...facts, scans };
    expect(decideReceipt(accept(), states.received, there)).toMatchObject({ error: { code: 'deviation-not-stated' } });
    expect(decideReceipt(accept('24T20:30', 'scanned once'), states.received, there).ok).toBe(true);
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
