import { mustBe, zoneOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { courierHandoffCauses, courierHandoffObligations } from './courier-handoff.agenda.js';
import { decideCourierHandoff } from './courier-handoff.decide.js';
import { evolveCourierHandoff, initialCourierHandoff } from './courier-handoff.evolve.js';
import type {
  CheckAnswer,
  CourierHandoffAgendaFacts,
  CourierHandoffCommand,
  CourierHandoffFacts,
  CourierHandoffState,
  HandoffStatus,
} from './courier-handoff.js';

/** A box of invented parties, as the specs of this stage tell of it. */

const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
export const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
const now = at('25T12:00').at;
export const dayOne = 'G123498654321/S1128V00';
export const dayOneOther = 'G123498654321/S1128VA0';
export const facts: CourierHandoffFacts = {
  now,
  statedBy: { person: 'A', organisation: 'B', how: 'in-person' },
  bags: [{ id: dayOne, collectionEndedAt: at('23T04:00').at }],
  planConfirmed: true,
  moreBagsToCome: false,
  courierFit: true,
  lastLandedAt: at('24T20:00').at,
  stillFlying: null,
  leftBehindBy: null,
  boxContingencyHours: 12,
  arrivalAtCentreAt: at('24T21:30').at,
  relayLandsAt: null,
  unitReleased: null,
  coldEnoughCelsius: 8,
  asCargo: false,
  bookings: ['1.0/1'],
  shipperRules: { mostHours: 168, notRequalifiedFactor: 0.6, targetMarginHours: 24 },
};

export type DataOf<N extends CourierHandoffCommand['name']> = Extract<CourierHandoffCommand, { name: N }>['data'];
const sealed = { seal: 'SEAL-1', sealDiffersReason: null, checks: [] };
export const pack = (change: Partial<DataOf<'PackBox'>> = {}): CourierHandoffCommand => ({
  name: 'PackBox',
  data: {
    box: 'BOX-1',
    logger: 'LOG-1',
    seal: 'SEAL-1',
    bags: [dayOne],
    validatedHoldHours: null,
    preconditionedAt: null,
    packedBy: null,
    readBackBy: null,
    ambientCelsius: null,
    loggerStartedAt: null,
    loggerStartCelsius: null,
    checks: [],
    shortHold: null,
    packedAt: at('23T10:00'),
    ...change,
  },
});
export const handOver = (change: Partial<DataOf<'HandOverToCourier'>> = {}): CourierHandoffCommand => ({
  name: 'HandOverToCourier',
  data: { handedOverAt: at('23T12:00'), givenBy: 'Nurse One', takenBy: 'Courier One', ...sealed, ...change },
});
export const deliver = (change: Partial<DataOf<'DeliverToCentre'>> = {}): CourierHandoffCommand => ({
  name: 'DeliverToCentre',
  data: { deliveredAt: at('24T22:00'), givenBy: 'Courier One', takenBy: 'Technician One', ...sealed, ...change },
});
export const planRelay = (change: Partial<DataOf<'PlanRelay'>> = {}): CourierHandoffCommand => ({
  name: 'PlanRelay',
  data: {
    airport: 'SFO',
    courier: { name: 'Courier Two', company: 'Example Couriers', phone: '+1 555 0102', poolId: null, papers: null },
    box: 'BOX-2',
    validatedHoldHours: 48,
    logger: null,
    plannedAt: at('23T09:00'),
    ...change,
  },
});
export const cancelRelay = (change: Partial<DataOf<'CancelRelay'>> = {}): CourierHandoffCommand => ({
  name: 'CancelRelay',
  data: { reason: 'not needed', cancelledAt: at('23T13:00'), ...change },
});
export const secondBox = {
  box: 'BOX-2',
  logger: 'LOG-2',
  seal: 'SEAL-2',
  validatedHoldHours: 48,
  preconditionedAt: null,
};
export const relay = (change: Partial<DataOf<'RecordRelayHandover'>> = {}): CourierHandoffCommand => ({
  name: 'RecordRelayHandover',
  data: {
    airport: 'SFO',
    handedOverAt: at('24T08:00'),
    givenBy: 'Courier One',
    takenBy: 'Courier Two',
    ...sealed,
    secondBox,
    ...change,
  },
});

export const after = (state: CourierHandoffState, command: CourierHandoffCommand): CourierHandoffState =>
  mustBe(decideCourierHandoff(command, state, facts)).reduce(
    (folded, event) => evolveCourierHandoff(folded, event, now),
    state,
  );
export const given = (...history: CourierHandoffCommand[]): CourierHandoffState =>
  history.reduce(after, initialCourierHandoff);
export const third = {
  ...{ name: 'Courier Three', company: 'Example Couriers', phone: '+1 555 0103' },
  ...{ poolId: null, papers: null },
};
export const states: Record<HandoffStatus, CourierHandoffState> = {
  awaited: given(),
  packed: given(pack()),
  'in-custody': given(planRelay(), pack(), handOver()),
  relayed: given(pack(), handOver(), relay(), planRelay({ airport: 'DEN', box: 'BOX-3', courier: third })),
  delivered: given(pack(), handOver(), deliver()),
};

export const agendaFacts: CourierHandoffAgendaFacts = {
  firstDepartureAt: at('23T20:00').at,
  bags: [dayOne],
  allCollectedAt: at('23T04:00').at,
  arrivalAtCentreAt: at('24T21:30').at,
  toAirportMinutes: null,
  handoverBeforeDepartureMinutes: 240,
  reportGraceMinutes: 45,
  relayLandsAt: null,
  relayNeeds: null,
  openedAt: at('12T08:00').at,
  visaExpediteDays: 5,
  divertedTo: null,
  chargeDueAt: null,
  asCargo: false,
  flights: [],
};
export const owed = (
  state: CourierHandoffState,
  change: Partial<CourierHandoffAgendaFacts> = {},
): Record<string, string> =>
  Object.fromEntries(
    courierHandoffObligations(state, { ...agendaFacts, ...change }).map((each) => [each.kind, each.dueAt]),
  );

export const keys = (state: CourierHandoffState, change: Partial<CourierHandoffAgendaFacts> = {}): string[] =>
  courierHandoffCauses(state, { ...agendaFacts, ...change }).map((cause) => cause.key);
export const differs = (check: string, note: string | null = 'not so'): CheckAnswer => ({
  check,
  found: 'differs',
  note,
});
