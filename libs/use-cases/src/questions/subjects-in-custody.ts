import {
  bagsInTheBox,
  clockedBags,
  confirmedPlan,
  courierTable,
  currentBookings,
  destinationOf,
  handoffTable,
  livePlans,
  orderOf,
  receiptTable,
  type Shipment,
} from '@cellrelay/shipment';
import { form, type Form, type Subject } from './action-subject.js';
import { bagNames } from './words.js';

/** The courier. */
export function courierSubjects(shipment: Shipment): readonly Subject[] {
  const { status, courier, substitute, fit } = shipment.stages.courier;
  const away =
    shipment.stages['courier-handoff'].handedOverAt !== null ? 'The box is under way with the courier.' : undefined;
  const known = courier === null ? {} : { courier, substitute };
  return [
    {
      table: courierTable,
      state: status,
      about: null,
      commands: ['NominateCourier', 'RecordCourierFit', 'RecordCourierInPosition', 'SendSubstitute'],
      prefill: {},
      zone: orderOf(shipment).details.parties.collectionCentre.zone,
      forms: {
        NominateCourier: away ?? [form(known)],
        SendSubstitute: away ?? (substitute === null ? 'No substitute is named.' : [form({})]),
        RecordCourierFit: [
          form(fit === null ? { visas: countriesEntered(shipment).map((country) => ({ country })) } : { ...fit }),
        ],
      },
    },
  ];
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
      commands: ['PackBox', 'HandOverToCourier', 'DeliverToCentre'],
      prefill: {},
      zone: collectionCentre.zone,
      zones: { deliveredAt: destinationOf(shipment).zone },
      forms: boxForms(shipment),
    },
  ];
}

function boxForms(shipment: Shipment): Subject['forms'] {
  const noBags = clockedBags(shipment).length === 0 ? 'No cells have been collected.' : undefined;
  const noPlan = confirmedPlan(shipment) === undefined ? 'No plan is confirmed.' : undefined;
  const fit = ['fit-to-travel', 'positioned'].includes(shipment.stages.courier.status);
  const notFit = fit ? undefined : 'The courier is not fit to travel.';
  return {
    PackBox: noBags ?? noPlan ?? [form({})],
    HandOverToCourier: noPlan ?? notFit ?? [form({})],
  };
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
      zone: destinationOf(shipment).zone,
      forms: {
        StartInfusion: infusions(shipment),
        ...(delivered ? {} : { RecordReceipt: 'The box has not been delivered.' }),
      },
    },
  ];
}

function infusions(shipment: Shipment): readonly Form[] {
  const waiting = bagsInTheBox(shipment).filter(({ endedAt }) => endedAt === null);
  const names = bagNames(shipment);
  return waiting.map(({ id }) => form({ bag: id, how: 'infusion' }, { about: names.get(id) ?? id }));
}
