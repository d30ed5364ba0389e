import { randomUUID } from 'node:crypto';
import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { instantFromMillis, plusMinutes, type Instant, type ShipmentId } from '@cellrelay/kernel';
import { agendaOf, defaultPolicy } from '@cellrelay/shipment';
import { playHistory, type HistoryStep, type PlayedHistory } from '@cellrelay/use-cases';
import { beijingToHouston } from '../../../apps/ops/src/examples/route.js';
import { ExampleTrip } from '../../../apps/ops/src/examples/trip.js';
import { airports, holidays } from '../../../apps/ops/src/stack/open-stack.js';
import { mustFind } from '../ground/must-find.js';
import type { Copy } from './copy-trips.js';
import { storedTrip, type StoredTrip } from './stored-trip.js';

type Played = 'prepared' | 'inTheAir';

/** Trips in preparation, collected from this many days on, and trips with the courier in the air. Nothing of them falls due within hours. */
const from: Readonly<Record<Played, { readonly days: number; readonly apartHours: number }>> = {
  prepared: { days: 7.5, apartHours: 24 },
  inTheAir: { days: -0.5, apartHours: -0.25 },
};

/** So many trips of a kind, each with times of its own. */
export async function tripsUnderWay(played: Played, count: number): Promise<readonly PlayedHistory[]> {
  const { days, apartHours } = from[played];
  const trips: PlayedHistory[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const startsAt = plusMinutes(wholeMinute(Date.now()), (days * 24 + nth * apartHours) * 60);
    trips.push(await play(stepsOf(startsAt, played), wholeMinute(Date.now())));
  }
  return trips;
}

/** The collection ended, and the laboratory owes the count of its cells by a moment that only this shipment has: it is due at that very millisecond. */
export async function countsDueAt(dueAtMs: readonly number[]): Promise<readonly Copy[]> {
  const copies: Copy[] = [];
  for (const dueAt of dueAtMs.map(Math.round)) {
    const minute = Math.floor(dueAt / 60_000) * 60_000;
    const shifted = (found: string): string => new Date(Date.parse(found) - mark + (dueAt - minute)).toISOString();
    copies.push({
      trip: await countDueIn(minute),
      id: randomUUID() as ShipmentId,
      instead: [[/\d{4}-\d\d-\d\dT\d\d:\d\d:00\.007Z/g, shifted]],
    });
  }
  return copies;
}

/** What such a shipment is to ring. */
export const countDueKey = 'count-due/1';

/** The end of the collection and what is reckoned from it bear this mark, so that they are found in a copy's texts. */
const mark = 7;
const lastsMinutes = 250;

const known = new Map<number, Promise<StoredTrip>>();

function countDueIn(minuteMs: number): Promise<StoredTrip> {
  const trip = known.get(minuteMs) ?? playCountDue(instantFromMillis(minuteMs + mark));
  known.set(minuteMs, trip);
  return trip;
}

async function playCountDue(dueAt: Instant): Promise<StoredTrip> {
  const endedAt = plusMinutes(dueAt, -defaultPolicy.countDueMinutes.value);
  const startsAt = wholeMinute(Date.parse(plusMinutes(endedAt, -lastsMinutes)));
  const steps = stepsOf(startsAt, 'inTheAir');
  const at = steps.findIndex(({ command }) => command.name === 'EndCollection');
  const ending = endingAt(mustFind(steps, at), endedAt);
  const history = await play([...steps.slice(0, at), ending], plusMinutes(endedAt, 6));
  const [first, second] = agendaOf(history.shipment);
  if (first?.key !== countDueKey || first.dueAt !== dueAt || (second?.dueAt ?? dueAt) < plusMinutes(dueAt, 24 * 60))
    throw new Error(`a shipment was to owe its count at ${dueAt}, and owes ${first?.key} at ${first?.dueAt}`);
  return storedTrip(history);
}

function endingAt(step: HistoryStep, endedAt: Instant): HistoryStep {
  const { command } = step;
  if (command.name !== 'EndCollection') throw new Error('a collection ends with its end');
  const ended = { ...command.data.endedAt, at: endedAt };
  return { ...step, at: plusMinutes(endedAt, 5), command: { ...command, data: { ...command.data, endedAt: ended } } };
}

function stepsOf(collectionStartsAt: Instant, played: Played): readonly HistoryStep[] {
  const times = { collectionStartsAt, departsAt: plusMinutes(collectionStartsAt, 10.5 * 60) };
  return new ExampleTrip(beijingToHouston, times, airports)[played]();
}

function play(steps: readonly HistoryStep[], until: Instant): Promise<PlayedHistory> {
  const desks = rehearsalDesks({ seed: 1, lines: [] }, airports);
  return playHistory(beijingToHouston.shipment as ShipmentId, steps, { desks, holidays }, until);
}

function wholeMinute(atMs: number): Instant {
  return instantFromMillis(Math.floor(atMs / 60_000) * 60_000);
}
