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
const journey = { countriesEntered: ['US'], lastDay: day('2026-11-25'), handedOver: false, frozen: false };
const facts: CourierFacts = { now, statedBy: { person: 'A', organisation: 'B', how: 'mail' }, ...journey };

const first: CourierPerson = { name: 'Courier One', company: 'Example Couriers', phone: '+1 555 0100' };
const second: CourierPerson = { name: 'Courier Two', company: 'Example Couriers', phone: '+1 555 0101' };
const third: CourierPerson = { name: 'Courier Three', company: 'Example Couriers', phone: '+1 555 0102' };

type Visas = Extract<CourierCommand, { name: 'RecordCourierFit' }>['data']['visas'];
const held: Visas = [{ country: 'US', standing: 'held' }];
const fitness = { trainedUntil: day('2027-03-01'), passportValidUntil: day('2030-01-01'), visas: held };

const nominate = (courier = first, substitute = second): CourierCommand => ({
  name: 'NominateCourier',
  data: { courier, substitute, nominatedAt: at('20T09:00') },
});
const fit = (change: Partial<typeof fitness> = {}): CourierCommand => ({
  name: 'RecordCourierFit',
  data: { ...fitness, ...change, checkedAt: at('20T10:00') },
});
const inPosition = (time = '20T11:00'): CourierCommand => ({
  name: 'RecordCourierInPosition',
  data: { positionedAt: at(time) },
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
    [nominate(), fit(), inPosition(), substitute(), book()].map((command) => ({
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

  it('is offered beside a courier while neither is there', () => {
    const [due] = courierObligations(states.wanted, { ...agendaFacts, frozen: true });
    expect(due).toMatchObject({
      kind: 'courier-due',
      offers: [{ command: 'NominateCourier' }, { command: 'BookCargo' }],
    });
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
  const refusals: [string, Partial<typeof fitness>, object][] = [
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
      fit: null,
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
  courierInPositionHoursBefore: 24,
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
      const pending = after(states.nominated, fit({ visas: [{ country: 'US', standing }] }));
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
