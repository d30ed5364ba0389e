import type { LocalDate } from '@cellrelay/kernel';
import type { VisaStanding } from '../courier-papers.js';
import { courierHandoffCauses } from './courier-handoff.agenda.js';
import { checksOf } from './courier-handoff.checks.js';
import { decideCourierHandoff } from './courier-handoff.decide.js';
import {
  after,
  agendaFacts,
  at,
  cancelRelay,
  deliver,
  differs,
  facts,
  given,
  handOver,
  keys,
  owed,
  pack,
  planRelay,
  relay,
  secondBox,
  states,
  third,
  type DataOf,
} from './courier-handoff.examples.js';
import type {
  CheckAnswer,
  CourierHandoffCommand,
  CourierHandoffFacts,
  CourierHandoffState,
} from './courier-handoff.js';

describe('the packing record', () => {
  const refusals: [string, Partial<DataOf<'PackBox'>>, object][] = [
    [
      'one person who reads back alone',
      { packedBy: 'Nurse One', readBackBy: 'nurse  one' },
      { code: 'two-must-read-back' },
    ],
    ['packing before preconditioning', { preconditionedAt: at('23T10:01') }, { code: 'packed-before-preconditioning' }],
    [
      'a check of another place',
      { checks: [differs('label-legibility')] },
      { code: 'check-not-of-this-place', at: '/checks/0/check' },
    ],
    ['a check answered twice', { checks: [differs('absorbent'), differs('absorbent')] }, { code: 'check-twice' }],
    ['a difference that nobody describes', { checks: [differs('absorbent', null)] }, { code: 'text-missing' }],
    [
      'a container whose hold is less than the plan needs with its contingency',
      { validatedHoldHours: 47 },
      { code: 'box-hold-too-short', at: '/validatedHoldHours', allowed: ['48 h or more', expect.any(String)] },
    ],
    [
      'a short hold without a reason',
      { validatedHoldHours: 47, shortHold: { reason: ' ', person: 'Dr Example' } },
      { code: 'text-missing', at: '/shortHold/reason' },
    ],
  ];
  it.each(refusals)('refuses %s', (_, change, error) => {
    expect(decideCourierHandoff(pack(change), states.awaited, facts)).toMatchObject({ ok: false, error });
  });

  const taken: [string, Partial<DataOf<'PackBox'>>, Partial<CourierHandoffFacts>][] = [
    ['two persons', { packedBy: 'Nurse One', readBackBy: 'Nurse Two' }, {}],
    ['a hold that is just enough', { validatedHoldHours: 48 }, {}],
    [
      'a short hold on the word of the centre',
      { validatedHoldHours: 20, shortHold: { reason: 'no other', person: 'Dr' } },
      {},
    ],
    ['a hold that suffices until the relay', { validatedHoldHours: 24 }, { relayLandsAt: at('23T22:00').at }],
    ['a hold while nobody knows how long it takes', { validatedHoldHours: 1 }, { arrivalAtCentreAt: null }],
  ];
  it.each(taken)('takes %s', (_, change, known) => {
    expect(decideCourierHandoff(pack(change), states.awaited, { ...facts, ...known }).ok).toBe(true);
  });

  it('warns of what was found otherwise until the box is packed again', () => {
    const wrong = given(pack({ checks: [differs('absorbent')] }));
    expect(keys(wrong)).toEqual(['packing-differs']);
    expect(keys(after(wrong, pack()))).toEqual([]);
    expect(wrong.differences).toEqual([]);
  });
});

describe('what is found otherwise when the box changes hands', () => {
  const reason = 'The seal was torn at security and replaced.';

  it('does not stop the cells: a seal that differs is taken with its reason, as a difference', () => {
    const taken = after(states.packed, handOver({ seal: 'SEAL-9', sealDiffersReason: reason }));
    expect(taken).toMatchObject({ status: 'in-custody', boxNow: { seal: 'SEAL-9' } });
    expect(taken.differences).toEqual([
      {
        id: 'pick-up/seal',
        at: at('23T12:00'),
        where: 'pick-up',
        what: 'seal',
        expected: 'SEAL-1',
        found: `SEAL-9 (${reason})`,
      },
    ]);
    expect(keys(taken)).toEqual([]);
  });

  it('counts from the seal that was read last', () => {
    const taken = after(states.packed, handOver({ seal: 'SEAL-9', sealDiffersReason: reason }));
    expect(decideCourierHandoff(deliver(), taken, facts)).toMatchObject({ ok: false, error: { code: 'seal-differs' } });
    expect(after(taken, deliver({ seal: 'SEAL-9' })).differences).toHaveLength(1);
  });

  it('is kept of every check, with what should have been', () => {
    const delivered = after(states['in-custody'], deliver({ checks: [differs('integrity', 'a damp spot')] }));
    expect(delivered.differences).toMatchObject([
      { id: 'delivery/integrity', where: 'delivery', expected: 'No bag leaks', found: 'a damp spot' },
    ]);
    expect(keys(delivered)).toEqual([]);
  });

  it('is nothing where a check was not made', () => {
    const answers: CheckAnswer[] = [{ check: 'integrity', found: 'not-checked', note: null }];
    expect(after(states['in-custody'], deliver({ checks: answers })).differences).toEqual([]);
  });

  it('asks at each place for the checks of that place', () => {
    const error = { code: 'check-not-of-this-place', allowed: checksOf('delivery') };
    expect(decideCourierHandoff(deliver({ checks: [differs('tubes')] }), states['in-custody'], facts)).toMatchObject({
      ok: false,
      error,
    });
  });
});

describe('a relay', () => {
  it('keeps the chain of custody, with the box and the seal that each holder has', () => {
    const delivered = given(
      pack({ packedBy: 'Nurse One' }),
      handOver(),
      relay(),
      deliver({ givenBy: 'Courier Two', seal: 'SEAL-2' }),
    );
    expect(delivered.custody.map(({ holder, as, box, seal }) => [holder, as, box, seal])).toEqual([
      ['Nurse One', 'collection-centre', 'BOX-1', 'SEAL-1'],
      ['Courier One', 'courier', 'BOX-1', 'SEAL-1'],
      ['Courier Two', 'courier', 'BOX-2', 'SEAL-2'],
      ['Technician One', 'transplant-centre', 'BOX-2', 'SEAL-2'],
    ]);
  });

  it('goes on in the same box where there is no second one', () => {
    const relayed = after(states['in-custody'], relay({ secondBox: null }));
    expect(relayed).toMatchObject({ status: 'relayed', boxNow: { box: 'BOX-1', seal: 'SEAL-1' }, relayPlan: null });
  });

  const refusals: [string, CourierHandoffCommand, object][] = [
    ['by somebody who has not the box', relay({ givenBy: 'Courier Nine' }), { code: 'giver-has-not-the-box' }],
    ['with one person signing twice', relay({ takenBy: 'Courier One' }), { code: 'two-must-sign' }],
    ['under another seal without a reason', relay({ seal: 'SEAL-9' }), { code: 'seal-differs' }],
    [
      'into the box that it is in',
      relay({ secondBox: { ...secondBox, box: 'box-1' } }),
      { code: 'second-box-is-the-first', at: '/secondBox/box' },
    ],
    ['before the courier had the box', relay({ handedOverAt: at('23T11:59') }), { code: 'relayed-before-handover' }],
    [
      'before the second box was preconditioned',
      relay({ secondBox: { ...secondBox, preconditionedAt: at('24T08:01') } }),
      { code: 'relayed-before-preconditioning' },
    ],
    ['in the future', relay({ handedOverAt: at('25T12:03') }), { code: 'in-the-future' }],
    [
      'planned with the courier who has the box',
      planRelay({ courier: { ...third, name: 'Courier One' } }),
      { code: 'two-must-sign', at: '/courier/name' },
    ],
    [
      'planned with the box that is under way',
      planRelay({ box: 'BOX-1' }),
      { code: 'second-box-is-the-first', at: '/box' },
    ],
    ['planned in the future', planRelay({ plannedAt: at('25T12:03') }), { code: 'in-the-future' }],
    ['cancelled without a reason', cancelRelay({ reason: ' ' }), { code: 'text-missing' }],
    ['cancelled in the future', cancelRelay({ cancelledAt: at('25T12:03') }), { code: 'in-the-future' }],
  ];
  it.each(refusals)('is refused %s', (_, command, error) => {
    expect(decideCourierHandoff(command, states['in-custody'], facts)).toMatchObject({ ok: false, error });
  });

  it('cannot be cancelled where none is planned', () => {
    expect(decideCourierHandoff(cancelRelay(), states.packed, facts)).toMatchObject({
      ok: false,
      error: { code: 'no-relay-planned', allowed: ['PlanRelay'] },
    });
    expect(after(states['in-custody'], cancelRelay()).relayPlan).toBeNull();
  });

  const relayNeeds = { countriesEntered: ['US'], lastDay: '2026-11-24' as LocalDate, takesOverAt: at('24T08:00').at };
  const papers = {
    ...{ trainedUntil: '2026-11-24' as LocalDate, passportValidUntil: '2026-11-24' as LocalDate },
    visas: [{ country: 'US', standing: 'not-needed', until: null }],
  } as const;

  it('goes to a courier whose papers are known and last to the end, as the first courier’s do', () => {
    const ofPapers = (change: object | null) =>
      courierHandoffCauses(given(planRelay({ courier: { ...third, papers: change && { ...papers, ...change } } })), {
        ...agendaFacts,
        relayNeeds,
        relayLandsAt: at('24T08:00').at,
      });
    expect(ofPapers({})).toEqual([]);
    expect(ofPapers(null)).toMatchObject([
      { key: 'relay-papers/SFO', wrong: expect.stringContaining('training, passport and visas are not known') },
    ]);
    expect(ofPapers({ trainedUntil: '2026-11-23', visas: [] })).toMatchObject([
      { wrong: 'Courier Three, who is to take the box at SFO: US was not looked at; the training runs out under way.' },
    ]);
    expect(keys(given(planRelay()), { relayLandsAt: at('24T08:00').at })).toEqual([]);
  });

  it('warns of a visa that is not held where it is needed, and owes calling in the one by express', () => {
    const withVisa = (standing: VisaStanding, country = 'US') => {
      const visas = [{ country: 'US', standing: 'not-needed', until: null } as const];
      const others = visas.filter((each) => each.country !== country);
      const courier = { ...third, papers: { ...papers, visas: [...others, { country, standing, until: null }] } };
      return given(planRelay({ courier }));
    };
    const change = { relayNeeds, relayLandsAt: at('24T08:00').at };
    const wrong = (state: CourierHandoffState) =>
      courierHandoffCauses(state, { ...agendaFacts, ...change }).map((cause) => cause.wrong);
    const who = 'Courier Three, who is to take the box at SFO: the visa for US is';
    expect(wrong(withVisa('applied'))).toEqual([`${who} applied for, but not held.`]);
    expect(wrong(withVisa('expeditable'))).toEqual([`${who} still to be had by express.`]);
    expect([withVisa('held'), withVisa('expeditable', 'JP')].flatMap(wrong)).toEqual([]);
    const called = 'relay-visa-expedite-due';
    expect(owed(withVisa('expeditable'), change)).toHaveProperty(called, at('19T08:00').at);
    expect(owed(after(withVisa('expeditable'), pack()), change)).toHaveProperty(called);
    expect(owed([pack(), handOver()].reduce(after, withVisa('expeditable')), change)).toHaveProperty(called);
    expect(owed(withVisa('expeditable'), { ...change, openedAt: at('20T08:00').at })).toHaveProperty(
      called,
      at('20T08:45').at,
    );
    for (const state of [
      withVisa('applied'),
      withVisa('expeditable', 'JP'),
      after(withVisa('expeditable'), cancelRelay()),
    ])
      expect(owed(state, change)).not.toHaveProperty(called);
    expect(owed(withVisa('expeditable'), { ...change, relayNeeds: null })).not.toHaveProperty(called);
  });

  it('is owed a while after the landing at its airport, and warned of where no flight lands there', () => {
    expect(owed(states['in-custody'], { relayLandsAt: at('24T06:00').at })).toMatchObject({
      'relay-due': at('24T06:45').at,
    });
    expect(owed(states['in-custody'])).not.toHaveProperty('relay-due');
    expect(keys(states['in-custody'])).toEqual(['relay-off-the-way/SFO']);
    expect(keys(states['in-custody'], { arrivalAtCentreAt: null })).toEqual([]);
  });
});

describe('the hold of the box', () => {
  const holding = given(pack({ validatedHoldHours: 48 }), handOver());

  it('ends at a moment of its own, that no flight moves, until the box is delivered', () => {
    expect(owed(holding)['box-hold']).toBe(at('25T10:00').at);
    expect(owed(holding, { arrivalAtCentreAt: at('25T02:00').at })['box-hold']).toBe(at('25T10:00').at);
    expect(owed(after(holding, deliver()))).toEqual({});
  });

  it('is a trouble as soon as the box is expected after it, and no more once it is not', () => {
    expect(keys(holding)).toEqual([]);
    expect(keys(holding, { arrivalAtCentreAt: at('25T10:01').at })).toEqual(['box-hold/BOX-1']);
  });

  it('starts anew with the second box, and has to last only until it', () => {
    const late = { arrivalAtCentreAt: at('25T10:01').at };
    const planned = after(holding, planRelay());
    expect(keys(planned, { ...late, relayLandsAt: at('24T06:00').at })).toEqual([]);
    expect(owed(after(planned, relay()))['box-hold']).toBe(at('26T08:00').at);
    expect(keys(after(planned, relay()), late)).toEqual([]);
  });

  it('is a trouble of the second box, too, before it is there', () => {
    const planned = after(holding, planRelay({ validatedHoldHours: 20 }));
    expect(keys(planned, { relayLandsAt: at('24T01:00').at })).toEqual(['box-hold/BOX-2']);
  });

  it('offers what can be done: another box while it stands, a relay or the delivery under way', () => {
    const offered = (state: CourierHandoffState): string[] =>
      courierHandoffCauses(state, { ...agendaFacts, arrivalAtCentreAt: at('26T10:01').at }).flatMap((cause) =>
        cause.offers.map((offer) => offer.command),
      );
    expect(offered(given(pack({ validatedHoldHours: 48 })))).toEqual(['PackBox', 'PlanRelay']);
    expect(offered(holding)).toEqual(['PlanRelay', 'DeliverToCentre']);
  });
});
