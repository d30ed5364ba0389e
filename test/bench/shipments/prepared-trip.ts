import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { instantFromMillis, plusMinutes, type Instant, type ShipmentId } from '@cellrelay/kernel';
import { playHistory, type PlayedHistory } from '@cellrelay/use-cases';
import { beijingToHouston } from '../../../apps/ops/src/examples/route.js';
import { ExampleTrip } from '../../../apps/ops/src/examples/trip.js';
import { airports, holidays } from '../../../apps/ops/src/stack/open-stack.js';

/** Days to the collection: everything is prepared, and nothing falls due while we measure (the first item is some 70 hours off). */
const daysAhead = 7.5;

/** A whole shipment as the examples plant it: case A with both plans ticketed, the donor cleared and the courier checked. */
export async function preparedTrip(): Promise<PlayedHistory> {
  const now = instantFromMillis(Math.floor(Date.now() / 60_000) * 60_000);
  const collectionStartsAt = plusMinutes(now, daysAhead * 24 * 60);
  const times = { collectionStartsAt, departsAt: plusMinutes(collectionStartsAt, 10.5 * 60) };
  const trip = new ExampleTrip(beijingToHouston, times, airports);
  return playHistory(
    trip.id,
    trip.prepared(),
    { desks: rehearsalDesks({ seed: 1, lines: [] }, airports), holidays },
    now,
  );
}

/** The opening of that shipment alone, with its author. */
export function openingOf(collectionStartsAt: Instant): ReturnType<ExampleTrip['prepared']>[number] {
  const times = { collectionStartsAt, departsAt: plusMinutes(collectionStartsAt, 10.5 * 60) };
  const [opening] = new ExampleTrip(beijingToHouston, times, airports).prepared();
  if (opening === undefined) throw new Error('an example begins with its opening');
  return opening;
}

let made = 0;

/** The same history of another shipment: every place that names it or its reference says the other's, so sizes stay as they are. */
export function asAnother(history: PlayedHistory, id: ShipmentId): PlayedHistory {
  const reference = `BE-26-${String((made += 1)).padStart(4, '0')}`;
  const text = JSON.stringify(history)
    .replaceAll(beijingToHouston.shipment, id)
    .replaceAll(beijingToHouston.reference, reference);
  return JSON.parse(text) as PlayedHistory;
}
