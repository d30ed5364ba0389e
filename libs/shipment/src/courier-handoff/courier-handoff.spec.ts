import { openToPersons } from '../deciding.js';
import { isAllowed, tableFaults } from '../transitions.js';
import { courierHandoffCauses, courierHandoffObligations } from './courier-handoff.agenda.js';
import { decideCourierHandoff } from './courier-handoff.decide.js';
import {
  after,
  agendaFacts,
  at,
  cancelRelay,
  dayOne,
  dayOneOther,
  deliver,
  facts,
  handOver,
  owed,
  pack,
  planRelay,
  relay,
  secondBox,
  states,
  third,
  type DataOf,
} from './courier-handoff.examples.js';
import type { CourierHandoffCommand, CourierHandoffFacts, HandoffStatus } from './courier-handoff.js';
import { handoffTable } from './courier-handoff.transitions.js';

/** Everything that could be said of the box in that state, by whoever has it. */
function said(status: HandoffStatus): readonly CourierHandoffCommand[] {
  const now = states[status];
  const by = { givenBy: now.custody.at(-1)?.holder ?? 'Nurse One', seal: now.boxNow?.seal ?? 'SEAL-1' };
  const [again, onwards] = [
    { ...secondBox, box: 'BOX-9', seal: 'SEAL-9' },
    { ...by, handedOverAt: at('24T09:00'), takenBy: 'Courier Nine' },
  ];
  return [
    pack(),
    handOver(),
    planRelay({ box: 'BOX-8', courier: { ...third, name: 'Courier Eight' } }),
    ...(now.relayPlan === null ? [] : [cancelRelay({ cancelledAt: at('24T10:00') })]),
    relay({ ...onwards, secondBox: again }),
    deliver(by),
  ];
}

describe('the table of the transport box', () => {
  it('is closed and reachable', () => expect(tableFaults(handoffTable)).toEqual([]));

  const pairs = Object.entries(states).flatMap(([status, state]) =>
    said(status as HandoffStatus).map((command) => ({ status: status as HandoffStatus, state, command })),
  );
  it.each(pairs)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    if (isAllowed(handoffTable, command.name, status)) {
      const moves = handoffTable.moves.filter((move) => move.command === command.name && move.from.includes(status));
      expect(moves.flatMap((move) => move.to)).toContain(after(state, command).status);
    } else {
      const error = { code: 'not-allowed-now', allowed: openToPersons(handoffTable, status) };
      expect(decideCourierHandoff(command, state, facts)).toMatchObject({ ok: false, error });
    }
  });
});

describe('packing', () => {
  it('keeps the stated time and what was read', () => {
    expect(states.packed).toMatchObject({
      packed: { box: 'BOX-1', seal: 'SEAL-1', bags: [dayOne] },
      packedAt: at('23T10:00'),
    });
  });

  it('may be done again, with another seal', () => {
    expect(after(states.packed, pack({ seal: 'SEAL-2' })).packed?.seal).toBe('SEAL-2');
  });

  const refusals: [string, Partial<DataOf<'PackBox'>>, Partial<CourierHandoffFacts>, object][] = [
    [
      'a bag of the same DIN with another product code',
      { bags: [dayOneOther] },
      {},
      { code: 'bags-differ', at: '/bags' },
    ],
    ['a bag too few', { bags: [] }, {}, { code: 'bags-differ' }],
    ['the same bag twice', { bags: [dayOne, dayOne] }, {}, { code: 'bags-differ' }],
    [
      'packing before the collection ended',
      { packedAt: at('23T03:59') },
      {},
      { code: 'packed-before-collection-ended', at: '/packedAt' },
    ],
    ['packing that has not happened yet', { packedAt: at('25T12:03') }, {}, { code: 'in-the-future', at: '/packedAt' }],
    ['packing with nothing collected', { bags: [] }, { bags: [] }, { code: 'no-bags' }],
  ];
  it.each(refusals)('refuses %s', (_, data, change, error) => {
    expect(decideCourierHandoff(pack(data), states.awaited, { ...facts, ...change })).toMatchObject({
      ok: false,
      error,
    });
  });

  it('names both readings of a bag whose product code differs', () => {
    const decision = decideCourierHandoff(pack({ bags: [dayOneOther] }), states.awaited, facts);
    expect(decision.ok ? '' : decision.error.sentence).toMatch(new RegExp(`${dayOne}.*${dayOneOther}`));
  });
});

describe('handing over', () => {
  const second = { id: 'G123498654322/S1128V00', collectionEndedAt: at('23T05:00').at };
  const refusals: [string, Partial<DataOf<'HandOverToCourier'>>, Partial<CourierHandoffFacts>, object][] = [
    ['without a confirmed plan', {}, { planConfirmed: false }, { code: 'plan-not-confirmed' }],
    ['while the second day is awaited', {}, { moreBagsToCome: true }, { code: 'more-bags-to-come' }],
    ['to a courier who was not checked', {}, { courierFit: false }, { code: 'courier-not-fit' }],
    [
      'when a bag was collected after packing',
      {},
      { bags: [...facts.bags, second] },
      { code: 'bags-changed-since-packing', allowed: ['PackBox'] },
    ],
    ['under another seal', { seal: 'SEAL-9' }, {}, { code: 'seal-differs', at: '/seal' }],
    ['with one person signing twice', { takenBy: ' nurse one' }, {}, { code: 'two-must-sign', at: '/takenBy' }],
    [
      'before packing',
      { handedOverAt: at('23T09:59') },
      {},
      { code: 'handed-over-before-packing', at: '/handedOverAt' },
    ],
    ['in the future', { handedOverAt: at('25T12:03') }, {}, { code: 'in-the-future', at: '/handedOverAt' }],
  ];
  it.each(refusals)('is refused %s', (_, data, change, error) => {
    expect(decideCourierHandoff(handOver(data), states.packed, { ...facts, ...change })).toMatchObject({
      ok: false,
      error,
    });
  });

  it('says both seals when they differ', () => {
    const decision = decideCourierHandoff(handOver({ seal: 'SEAL-9' }), states.packed, facts);
    expect(decision.ok ? '' : decision.error.sentence).toMatch(/SEAL-9.*SEAL-1/);
  });
});

describe('delivering', () => {
  const refusals: [string, Partial<DataOf<'DeliverToCentre'>>, object][] = [
    ['under another seal', { seal: 'SEAL-9' }, { code: 'seal-differs' }],
    ['with one person signing twice', { takenBy: 'Courier One' }, { code: 'two-must-sign' }],
    ['before the courier had it', { deliveredAt: at('23T11:59') }, { code: 'delivered-before-handover' }],
    ['before the last landing', { deliveredAt: at('24T19:59') }, { code: 'delivered-before-landing' }],
    ['in the future', { deliveredAt: at('25T12:03') }, { code: 'in-the-future' }],
    ['by somebody who has not the box', { givenBy: 'Courier Two' }, { code: 'giver-has-not-the-box', at: '/givenBy' }],
  ];
  it.each(refusals)('is refused %s', (_, data, error) => {
    expect(decideCourierHandoff(deliver(data), states['in-custody'], facts)).toMatchObject({ ok: false, error });
  });

  it('is refused while the last flight is to be in the air, and taken once it is to be down', () => {
    const flying = (expectedAt: string): CourierHandoffFacts => {
      return { ...facts, lastLandedAt: null, stillFlying: { designator: 'UA1234', expectedAt: at(expectedAt).at } };
    };
    expect(decideCourierHandoff(deliver(), states['in-custody'], flying('24T22:01'))).toMatchObject({
      ok: false,
      error: { code: 'flight-not-landed', at: '/deliveredAt', allowed: ['RecordArrival'] },
    });
    expect(decideCourierHandoff(deliver(), states['in-custody'], flying('24T22:00')).ok).toBe(true);
  });

  it('is taken when no landing was ever reported', () => {
    expect(decideCourierHandoff(deliver(), states['in-custody'], { ...facts, lastLandedAt: null }).ok).toBe(true);
  });
});

describe('the agenda of the transport box', () => {
  it('owes packing a while before the handover, and the handover before the first departure', () => {
    expect(owed(states.awaited)).toEqual({ 'box-packed-due': at('23T15:15').at, 'handover-due': at('23T16:00').at });
  });

  it('never owes packing before everything is collected', () => {
    expect(owed(states.awaited, { allCollectedAt: at('23T15:40').at })['box-packed-due']).toBe(at('23T15:40').at);
    expect(owed(states.awaited, { allCollectedAt: null })).toEqual({ 'handover-due': at('23T16:00').at });
  });

  it('moves with the first flight', () => {
    expect(owed(states.packed, { firstDepartureAt: at('23T22:00').at })).toEqual({ 'handover-due': at('23T18:00').at });
  });

  it('owes the leaving for the airport until the courier has the box, where it is watched', () => {
    const watched = { toAirportMinutes: 180 };
    expect(owed(states.packed, watched)).toHaveProperty('leave-for-airport', at('23T17:00').at);
    expect(owed(states['in-custody'], watched)).not.toHaveProperty('leave-for-airport');
    expect(owed(states.packed, { ...watched, asCargo: true })).not.toHaveProperty('leave-for-airport');
    expect(owed(states.packed)).not.toHaveProperty('leave-for-airport');
  });

  it('owes packing again when bags were collected after it, and offers nothing that would be refused', () => {
    const change = { bags: [dayOne, dayOneOther] };
    expect(owed(states.packed, change)).toHaveProperty('box-packed-due');
    const offers = courierHandoffObligations(states.packed, { ...agendaFacts, ...change }).flatMap(
      (each) => each.offers,
    );
    expect(new Set(offers.map((offer) => offer.command))).toEqual(new Set(['PackBox']));
  });

  it('owes nothing while no plan is confirmed', () => {
    expect(owed(states.packed, { firstDepartureAt: null, arrivalAtCentreAt: null })).toEqual({});
  });

  it('owes the delivery once the courier has the box, and nothing after it', () => {
    expect(owed(states['in-custody'])).toEqual({ 'delivery-due': at('24T22:15').at });
    expect(owed(states.delivered)).toEqual({});
  });

  it('never fills in a seal for the person who must read it', () => {
    const offers = Object.values(states).flatMap((state) =>
      courierHandoffObligations(state, agendaFacts).flatMap((each) => each.offers),
    );
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.filter((offer) => 'seal' in offer.prefill)).toEqual([]);
  });

  it('has no troubles of its own where nothing was found', () =>
    expect(courierHandoffCauses(states.packed, agendaFacts)).toEqual([]));
});
