import {
  checkSaid,
  checksOf,
  clockedBags,
  confirmedPlan,
  courierPositioning,
  courierTable,
  currentBookings,
  destinationOf,
  handoffTable,
  isBanked,
  livePlans,
  orderOf,
  type CheckPlace,
  type CourierPerson,
  type FitToTravel,
  type Shipment,
} from '@cellrelay/shipment';
import { asStated, form, type Form, type Subject } from './action-subject.js';

/** The courier. */
export function courierSubjects(shipment: Shipment): readonly Subject[] {
  const { status, courier, substitute, cargo } = shipment.stages.courier;
  const away =
    shipment.stages['courier-handoff'].handedOverAt !== null ? 'The box is under way with the courier.' : undefined;
  const known = courier === null ? {} : { courier: personPrefill(courier), substitute: personPrefill(substitute) };
  return [
    {
      table: courierTable,
      state: status,
      about: null,
      commands: [
        'NominateCourier',
        'RecordCourierFit',
        'RecordVisa',
        'RecordPositioningTrip',
        'RecordCourierInPosition',
        'SendSubstitute',
        'BookCargo',
      ],
      prefill: {},
      zone: orderOf(shipment).details.parties.collectionCentre.zone,
      forms: {
        NominateCourier: away ?? [form(known)],
        BookCargo: cargoReason(shipment) ?? [form({ ...cargo })],
        SendSubstitute: away ?? (substitute === null ? 'No substitute is named.' : [form({})]),
        RecordCourierFit: [form(checkPrefill(shipment))],
        RecordVisa: visaForms(shipment),
        RecordPositioningTrip: away ?? [form(stay(shipment))],
      },
    },
  ];
}

function cargoReason(shipment: Shipment): string | undefined {
  if (!isBanked(shipment)) return 'Living cells never travel without a courier.';
  const withCourier =
    shipment.stages['courier-handoff'].handedOverAt !== null && shipment.stages.courier.cargo === null;
  return withCourier ? 'The box is under way with the courier.' : undefined;
}

/** A person as the form has them, every time as it is stated. */
function personPrefill(person: CourierPerson | null): Readonly<Record<string, unknown>> | null {
  if (person === null) return null;
  return { ...person, restUntil: person.restUntil === null ? null : asStated(person.restUntil) };
}

function fitPrefill(fit: FitToTravel): Readonly<Record<string, unknown>> {
  const { lastJourneyEndedAt } = fit;
  return { ...fit, lastJourneyEndedAt: lastJourneyEndedAt === null ? null : asStated(lastJourneyEndedAt) };
}

/** The check as it stands; before it what is on record of the courier already, with every country entered. */
function checkPrefill(shipment: Shipment): Readonly<Record<string, unknown>> {
  const { courier, fit } = shipment.stages.courier;
  if (fit !== null) return fitPrefill(fit);
  const papers = courier?.papers ?? null;
  const visas = countriesEntered(shipment).map(
    (country) => papers?.visas.find((visa) => visa.country === country) ?? { country },
  );
  return { ...papers, visas };
}

/** One form for each visa that may still change; else a plain one, for a country that nobody spoke of. */
function visaForms({ stages }: Shipment): readonly Form[] {
  const pending = (stages.courier.fit?.visas ?? []).filter(
    ({ standing }) => standing === 'applied' || standing === 'expeditable',
  );
  return [
    ...pending.map(({ country }) => form({ country }, { label: `Record the visa for ${country}`, about: country })),
    form({}, { label: 'Record a visa for another country' }),
  ];
}

/** The stay that the plan asks for, with its extra night. */
function stay(shipment: Shipment): Readonly<Record<string, unknown>> {
  const staysUntil = courierPositioning(shipment)?.staysUntil;
  return staysUntil === undefined ? {} : { staysUntil };
}

function countriesEntered(shipment: Shipment): readonly string[] {
  const flights = livePlans(shipment).flatMap((plan) => currentBookings(shipment, plan).map(({ flight }) => flight));
  return [...new Set(flights.map(({ to }) => to.country))].sort();
}

/** The box. What is read from labels and seals is not filled in: reading it is what the step is for. */
export function boxSubjects(shipment: Shipment): readonly Subject[] {
  const { collectionCentre } = orderOf(shipment).details.parties;
  return [
    {
      table: handoffTable,
      state: shipment.stages['courier-handoff'].status,
      about: null,
      commands: [
        'ChargeShipper',
        'PackBox',
        'HandOverToCourier',
        'RecordCargoAccepted',
        'RecordCargoLoaded',
        'RecordCargoReady',
        'PlanRelay',
        'CancelRelay',
        'RecordRelayHandover',
        'DeliverToCentre',
      ],
      prefill: {},
      zone: collectionCentre.zone,
      zones: { deliveredAt: destinationOf(shipment).zone, readyAt: destinationOf(shipment).zone },
      forms: { ...boxForms(shipment), ...frozenForms(shipment) },
    },
  ];
}

function boxForms(shipment: Shipment): Subject['forms'] {
  const noPlan = confirmedPlan(shipment) === undefined ? 'No plan is confirmed.' : undefined;
  const { relayPlan } = shipment.stages['courier-handoff'];
  return {
    PackBox: noBagsReason(shipment) ?? noPlan ?? [form(toCheck('packing'), inWords('packing'))],
    HandOverToCourier: noPlan ?? noCourier(shipment) ?? [form(toCheck('pick-up'), inWords('pick-up'))],
    CancelRelay: relayPlan === null ? 'No relay is planned.' : [form({})],
    RecordRelayHandover: [
      form(
        {
          ...toCheck('relay'),
          ...(relayPlan === null ? {} : { airport: relayPlan.airport, takenBy: relayPlan.courier.name }),
        },
        inWords('relay'),
      ),
    ],
    DeliverToCentre: [form(toCheck('delivery'), inWords('delivery'))],
  };
}

/** Why nobody can take the box. */
function noCourier({ stages: { courier } }: Shipment): string | undefined {
  if (courier.cargo !== null) return 'The unit travels as cargo.';
  return ['fit-to-travel', 'positioned'].includes(courier.status) ? undefined : 'The courier is not fit to travel.';
}

/** Every check of the place, none of them answered: what is passed over shows as not checked. */
function toCheck(place: CheckPlace): { readonly checks: readonly object[] } {
  return { checks: checksOf(place).map((check) => ({ check, found: 'not-checked' })) };
}

/** Each check of the place by its sentence, which says how it should be. */
function inWords(place: CheckPlace): Pick<Form, 'shape'> {
  const named = checksOf(place).map((check) => ({ value: check, label: checkSaid(place, check) }));
  return { shape: { named: { 'checks/check': named } } };
}

function noBagsReason(shipment: Shipment): string | undefined {
  if (clockedBags(shipment).length > 0) return undefined;
  return isBanked(shipment) ? 'No shipper is charged.' : 'No cells have been collected.';
}

/** What is said of a frozen unit alone. */
function frozenForms(shipment: Shipment): Subject['forms'] {
  const { charges, readyAt } = shipment.stages['courier-handoff'];
  const last = charges.at(-1);
  const known = last === undefined ? {} : { shipper: last.shipper, validatedHoldHours: last.validatedHoldHours };
  const withCourier = shipment.stages.courier.cargo === null ? 'The unit is not booked as cargo.' : undefined;
  const noPlan = confirmedPlan(shipment) === undefined ? 'No plan is confirmed.' : undefined;
  return {
    ChargeShipper: isBanked(shipment) ? [form(known)] : 'What is ordered travels fresh.',
    RecordCargoAccepted: withCourier ?? noPlan ?? [form({})],
    RecordCargoLoaded: withCourier ?? loadings(shipment),
    RecordCargoReady: withCourier ?? (readyAt === null ? [form({})] : 'It is ready already.'),
  };
}

function loadings(shipment: Shipment): readonly Form[] | string {
  const plan = confirmedPlan(shipment);
  const { loaded } = shipment.stages['courier-handoff'];
  const bookings = plan === undefined ? [] : currentBookings(shipment, plan);
  const open = bookings.filter(
    ({ id, status }) => !loaded.includes(id) && ['held', 'ticketed', 'flown'].includes(status),
  );
  if (open.length === 0) return 'It is known of every flight.';
  return open.map(({ id, flight }) => form({ booking: id }, { about: flight.designator }));
}
