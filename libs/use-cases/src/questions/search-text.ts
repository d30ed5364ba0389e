import {
  currentBookings,
  livePlans,
  orderOf,
  type Obligation,
  type Parties,
  type Shipment,
  type Site,
} from '@cellrelay/shipment';
import { standingAlerts } from './standing-alerts.js';

/** Which lists of the board a shipment belongs to, besides the list of all. */
export const viewTags = {
  urgent: 'view:urgent',
  mine: 'view:mine',
  air: 'view:air',
  decisions: 'view:decisions',
} as const;

/**
 * What the list's search looks in, in lower case: reference, cities, centres, GRID, courier, flights; and the tags of the views.
 * `next` is what is due first. The text is looked in and never shown.
 */
export function searchTextOf(shipment: Shipment, next: Obligation | undefined): string {
  const { details } = orderOf(shipment);
  const { courier, cargo } = shipment.stages.courier;
  const sites = sitesOf(details.parties).flatMap(({ name, city }) => [name, city]);
  const carrier = [
    ...(courier === null ? [] : [courier.name, courier.company]),
    ...(cargo === null ? [] : [cargo.carrier, cargo.waybill]),
  ];
  const all = [
    details.reference,
    ...(details.donorGrid === null ? [] : [details.donorGrid]),
    ...(details.unit === null ? [] : [details.unit.din]),
    ...sites,
    ...carrier,
    ...flightsOf(shipment),
    ...tagsOf(shipment, next),
  ];
  return [...new Set(all)].join(' ').toLowerCase();
}

/** In a fixed order: that of the keys differs between a state that was decided and the same one read from its log. */
function sitesOf({ donorRegistry, patientRegistry, collectionCentre, transplantCentre }: Parties): readonly Site[] {
  return [donorRegistry, patientRegistry, collectionCentre, transplantCentre];
}

function flightsOf(shipment: Shipment): readonly string[] {
  return livePlans(shipment)
    .flatMap((plan) => currentBookings(shipment, plan))
    .flatMap(({ flight }) => [flight.designator, flight.designator.replace(' ', ''), flight.from.iata, flight.to.iata]);
}

function tagsOf(shipment: Shipment, next: Obligation | undefined): readonly string[] {
  const tags: readonly (readonly [string, boolean])[] = [
    [viewTags.urgent, standingAlerts(shipment).length > 0],
    [viewTags.mine, waitsForCoordinator(shipment, next)],
    [viewTags.air, isUnderWay(shipment)],
    [viewTags.decisions, ['short', 'one-short'].includes(shipment.stages['cell-count'].status)],
  ];
  return tags.filter(([, holds]) => holds).map(([tag]) => tag);
}

/** An alert that nobody has taken on, or the next item is the coordinator's. */
function waitsForCoordinator(shipment: Shipment, next: Obligation | undefined): boolean {
  const untaken = standingAlerts(shipment).some(({ status }) => status !== 'acknowledged');
  return untaken || next?.owner === 'coordinator';
}

/** In custody of the courier, or a flight of it is in the air. */
function isUnderWay(shipment: Shipment): boolean {
  return (
    ['in-custody', 'relayed'].includes(shipment.stages['courier-handoff'].status) ||
    shipment.stages['flight-booking'].bookings.some(
      ({ departedAt, arrivedAt }) => departedAt !== null && arrivedAt === null,
    )
  );
}
