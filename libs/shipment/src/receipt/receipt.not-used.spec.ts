import { decideReceipt } from './receipt.decide.js';
import {
  accept,
  after,
  asFrozen,
  at,
  correct,
  facts,
  given,
  infuse,
  leave,
  receive,
  receivedAt,
  refuse,
  states,
  store,
} from './receipt.examples.js';
import type { ReceiptCommand, ReceiptFacts, ReceiptState } from './receipt.js';

const refusalOf = (command: ReceiptCommand, state: ReceiptState, changed: Partial<ReceiptFacts> = {}) => {
  const decision = decideReceipt(command, state, { ...facts, ...changed });
  return decision.ok ? 'taken' : [decision.error.code, decision.error.at].join(' ').trim();
};
const freeze = infuse('bag-1', '24T22:00', { how: 'cryopreservation' });

describe('a bag that is not used', () => {
  it('ends its clock with its age, the reason and whose word it was, and leaves the others as they are', () => {
    const state = given(receive(), accept(), leave());
    expect(state.status).toBe('accepted');
    expect(state.ended).toEqual([
      {
        ...{
          bag: 'bag-1',
          at: at('24T23:00'),
          how: 'not-used',
          ageMinutes: 27 * 60,
          volumeInfusedMl: null,
          dose: null,
        },
        notUsed: { reason: 'past its limit', wordOf: { role: 'transplant-physician', person: 'Dr Example' } },
      },
    ]);
    expect(given(receive(), leave()).status).toBe('received');
    expect(given(receive(), refuse(), leave()).status).toBe('refused');
  });

  it('as the last ends the receipt by what became of the others', () => {
    expect(given(receive(), accept(), infuse(), leave('bag-2')).status).toBe('infused');
    expect(given(receive(), accept(), leave(), infuse('bag-2')).status).toBe('infused');
    expect(given(receive(), accept(), freeze, leave('bag-2')).status).toBe('infused');
    expect(given(receive(), refuse(), leave(), leave('bag-2')).status).toBe('not-used');
    expect(asFrozen(receivedAt(-100), leave()).status).toBe('not-used');
  });

  it.each<[string, ReceiptCommand, ReceiptState]>([
    ['no-such-bag /bag', leave('bag-9'), states.accepted],
    ['bag-already-ended /bag', leave(), states.infusing],
    ['bag-already-ended /bag', leave(), given(receive(), leave())],
    ['in-the-future /decidedAt', leave('bag-1', { decidedAt: at('25T12:03') }), states.accepted],
    ['not-used-before-receipt /decidedAt', leave('bag-1', { decidedAt: at('24T19:30') }), states.accepted],
    [
      'not-their-word /wordOf/role',
      leave('bag-1', { wordOf: { role: 'collection-physician', person: 'Dr Example' } }),
      states.accepted,
    ],
    [
      'text-missing /wordOf/person',
      leave('bag-1', { wordOf: { role: 'receiving-laboratory', person: ' ' } }),
      states.accepted,
    ],
    ['text-missing /reason', leave('bag-1', { reason: ' ' }), states.accepted],
    ['bag-not-ended /bag', correct(), given(receive(), accept(), leave(), infuse('bag-2'))],
  ])('is refused: %s', (code, command, state) => expect(refusalOf(command, state)).toBe(code));

  it('is taken past its limit, and before its receipt where the record is contradicted on purpose', () => {
    const early = leave('bag-1', { decidedAt: at('24T19:30') });
    expect(refusalOf(early, states.accepted, { despiteRecord: true })).toBe('taken');
  });
});

describe('cells that are taken up again', () => {
  it('are those of a bag that was not to be used: the word is taken back by the use', () => {
    const state = given(receive(), accept(), leave(), leave('bag-2'), infuse('bag-1', '24T23:30'));
    expect(state.status).toBe('infused');
    expect(state.ended.map(({ bag, how }) => [bag, how])).toEqual([
      ['bag-2', 'not-used'],
      ['bag-1', 'infusion'],
    ]);
    const first = given(receive(), accept(), leave(), infuse('bag-1', '24T23:30'));
    expect(first.status).toBe('infusing');
  });

  it('are accepted first: those of a product that was refused with the deviation stated, and once', () => {
    const refused = given(receive(), refuse(), leave(), leave('bag-2'));
    const use = infuse('bag-1', '24T23:30');
    expect([refused, states['not-used']].map((state) => refusalOf(use, state))).toEqual([
      'product-not-accepted',
      'product-not-accepted',
    ]);
    const late = accept('24T23:20', 'no other cells');
    expect(refusalOf(accept('24T23:20'), refused)).toBe('deviation-not-stated /deviation');
    expect(refusalOf(accept('24T23:20'), states['not-used'])).toBe('taken');
    const accepted = after(refused, late);
    expect(accepted).toMatchObject({ status: 'not-used', acceptedAt: at('24T23:20'), refusedFor: null });
    expect(refusalOf(late, accepted)).toBe('accepted-already');
    expect(refusalOf(infuse('bag-1', '24T23:10'), accepted)).toBe('infusion-before-acceptance /startedAt');
    expect(after(accepted, use)).toMatchObject({ status: 'infused', acceptedAt: at('24T23:20') });
  });

  it('are those that were frozen where they came to, once and by infusion alone', () => {
    const frozen = given(receive(), accept(), freeze, leave('bag-2'));
    const thawed = after(frozen, infuse('bag-1', '25T10:00'));
    expect(thawed.ended.map(({ bag, how }) => [bag, how])).toEqual([
      ['bag-1', 'cryopreservation'],
      ['bag-2', 'not-used'],
      ['bag-1', 'infusion'],
    ]);
    expect(refusalOf(infuse('bag-1', '25T10:30'), thawed)).toBe('bag-already-ended /bag');
    expect(refusalOf(infuse('bag-1', '25T10:00', { how: 'cryopreservation' }), frozen)).toBe('bag-already-ended /bag');
    expect(refusalOf(store, frozen)).toBe('no-such-end /how');
  });
});
