import fc from 'fast-check';
import { mustBe, plusDays, zoneOf, type Instant, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { isAllowed, tableFaults } from '../transitions.js';
import { courierCauses, courierObligations } from './courier.agenda.js';
import { decideCourier } from './courier.decide.js';
import { evolveCourier, initialCourier } from './courier.evolve.js';
import type {
  CourierAgendaFacts,
  CourierCommand,
  CourierFacts,
  CourierPerson,
  CourierState,
  CourierStatus,
} from './courier.js';
import { courierTable } from './courier.transitions.js';

const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
const day = (text: string): LocalDate => text as LocalDate;
const now = at('20T12:00').at;
const journey = {
  countriesEntered: ['US'],
  firstDay: day('2026-11-21'),
  lastDay: day('2026-11-25'),
  handedOver: false,
  frozen: false,
};
const facts: CourierFacts = { now, statedBy: { person: 'A', organisation: 'B', how: 'mail' }, ...journey };

const notStated = { poolId: null, basedIn: null, restUntil: null, alsoOn: [], papers: null };
const person = (name: string, phone: string): CourierPerson => ({ name, company: 'Example', phone, ...notStated });
const first = person('Courier One', '+1 555 0100');
const second = person('Courier Two', '+1 555 0101');
const third = person('Courier Three', '+1 555 0102');

type Visas = Extract<CourierCommand, { name: 'RecordCourierFit' }>['data']['visas'];
const held: Visas = [{ country: 'US', standing: 'held', until: null }];
type Fitness = Omit<Extract<CourierCommand, { name: 'RecordCourierFit' }>['data'], 'checkedAt'>;
const fitness: Fitness = {
  trainedUntil: day('2027-03-01'),
  passportValidUntil: day('2030-01-01'),
  visas: held,
  lastJourneyEndedAt: null,
};

const nominate = (courier = first, substitute = second): CourierCommand => ({
  name: 'NominateCourier',
  data: { courier, substitute, nominatedAt: at('20T09:00') },
});
const fit = (change: Partial<Fitness> = {}): CourierCommand => ({
  name: 'RecordCourierFit',
  data: { ...fitness, ...change, checkedAt: at('20T10:00') },
});
const inPosition = (time = '20T11:00'): CourierCommand => ({
  name: 'RecordCourierInPosition',
  data: { positionedAt: at(time) },
});
const visa = (standing: 'held' | 'applied', until: LocalDate | null = null): CourierCommand => ({
  name: 'RecordVisa',
  data: { country: 'US', standing, until, recordedAt: at('20T11:00') },
});
const trip = (arrives = '21T10:00', staysUntil: LocalDate | null = null): CourierCommand => ({
  name: 'RecordPositioningTrip',
  data: { departsAt: at('20T20:00'), arrivesAt: at(arrives), flight: 'UA 889', staysUntil, bookedAt: at('20T11:10') },
});
const substitute = (next: CourierPerson | null = third, reason = 'ill'): CourierCommand => ({
  name: 'SendSubstitute',
  data: { reason, nextSubstitute: next, decidedAt: at('20T11:30') },
});

const book = (change: object = {}): CourierCommand => ({
  name: 'BookCargo',
  data: {
    ...{ carrier: 'EXAMPLE Air Cargo', waybill: '999-1234 5675', bookedAt: at('20T10:00') },
    shipperContact: { name: 'Bank desk', phone: '+1 555 0110' },
    consigneeContact: { name: 'Cell laboratory', phone: '+1 555 0111' },
    ...change,
  },
});

const afterFrozen = (state: CourierState, command: CourierCommand): CourierState =>
  mustBe(decideCourier(command, state, { ...facts, frozen: true })).reduce(
    (folded, event) => evolveCourier(folded, event, now),
    state,
  );
const after = (state: CourierState, command: CourierCommand): CourierState =>
  mustBe(decideCourier(command, state, facts)).reduce((folded, event) => evolveCourier(folded, event, now), state);
const given = (...history: CourierCommand[]): CourierState => history.reduce(after, initialCourier);
const states: Record<CourierStatus, CourierState> = {
  wanted: given(),
  nominated: given(nominate()),
  'fit-to-travel': given(nominate(), fit()),
  positioned: given(nominate(), fit(), inPosition()),
  'not-needed': [book()].reduce(afterFrozen, initialCourier),
};

describe('the table of the courier', () => {
  it('is closed and reachable', () => expect(tableFaults(courierTable)).toEqual([]));

  const pairs = Object.entries(states).flatMap(([status, state]) =>
    [nominate(), fit(), visa('held'), trip(), inPosition(), substitute(), book()].map((command) => ({
      status: status as CourierStatus,
      state,
      command,
    })),
  );
  it.each(pairs)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    if (isAllowed(courierTable, command.name, status)) {
      const moves = courierTable.moves.filter((move) => move.command === command.name && move.from.includes(status));
      expect(moves.flatMap((move) => move.to)).toContain(afterFrozen(state, command).status);
    } else {
      const error = { code: 'not-allowed-now', allowed: openToPersons(courierTable, status) };
      expect(decideCourier(command, state, facts)).toMatchObject({ ok: false, error });
    }
  });
});

describe('cargo that travels by itself', () => {
  it('needs no courier, and is stored with the digits of its waybill', () => {
    expect(states['not-needed']).toMatchObject({ courier: null, cargo: { waybill: '99912345675' } });
    expect(courierObligations(states['not-needed'], { ...agendaFacts, frozen: true })).toEqual([]);
    expect(courierCauses(states['not-needed'], { ...agendaFacts, frozen: true })).toEqual([]);
  });

  it('is given up for a courier, who is then to be checked', () => {
    expect(after(states['not-needed'], nominate())).toMatchObject({ status: 'nominated', cargo: null, fit: null });
  });

  it.each([
    ['only-frozen-travels-alone', undefined, {}, { frozen: false }],
    ['in-the-future', '/bookedAt', { bookedAt: at('20T13:00') }, {}],
    ['waybill-invalid', '/waybill', { waybill: '999-1234 5674' }, {}],
    ['text-missing', '/carrier', { carrier: ' ' }, {}],
    ['text-missing', '/shipperContact/name', { shipperContact: { name: '', phone: '' } }, {}],
    ['text-missing', '/consigneeContact/name', { consigneeContact: { name: '', phone: '' } }, {}],
    ['box-is-under-way', undefined, {}, { handedOver: true }],
  ])('is refused: %s at %s', (code, pointer, change, circumstances) => {
    const decision = decideCourier(book(change), states.positioned, { ...facts, frozen: true, ...circumstances });
    expect(decision).toMatchObject({ ok: false, error: { code, ...(pointer === undefined ? {} : { at: pointer }) } });
  });

  it('gets another waybill under way', () => {
    const frozen = { ...facts, frozen: true, handedOver: true };
    expect(decideCourier(book({ carrier: 'Another' }), states['not-needed'], frozen).ok).toBe(true);
  });
});

describe('nominating', () => {
  it('names courier and substitute', () => {
    expect(given(nominate())).toMatchObject({ status: 'nominated', courier: first, substitute: second, fit: null });
  });

  it('starts over with another courier', () => {
    expect(after(states.positioned, nominate(third))).toMatchObject({
      status: 'nominated',
      courier: third,
      fit: null,
      positionedAt: null,
    });
  });

  it('keeps what was checked when only the substitute changes', () => {
    const changed = after(states.positioned, nominate(first, third));
    expect(changed).toEqual({ ...states.positioned, substitute: third });
  });

  it.each([
    ['the same name', { ...third, name: 'courier ONE' }],
    ['the same telephone', { ...third, phone: '+15550100' }],
  ])('refuses a substitute with %s', (_, other) => {
    expect(decideCourier(nominate(first, other), initialCourier, facts)).toMatchObject({
      ok: false,
      error: { code: 'substitute-is-the-courier', at: '/substitute' },
    });
  });

  it('refuses another courier once the box is handed over', () => {
    expect(decideCourier(nominate(third), states.positioned, { ...facts, handedOver: true })).toMatchObject({
      ok: false,
      error: { code: 'box-is-under-way' },
    });
  });
});

describe('the fitness check', () => {
  const refusals: [string, Partial<Fitness>, object][] = [
    [
      'training that runs out under way',
      { trainedUntil: day('2026-11-24') },
      { code: 'training-runs-out', at: '/trainedUntil' },
    ],
    [
      'a passport that runs out under way',
      { passportValidUntil: day('2026-11-24') },
      { code: 'passport-runs-out', at: '/passportValidUntil' },
    ],
    [
      'a visa that runs out under way',
      { visas: [{ country: 'US', standing: 'held', until: day('2026-11-24') }] },
      { code: 'visa-runs-out', at: '/visas/0/until' },
    ],
    [
      'a last journey that has not ended yet',
      { lastJourneyEndedAt: at('20T12:03') },
      { code: 'in-the-future', at: '/lastJourneyEndedAt' },
    ],
    ['a country that is not spoken of', { visas: [] }, { code: 'visa-not-stated', at: '/visas', allowed: ['US'] }],
  ];
  it.each(refusals)('refuses %s', (_, change, error) => {
    expect(decideCourier(fit(change), states.nominated, facts)).toMatchObject({ ok: false, error });
  });

  it('takes papers that are valid on the last day', () => {
    const last = { trainedUntil: day('2026-11-25'), passportValidUntil: day('2026-11-25') };
    expect(after(states.nominated, fit(last)).status).toBe('fit-to-travel');
  });

  it('goes by today while there are no plans', () => {
    const planless = { ...facts, lastDay: null, countriesEntered: [] };
    expect(decideCourier(fit({ trainedUntil: day('2026-11-19') }), states.nominated, planless)).toMatchObject({
      ok: false,
      error: { code: 'training-runs-out' },
    });
    expect(decideCourier(fit({ trainedUntil: day('2026-11-20') }), states.nominated, planless).ok).toBe(true);
  });

  it('passes exactly when both papers last to the last day', () => {
    const shift = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(shift, shift, (training, passport) => {
        const trainedUntil = plusDays(journey.lastDay, training);
        const passportValidUntil = plusDays(journey.lastDay, passport);
        const { ok } = decideCourier(fit({ trainedUntil, passportValidUntil }), states.nominated, facts);
        expect(ok).toBe(training >= 0 && passport >= 0);
      }),
    );
  });
});

describe('being in town, and being replaced', () => {
  it('refuses a time that has not come yet', () => {
    expect(decideCourier(inPosition('20T12:03'), states['fit-to-travel'], facts)).toMatchObject({
      ok: false,
      error: { code: 'in-the-future', at: '/positionedAt' },
    });
  });

  it('takes a clock that is two minutes fast', () => {
    expect(after(states['fit-to-travel'], inPosition('20T12:02')).status).toBe('positioned');
  });

  it('makes the substitute the courier, of whom nothing is known yet', () => {
    expect(after(states.positioned, substitute(third))).toEqual({
      status: 'nominated',
      courier: second,
      substitute: third,
      cargo: null,
      cargoRecordedAt: null,
      fit: null,
      trip: null,
      positionedAt: null,
    });
  });

  it('refuses when nobody is left to send', () => {
    const alone = after(states.positioned, substitute(null));
    expect(decideCourier(substitute(), alone, facts)).toMatchObject({ ok: false, error: { code: 'no-substitute' } });
  });

  it('refuses a next substitute who is the new courier', () => {
    expect(decideCourier(substitute(second), states.nominated, facts)).toMatchObject({
      ok: false,
      error: { code: 'substitute-is-the-courier', at: '/nextSubstitute' },
    });
  });

  it('refuses a change of courier without a reason, and once the box is under way', () => {
    expect(decideCourier(substitute(third, ' '), states.nominated, facts)).toMatchObject({
      ok: false,
      error: { code: 'text-missing' },
    });
    expect(decideCourier(substitute(), states.nominated, { ...facts, handedOver: true })).toMatchObject({
      ok: false,
      error: { code: 'box-is-under-way' },
    });
  });
});

const agendaFacts: CourierAgendaFacts = {
  ...journey,
  openedAt: at('01T09:00').at,
  collectionStartsAt: at('23T00:00').at,
  courierDueDaysBefore: 10,
  positioning: { reach: 'overseas', inTownBy: at('22T00:00').at, staysUntil: day('2026-11-24') },
  courierRestHours: 24,
  visaExpediteDays: 5,
  shippingPostponed: null,
  reportGraceMinutes: 45,
};
const owed = (state: CourierState, change: Partial<CourierAgendaFacts> = {}): Record<string, string> =>
  Object.fromEntries(courierObligations(state, { ...agendaFacts, ...change }).map((each) => [each.kind, each.dueAt]));

describe('the agenda of the courier', () => {
  it('owes a name, a check and being in town, counted back from the collection', () => {
    expect(owed(states.wanted)).toEqual({
      'courier-due': at('13T00:00').at,
      'courier-fit-due': at('19T00:00').at,
      'courier-in-position': at('22T00:00').at,
    });
  });

  it('owes less with every step', () => {
    expect(Object.keys(owed(states.nominated))).toEqual(['courier-fit-due', 'courier-in-position']);
    expect(Object.keys(owed(states['fit-to-travel']))).toEqual(['courier-in-position']);
    expect(owed(states.positioned)).toEqual({});
  });

  it('offers nothing of a courier who is not named but the naming', () => {
    const offered = (state: CourierState): readonly (readonly string[])[] =>
      courierObligations(state, agendaFacts).map((each) => each.offers.map((offer) => offer.command));
    expect(offered(states.wanted)).toEqual([['NominateCourier'], ['NominateCourier'], ['NominateCourier']]);
    expect(offered(states.nominated)[0]).toEqual(['RecordCourierFit', 'SendSubstitute']);
  });

  it('owes nothing before the shipment was opened', () => {
    const late = owed(states.wanted, { openedAt: at('22T20:00').at });
    expect(new Set(Object.values(late))).toEqual(new Set([at('22T20:45').at]));
  });

  it('owes nothing more once the box is handed over', () =>
    expect(owed(states.wanted, { handedOver: true })).toEqual({}));

  it('owes the check again after a substitution', () => {
    expect(Object.keys(owed(after(states.positioned, substitute())))).toEqual([
      'courier-fit-due',
      'courier-in-position',
    ]);
  });
});

describe('troubles with the courier', () => {
  const causes = (state: CourierState, change: Partial<CourierAgendaFacts> = {}): string[] =>
    courierCauses(state, { ...agendaFacts, ...change }).map((cause) => cause.key);

  it('has none with papers in hand', () => expect(causes(states['fit-to-travel'])).toEqual([]));

  it.each(['applied', 'expeditable'] as const)(
    'warns of a visa that is %s, until the check is recorded again',
    (standing) => {
      const pending = after(states.nominated, fit({ visas: [{ country: 'US', standing, until: null }] }));
      expect(causes(pending)).toEqual(['visa-not-held/US']);
      expect(causes(after(pending, fit()))).toEqual([]);
    },
  );

  it('warns when no substitute is left, until one is named', () => {
    const alone = after(states.nominated, substitute(null));
    expect(causes(alone)).toEqual(['no-substitute']);
    expect(causes(after(alone, nominate(second, third)))).toEqual([]);
  });

  it('warns when new plans enter other countries or end after the papers do', () => {
    expect(causes(states['fit-to-travel'], { countriesEntered: ['JP', 'US'] })).toEqual(['courier-check-outdated']);
    expect(causes(states['fit-to-travel'], { lastDay: day('2027-03-02') })).toEqual(['courier-check-outdated']);
  });
});

describe('visas, rest and the way there', () => {
  const causes = (state: CourierState, change: Partial<CourierAgendaFacts> = {}): string[] =>
    courierCauses(state, { ...agendaFacts, ...change }).map((cause) => cause.key);
  const express = after(states.nominated, fit({ visas: [{ country: 'US', standing: 'expeditable', until: null }] }));

  it('owes calling in an express visa while there is time, and nothing once it is applied for', () => {
    expect(owed(express)).toMatchObject({ 'visa-expedite-due': at('17T00:00').at });
    expect(courierObligations(express, agendaFacts).map((each) => each.key)).toContain('visa-expedite-due/US');
    const calledIn = after(express, visa('applied'));
    expect(owed(calledIn)).not.toHaveProperty('visa-expedite-due');
    expect(causes(calledIn)).toEqual(['visa-not-held/US']);
    expect(causes(after(calledIn, visa('held', day('2027-01-01'))))).toEqual([]);
  });

  it('refuses a visa that runs out under way, and one of the future', () => {
    expect(decideCourier(visa('held', day('2026-11-24')), express, facts)).toMatchObject({
      ok: false,
      error: { code: 'visa-runs-out', at: '/until' },
    });
    const early = { ...facts, now: at('20T10:57').at };
    expect(decideCourier(visa('held'), express, early)).toMatchObject({ ok: false, error: { code: 'in-the-future' } });
  });

  it('warns of a visa that new plans outlast', () => {
    const state = after(states['fit-to-travel'], visa('held', day('2026-11-26')));
    expect(causes(state)).toEqual([]);
    expect(causes(state, { lastDay: day('2026-11-27') })).toEqual(['courier-check-outdated']);
  });

  it('warns of a rest that is not over when the journey begins, by the last journey or by the pool', () => {
    const tired = after(states.nominated, fit({ lastJourneyEndedAt: at('20T09:00') }));
    expect(causes(tired)).toEqual([]);
    expect(causes(after(tired, trip()))).toEqual(['courier-rest-short']);
    const resting = { ...first, restUntil: at('22T00:01') };
    expect(causes(given(nominate(resting)))).toEqual(['courier-rest-short']);
    expect(causes(given(nominate({ ...resting, restUntil: at('22T00:00') })))).toEqual([]);
  });

  it('warns of a courier who is nominated for another journey at the same time', () => {
    const busy = (until: string): CourierState =>
      given(nominate({ ...first, alsoOn: [{ reference: 'EX-9', from: day('2026-11-10'), until: day(until) }] }));
    expect(causes(busy('2026-11-21'))).toEqual(['courier-elsewhere/EX-9']);
    expect(causes(busy('2026-11-20'))).toEqual([]);
    expect(causes(busy('2026-11-21'), { firstDay: null })).toEqual([]);
  });

  it('is owed being in town when the trip arrives', () => {
    expect(owed(after(states['fit-to-travel'], trip()))).toEqual({ 'courier-in-position': at('21T10:45').at });
  });

  it('warns of a trip that comes late and of a stay that is too short for a second day', () => {
    const booked = (arrives: string, stays: string): CourierState =>
      after(states['fit-to-travel'], trip(arrives, day(stays)));
    expect(causes(booked('22T00:00', '2026-11-24'))).toEqual([]);
    expect(causes(booked('22T00:01', '2026-11-24'))).toEqual(['positioning-late']);
    expect(causes(booked('22T00:00', '2026-11-23'))).toEqual(['positioning-stay-short']);
    expect(causes(after(booked('22T00:01', '2026-11-24'), inPosition()))).toEqual([]);
  });

  const wrong: [string, CourierCommand, Partial<CourierFacts>, string][] = [
    ['a trip that arrives before it departs', trip('20T19:00'), {}, 'arrives-before-it-departs'],
    ['a trip once the box is under way', trip(), { handedOver: true }, 'box-is-under-way'],
    ['a booking of the future', trip(), { now: at('20T11:00').at }, 'in-the-future'],
  ];
  it.each(wrong)('refuses %s', (_, command, change, code) => {
    expect(decideCourier(command, states['fit-to-travel'], { ...facts, ...change })).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it('owes nothing of the way while no collection is planned', () => {
    expect(Object.keys(owed(states.wanted, { positioning: null }))).toEqual(['courier-due']);
    expect(causes(after(states['fit-to-travel'], trip('22T00:01')), { positioning: null })).toEqual([]);
  });

  it('takes what the pool says of the same person anew, and keeps the check', () => {
    const changed = after(states.positioned, nominate({ ...first, poolId: 'c-1' }));
    expect(changed).toEqual({ ...states.positioned, courier: { ...first, poolId: 'c-1' } });
  });
});
