import type { Instant, ShipmentId } from '@cellrelay/kernel';
import {
  agendaOf,
  agendaWithoutPatient,
  clockedBags,
  governingBag,
  holdersIn,
  isBanked,
  isUnitHeld,
  loggersIn,
  orderOf,
  recordedLight,
  sharedShipment,
  travelWindows,
  withoutFigures,
  withoutPatient,
  type Obligation,
  type Shipment,
} from '@cellrelay/shipment';
import type { BoardRow } from '../ports.js';
import { figureOf } from '../figures/figure.js';
import { clockOf } from './clock-view.js';
import { endsOf, shownInOf } from './places.js';
import { withoutDoses, withoutOutcome } from './disclosed.js';
import { searchTextOf } from './search-text.js';
import { sentenceOf } from './sentence.js';
import { standingAlerts, worstOf } from './standing-alerts.js';
import { stripOf } from './strip.js';
import type { RowView } from './views.js';
import { productText } from './words.js';

/**
 * The line that lists show of a shipment: kept with the state, and written in the same transaction. Whoever has the shipment's
 * agenda in hand gives it along; it is the dearest part.
 */
export function rowOf(id: ShipmentId, shipment: Shipment, agenda = agendaOf(shipment)): BoardRow {
  const { example, reference } = orderOf(shipment).details;
  const next = dueNext(agenda);
  const holders = holdersIn(shipment);
  return {
    live: shipment.stages.order.status === 'open',
    example,
    reference,
    severity: worstOf(shipment),
    nextDueAt: next?.dueAt ?? null,
    searchText: searchTextOf(shipment, next),
    view: rowViewOf(id, shipment, next),
    figure: figureOf(shipment),
    unit: unitHeldBy(shipment),
    holders: [...holders, ...loggersIn(shipment)],
    shared: holders.length === 0 ? null : sharedOf(id, shipment),
  };
}

/** Telling somebody is the machine's, and says nothing of what the shipment waits for. */
function dueNext(agenda: readonly Obligation[]): Obligation | undefined {
  return agenda.find(({ kind }) => kind !== 'tell');
}

/** What whoever else stands in it sees of it, all alike: no free words, no dose, nothing of the patient. */
function sharedOf(id: ShipmentId, shipment: Shipment): NonNullable<BoardRow['shared']> {
  const shared = withoutFigures(withoutPatient(sharedShipment(shipment)));
  const next = dueNext(agendaWithoutPatient(shared));
  const row = withoutOutcome(rowViewOf(id, shared, next), shared.stages.receipt.receivedAt !== null);
  return { view: withoutDoses(row), searchText: searchTextOf(withoutNumbers(shared), next) };
}

/** The search would tell whoever guesses a GRID or a DIN that it was guessed right. */
function withoutNumbers(shipment: Shipment): Shipment {
  const { order } = shipment.stages;
  const details = order.details && { ...order.details, donorGrid: null, unit: null };
  return { ...shipment, stages: { ...shipment.stages, order: { ...order, details } } };
}

function unitHeldBy(shipment: Shipment): string | null {
  return isUnitHeld(shipment) ? (orderOf(shipment).details.unit?.din ?? null) : null;
}

/** What a row shows; `next` is what is due first of all that has not rung. Neither donor nor recipient is named, and the GRID stays out. */
export function rowViewOf(id: ShipmentId, shipment: Shipment, next: Obligation | undefined): RowView {
  const { details } = orderOf(shipment);
  const oldest = governingBag(shipment);
  const strip = stripOf(shipment);
  return {
    id,
    reference: details.reference,
    example: details.example,
    status: statusOf(shipment),
    ...endsOf(shipment),
    product: productText(shipment),
    strip: [...strip],
    sentence: sentenceOf(shipment, strip, next),
    oldestBag: oldest === undefined ? null : clockOf(shipment, oldest),
    clockPlannedAt: clockPlannedAt(shipment),
    light: shipment.stages.receipt.receivedAt === null ? recordedLight(shipment) : null,
    dueNext: next === undefined ? null : dueNextOf(shipment, next),
    alerts: alertsOf(shipment),
  };
}

function dueNextOf(shipment: Shipment, next: Obligation): RowView['dueNext'] {
  const { key, what, dueAt, owner, stage } = next;
  return { key, what, dueAt, owner, shownIn: shownInOf(next, endsOf(shipment)), stage };
}

function statusOf(shipment: Shipment): RowView['status'] {
  const { status } = shipment.stages.order;
  if (status === 'none') throw new Error('a shipment that was never opened has no row');
  return status;
}

function clockPlannedAt(shipment: Shipment): Instant | null {
  if (clockedBags(shipment).length > 0 || shipment.stages.order.status !== 'open') return null;
  if (isBanked(shipment)) return travelWindows(shipment)[0]?.startsAt ?? null;
  return shipment.stages.collection.days.find((day) => day.status !== 'stood-down')?.plannedEndAt ?? null;
}

function alertsOf(shipment: Shipment): RowView['alerts'] {
  return standingAlerts(shipment).map(({ id, cause, status }) => ({
    id,
    severity: cause.severity,
    wrong: cause.wrong,
    status,
  }));
}
