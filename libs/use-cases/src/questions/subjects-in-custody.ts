import {
  clockedBags,
  confirmedPlan,
  courierTable,
  currentBookings,
  handoffTable,
  isBanked,
  livePlans,
  orderOf,
  receiptTable,
  type Shipment,
} from '@cellrelay/shipment';
import { form, type Form, type Subject } from './action-subject.js';
import { bagNames } from './words.js';

/** The courier. */
export function courierSubjects(shipment: Shipment): readonly Subject[] {
  const { status, courier, substitute, fit, cargo } = shipment.stages.courier;
  const away =
    shipment.stages['courier-handoff'].handedOverAt !== null ? 'The box is under way with the courier.' : undefined;
  const known = courier === null ? {} : { courier, substitute };
  return [
    {
      table: courierTable,
      state: status,
      about: null,
      commands: ['NominateCourier', 'RecordCourierFit', 'RecordCourierInPosition', 'SendSubstitute', 'BookCargo'],
      prefill: {},
      zone: orderOf(shipment).details.parties.collectionCentre.zone,
      forms: {
        NominateCourier: away ?? [form(known)],
        BookCargo: cargoReason(shipment) ?? [form({ ...cargo })],
        SendSubstitute: away ?? (substitute === null ? 'No substitute is named.' : [form({})]),
        RecordCourierFit: [
          form(fit === null ? { visas: countriesEntered(shipment).map((country) => ({ country })) } : { ...fit }),
        ],
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

function countriesEntered(shipment: Shipment): readonly string[] {
  const flights = livePlans(shipment).flatMap((plan) => currentBookings(shipment, plan).map(({ flight }) => flight));
  return [...new Set(flights.map(({ to }) => to.country))].sort();
}

/** The box. What is read from labels and seals is not filled in: reading it is what the step is for. */
export function boxSubjects(shipment: Shipment): readonly Subject[] {
  const { collectionCentre, transplantCentre } = orderOf(shipment).details.parties;
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
        'DeliverToCentre',
      ],
      prefill: {},
      zone: collectionCentre.zone,
      zones: { deliveredAt: transplantCentre.zone, readyAt: transplantCentre.zone },
      forms: { ...boxForms(shipment), ...frozenForms(shipment) },
    },
  ];
}

function boxForms(shipment: Shipment): Subject['forms'] {
  const noPlan = confirmedPlan(shipment) === undefined ? 'No plan is confirmed.' : undefined;
  const fit = ['fit-to-travel', 'positioned'].includes(shipment.stages.courier.status);
  const notFit = fit ? undefined : 'The courier is not fit to travel.';
  const alone = shipment.stages.courier.cargo === null ? undefined : 'The unit travels as cargo.';
  return {
    PackBox: noBagsReason(shipment) ?? noPlan ?? [form({})],
    HandOverToCourier: alone ?? noPlan ?? notFit ?? [form({})],
  };
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

/** The receipt, and each bag whose infusion can begin. */
export function receiptSubjects(shipment: Shipment): readonly Subject[] {
  const delivered = shipment.stages['courier-handoff'].deliveredAt !== null;
  return [
    {
      table: receiptTable,
      state: shipment.stages.receipt.status,
      about: null,
      commands: ['RecordReceipt', 'AcceptProduct', 'RefuseProduct', 'StartInfusion'],
      prefill: {},
      zone: orderOf(shipment).details.parties.transplantCentre.zone,
      forms: {
        StartInfusion: infusions(shipment),
        ...(delivered ? {} : { RecordReceipt: 'The box has not been delivered.' }),
      },
    },
  ];
}

function infusions(shipment: Shipment): readonly Form[] {
  const packed = shipment.stages['courier-handoff'].packed?.bags ?? [];
  const waiting = clockedBags(shipment).filter(({ id, endedAt }) => endedAt === null && packed.includes(id));
  const names = bagNames(shipment);
  return [
    ...waiting.flatMap(({ id, shipper }) => endForms(id, names.get(id) ?? id, shipper !== null)),
    ...thawing(shipment),
  ];
}

function endForms(bag: string, about: string, frozen: boolean): readonly Form[] {
  const infusion = form({ bag, how: 'infusion' }, { about });
  return frozen
    ? [form({ bag, how: 'stored-frozen' }, { about, label: 'Record that it is stored' }), infusion]
    : [infusion];
}

/** What was stored frozen is infused some day. */
function thawing({ stages }: Shipment): readonly Form[] {
  if (stages.receipt.status !== 'stored') return [];
  return stages.receipt.ended.map(({ bag }) => form({ bag, how: 'infusion' }, { about: 'unit' }));
}
