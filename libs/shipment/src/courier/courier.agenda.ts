import type { Positioning } from '@cellrelay/itinerary';
import { latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Deadline } from '../obligation.js';
import type { CourierAgendaFacts, CourierState } from './courier.js';
import { bookCargo, nominate, recordFit, recordPosition, recordVisaFor, sendSubstitute } from './courier.offers.js';

export { courierCauses } from './courier.causes.js';

const dayMinutes = 24 * 60;

/** Papers are checked so many days before the courier is to be in town: time for an express visa, or for the substitute's check. */
export const fitBeforePositionDays = 3;

/** What is owed of the courier until the box is handed over: a name, a check, being in town (S42). Due moments are absolute. */
export function courierObligations(state: CourierState, facts: CourierAgendaFacts): readonly Deadline[] {
  if (facts.handedOver) return [];
  if (state.status === 'not-needed') return cargoDue(state, facts);
  const named = state.status === 'wanted' ? [courierDue(facts)] : [];
  const { positioning } = facts;
  return positioning === null ? named : [...named, ...untilInTown(positioning, state, facts)];
}

/** A waybill is for a day: when the unit leaves on another, it is booked anew, or confirmed by booking it so again. */
function cargoDue({ cargoRecordedAt }: CourierState, facts: CourierAgendaFacts): readonly Deadline[] {
  const { shippingPostponed: postponed } = facts;
  if (postponed === null || cargoRecordedAt === null || cargoRecordedAt > postponed.at) return [];
  const planned = plusMinutes(facts.collectionStartsAt, -facts.courierDueDaysBefore * dayMinutes);
  return [
    {
      ...owed,
      key: `cargo-rebooking-due/${postponed.times}`,
      kind: 'cargo-rebooking-due',
      dueAt: latest([planned, plusMinutes(postponed.at, facts.reportGraceMinutes)]) ?? planned,
      what: 'Book the unit as cargo for its new day',
      severity: 'critical',
      overdue: {
        wrong: 'The unit leaves its bank on another day, and its waybill is still that of the old one.',
        follows: 'The carrier has no room for it on the new flights.',
      },
      offers: [bookCargo, nominate],
    },
  ];
}

function untilInTown(positioning: Positioning, state: CourierState, facts: CourierAgendaFacts): readonly Deadline[] {
  const { inTownBy } = positioning;
  const before = (days: number) => plusMinutes(inTownBy, -days * dayMinutes);
  return [
    ...(state.fit === null ? [fitDue(before(fitBeforePositionDays), state, facts)] : []),
    ...visasToCallIn(before(facts.visaExpediteDays), state, facts),
    ...(state.positionedAt === null ? [positionDue(inTownAt(positioning, state, facts), state, facts)] : []),
  ];
}

/** With a trip booked the courier is to be in town when it has arrived; a trip that comes late is an alert of its own. */
function inTownAt({ inTownBy }: Positioning, { trip }: CourierState, facts: CourierAgendaFacts): Instant {
  return trip === null ? inTownBy : plusMinutes(trip.arrivesAt.at, facts.reportGraceMinutes);
}

/** A visa to be had by express (cases.md A: the embassy was asked beforehand) has to be called in while there is time. */
function visasToCallIn(dueAt: Instant, { fit }: CourierState, facts: CourierAgendaFacts): readonly Deadline[] {
  const open = (fit?.visas ?? []).filter(({ standing }) => standing === 'expeditable');
  return open.map(({ country }) => ({
    ...owed,
    key: `visa-expedite-due/${country}`,
    kind: 'visa-expedite-due',
    dueAt: notBeforeOpening(dueAt, facts),
    what: `Call in the express visa for ${country}`,
    severity: 'critical',
    overdue: {
      wrong: `The express visa for ${country} is not known to be called in.`,
      follows: 'Later it does not come in time, and the substitute has to travel.',
    },
    offers: [recordVisaFor(country), sendSubstitute],
  }));
}

/** Nobody can have done anything before the shipment was opened. */
function notBeforeOpening(dueAt: Instant, facts: CourierAgendaFacts): Instant {
  return latest([dueAt, plusMinutes(facts.openedAt, facts.reportGraceMinutes)]) ?? dueAt;
}

const owed = { does: 'ring', stage: 'courier', owner: 'coordinator' } as const;

function courierDue(facts: CourierAgendaFacts): Deadline {
  return {
    ...owed,
    key: 'courier-due/1',
    kind: 'courier-due',
    dueAt: notBeforeOpening(plusMinutes(facts.collectionStartsAt, -facts.courierDueDaysBefore * dayMinutes), facts),
    what: facts.frozen ? 'Nominate a courier, or book the unit as cargo' : 'Nominate a courier and a substitute',
    severity: 'warning',
    overdue: {
      wrong: facts.frozen ? 'No courier is nominated, and no cargo is booked.' : 'No courier is nominated.',
      follows: 'Papers and visas take days; nobody fetches the cells otherwise.',
    },
    offers: facts.frozen ? [nominate, bookCargo] : [nominate],
  };
}

function fitDue(dueAt: Instant, state: CourierState, facts: CourierAgendaFacts): Deadline {
  return {
    ...owed,
    key: 'courier-fit-due/1',
    kind: 'courier-fit-due',
    dueAt: notBeforeOpening(dueAt, facts),
    what: "Check the courier's training, passport and visas",
    severity: 'warning',
    overdue: {
      wrong: 'The courier is not known to be fit to travel.',
      follows: 'The box is not handed to a courier who was not checked.',
    },
    offers: state.status === 'wanted' ? [nominate] : [recordFit, sendSubstitute],
  };
}

function positionDue(dueAt: Instant, state: CourierState, facts: CourierAgendaFacts): Deadline {
  return {
    ...owed,
    key: 'courier-in-position/1',
    kind: 'courier-in-position',
    owner: 'courier',
    dueAt: notBeforeOpening(dueAt, facts),
    what: 'Be in the town of the collection centre',
    severity: 'critical',
    overdue: {
      wrong: 'The courier is not known to be in town.',
      follows: 'The night before the collection is left to send the substitute.',
    },
    offers: state.status === 'wanted' ? [nominate] : [recordPosition, sendSubstitute],
  };
}
