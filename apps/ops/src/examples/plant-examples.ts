import {
  inZone,
  latest,
  localDateAt,
  millisOf,
  instantFromMillis,
  plusDays,
  plusMinutes,
  ruleTime,
  type Instant,
} from '@cellrelay/kernel';
import { rehearsalDesks, type RehearsalScript } from '@cellrelay/adapter-desks';
import {
  playHistory,
  storeHistory,
  type Airports,
  type CommitOutcome,
  type Holidays,
  type HistoryStep,
  type ReadingStore,
  type ShipmentStore,
} from '@cellrelay/use-cases';
import { readingsIn, withLogger } from './example-readings.js';
import { withParties, type ExampleParties } from './example-parties.js';
import { beijingToHouston, tripsInTheAir, type ExampleRoute } from './route.js';
import { exampleLogger, ExampleTrip } from './trip.js';

/** What the desks of the examples say: yes to everything; the trip in the air is a little late at its connection. */
export const exampleScript: RehearsalScript = {
  seed: 26,
  lines: [{ call: 'watch-departure/1.1/1', says: 'late', minutes: 35 }],
};

interface Plant {
  readonly store: ShipmentStore;
  readonly readings: Pick<ReadingStore, 'keep'>;
  readonly airports: Airports;
  readonly holidays: Holidays;
  readonly now: Instant;
  /** Who takes part; unless given, nobody is named. */
  readonly parties?: ExampleParties;
}

/** How many examples there are. */
export const exampleCount = 2;

/**
 * Plants the examples, each in one transaction: case A with its collection tomorrow at 08:00 in Beijing, and a trip in the air, whose logger's readings are
 * kept before it. One that is there already stays as it is.
 */
export async function plantExamples(plant: Plant): Promise<readonly CommitOutcome[]> {
  const tomorrow = plusDays(localDateAt(plant.now, beijingToHouston.parties.collectionCentre.zone), 1);
  const collectionStartsAt = ruleTime(tomorrow, '08:00', beijingToHouston.parties.collectionCentre.zone);
  const caseA = { collectionStartsAt, departsAt: plusMinutes(collectionStartsAt, 10.5 * 60) };
  const departedAt = toFiveMinutes(plusMinutes(plant.now, -3 * 60));
  const route = eveningDeparture(departedAt);
  const inTheAir = { collectionStartsAt: plusMinutes(departedAt, -11 * 60), departsAt: departedAt };
  return [
    await plantOne(plant, new ExampleTrip(beijingToHouston, caseA, plant.airports), 'attended'),
    await plantOne(plant, new ExampleTrip(route, inTheAir, plant.airports), 'inTheAir'),
  ];
}

async function plantOne(plant: Plant, trip: ExampleTrip, part: 'attended' | 'inTheAir'): Promise<CommitOutcome> {
  const steps = withLogger(plant.parties === undefined ? trip[part]() : withParties(trip[part](), plant.parties));
  const until = latest([plant.now, steps.at(-1)?.at ?? plant.now]) ?? plant.now;
  const desks = rehearsalDesks(exampleScript, plant.airports);
  const played = await playHistory(trip.id, steps, { desks, holidays: plant.holidays }, until);
  // Before the history, whose absence is what the next start goes by: whoever dies in between leaves out neither.
  await keepReadings(plant, trip, steps);
  return storeHistory(plant.store, played);
}

async function keepReadings({ readings: store, now }: Plant, { id }: ExampleTrip, steps: readonly HistoryStep[]) {
  const readings = readingsIn(steps, now);
  if (readings.length > 0) await store.keep({ shipment: id, logger: exampleLogger, readings, most: readings.length });
}

/** The route whose airport had evening at that moment: people fly out after a day of collecting. */
function eveningDeparture(departedAt: Instant): ExampleRoute {
  const fromEight = (route: ExampleRoute): number => {
    const hour = Number(inZone(departedAt, route.parties.collectionCentre.zone).slice(11, 13));
    return Math.abs(hour - 20);
  };
  return tripsInTheAir.reduce((best, route) => (fromEight(route) < fromEight(best) ? route : best));
}

function toFiveMinutes(at: Instant): Instant {
  return instantFromMillis(Math.floor(millisOf(at) / 300_000) * 300_000);
}
