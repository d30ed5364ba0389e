import type { Stack } from '../../../apps/ops/src/stack/open-stack.js';
import type { ShipmentId } from '@cellrelay/kernel';
import { exampleShipment, issueAll, openShipment, proposePlan } from '@cellrelay/testkit';
import type { Shipment, ShipmentCommand } from '@cellrelay/shipment';
import { broughtNear } from '../../support/brought-near.js';
import { eventually } from './eventually.js';

/** What the faults are tried on: a shipment whose plan makes two calls for seats, due at once, each with an effect at the airline's rehearsal desk. */
export const callsOfPlan = 2;

/** The shipment opened and its first plan proposed, on days that are past by now: everything of it is due at once. */
export function plannedShipment(id: ShipmentId = exampleShipment()): readonly ShipmentCommand[] {
  return broughtNear([openShipment(id), proposePlan(1)], '2024-09-04', 100);
}

/** Opens so many shipments, numbered from `first`, each with its two calls. */
export async function planShipments(
  issue: Parameters<typeof issueAll>[0],
  count: number,
  first = 1,
): Promise<readonly ShipmentId[]> {
  const ids = Array.from({ length: count }, (_, at) => exampleShipment(first + at));
  for (const id of ids) await issueAll(issue, id, plannedShipment(id));
  return ids;
}

/** How many seats of a shipment are held. */
export async function heldSeats(
  shipments: { load(id: ShipmentId): Promise<Shipment | null> },
  id: ShipmentId = exampleShipment(),
): Promise<number> {
  const bookings = (await shipments.load(id))?.stages['flight-booking'].bookings ?? [];
  return bookings.filter((booking) => booking.status === 'held').length;
}

/** Resolves when both seats of each are held; the test's own time bounds the wait. */
export function seatsHeld(
  shipments: { load(id: ShipmentId): Promise<Shipment | null> },
  ids: readonly ShipmentId[] = [exampleShipment()],
): Promise<void> {
  return eventually(async () => {
    for (const id of ids) if ((await heldSeats(shipments, id)) < callsOfPlan) return false;
    return true;
  });
}

/** Calls to the airline that are due and that nobody has made. */
export async function callsDue(agenda: Stack['worker']['agenda']): Promise<number> {
  const due = await agenda.due({ fromMs: null, toMs: 0 }, 1_000);
  return due.filter(({ stage, does }) => stage === 'flight-booking' && does === 'call').length;
}

/** How often each type of event stands in a shipment's log. */
export async function recorded(pool: Stack['api']['pool'], id: ShipmentId): Promise<Readonly<Record<string, number>>> {
  const found = await pool.query<{ type: string; count: number }>(
    `select text::json -> 'event' ->> 'type' as type, count(*)::integer as count from cellrelay.event where shipment = $1 group by 1`,
    [id],
  );
  return Object.fromEntries(found.rows.map(({ type, count }) => [type, count]));
}
