import { mustBe, zoneOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { isAllowed, tableFaults } from '../transitions.js';
import { courierHandoffCauses, courierHandoffObligations } from './courier-handoff.agenda.js';
import { decideCourierHandoff } from './courier-handoff.decide.js';
import { evolveCourierHandoff, initialCourierHandoff } from './courier-handoff.evolve.js';
import type {
  CourierHandoffAgendaFacts,
  CourierHandoffCommand,
  CourierHandoffFacts,
  CourierHandoffState,
  HandoffStatus,
} from './courier-handoff.js';
import { handoffTable } from './courier-handoff.transitions.js';

const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
const now = at('25T12:00').at;
const dayOne = 'G123498654321/S1128V00';
const dayOneOther = 'G123498654321/S1128VA0';
const facts: CourierHandoffFacts = {
  now,
  statedBy: { person: 'A', organisation: 'B', how: 'in-person' },
  bags: [{ id: dayOne, collectionEndedAt: at('23T04:00').at }],
  planConfirmed: true,
  moreBagsToCome: false,
  courierFit: true,
  lastLandedAt: at('24T20:00').at,
  stillFlying: null,
  unitReleased: null,
  asCargo: false,
  bookings: ['1.0/1'],
  shipperRules: { mostHours: 168, notRequalifiedFactor: 0.6, targetMarginHours: 24 },
};

type DataOf<N extends CourierHandoffCommand['name']> = Extract<CourierHandoffCommand, { name: N }>['data'];
const pack = (change: Partial<DataOf<'PackBox'>> = {}): CourierHandoffCommand => ({
  name: 'PackBox',
  data: { box: 'BOX-1', logger: 'LOG-1', seal: 'SEAL-1', bags: [dayOne], packedAt: at('23T10:00'), ...change },
});
const handOver = (change: Partial<DataOf<'HandOverToCourier'>> = {}): CourierHandoffCommand => ({
  name: 'HandOverToCourier',
  data: { handedOverAt: at('23T12:00'), givenBy: 'Nurse One', takenBy: 'Courier One', seal: 'SEAL-1', ...change },
});
const deliver = (change: Partial<DataOf<'DeliverToCentre'>> = {}): CourierHandoffCommand => ({
  name: 'DeliverToCentre',
  data: { deliveredAt: at('24T22:00'), givenBy: 'Courier One', takenBy: 'Technician One', seal: 'SEAL-1', ...change },
});

const after = (state: CourierHandoffState, command: CourierHandoffCommand): CourierHandoffState =>
  mustBe(decideCourierHandoff(command, state, facts)).reduce(
    (folded, event) => evolveCourierHandoff(folded, event, now),
    state,
  );
const given = (...history: CourierHandoffCommand[]): CourierHandoffState =>
  history.reduce(after, initialCourierHandoff);
const states: Record<HandoffStatus, CourierHandoffState> = {
  awaited: given(),
  packed: given(pack()),
  'in-custody': given(pack(), handOver()),
  delivered: given(pack(), handOver(), deliver()),
};

describe('the table of the transport box', () => {
  it('is closed and reachable', () => expect(tableFaults(handoffTable)).toEqual([]));

  const pairs = Object.entries(states).flatMap(([status, state]) =>
    [pack(), handOver(), deliver()].map((command) => ({ status: status as HandoffStatus, state, command })),
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

const agendaFacts: CourierHandoffAgendaFacts = {
  firstDepartureAt: at('23T20:00').at,
  bags: [dayOne],
  allCollectedAt: at('23T04:00').at,
  arrivalAtCentreAt: at('24T21:30').at,
  handoverBeforeDepartureMinutes: 240,
  reportGraceMinutes: 45,
  chargeDueAt: null,
  asCargo: false,
  flights: [],
};
const owed = (state: CourierHandoffState, change: Partial<CourierHandoffAgendaFacts> = {}): Record<string, string> =>
  Object.fromEntries(
    courierHandoffObligations(state, { ...agendaFacts, ...change }).map((each) => [each.kind, each.dueAt]),
  );

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

  it('has no troubles of its own', () => expect(courierHandoffCauses(states.packed, agendaFacts)).toEqual([]));
});
