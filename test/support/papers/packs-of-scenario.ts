import type { ZonedInstant } from '@cellrelay/kernel';
import { exampleConfirmations, packOf, rulesFor, shippedRules, type Pack, type PaperFacts } from '@cellrelay/paperwork';
import type { Shipment } from '@cellrelay/shipment';
import {
  factsOfShipment,
  markersSaid,
  rulesForPapers,
  tripOf,
  type EnteredFacts,
  type ReadingsForPapers,
  type StoredEntry,
} from '@cellrelay/use-cases';
import { dryRun } from '../dry-world.js';
import { scenarioIn } from '../scenarios.js';
import { after } from '../twice-told.js';
import { exampleEntered } from './example-entered.js';
import { scenarioAs, type Variant } from './scenario-variants.js';

/** The log that a scenario makes. */
export function logOf(scenario: string, as?: Variant): Promise<readonly StoredEntry[]> {
  if (as !== undefined) return dryRun(scenarioAs(scenario, as)).then(({ log }) => log);
  const log = logs.get(scenario) ?? dryRun(scenarioIn(scenario)).then((ran) => ran.log);
  logs.set(scenario, log);
  return log;
}

/** A scenario as its file has it is run once for all that is asked of it. */
const logs = new Map<string, Promise<readonly StoredEntry[]>>();

/** The shipment right after the last event of that type; at the end without one. */
export function shipmentAfter(log: readonly StoredEntry[], type: string | null): Shipment {
  const lines = type === null ? log.length : log.findLastIndex(({ text }) => text.includes(`"${type}"`)) + 1;
  if (lines === 0) throw new Error(`no ${String(type)} in the log`);
  return after(log, lines);
}

/** What the logger of such a box would read on the way: a curve that stays within 2–8 °C. */
export const exampleReadings: ReadingsForPapers = {
  logger: 'LOG-EXAMPLE-1',
  points: Array.from({ length: 24 }, (_, hour) => ({
    at: new Date(Date.UTC(2024, 8, 4, 7 + hour)).toISOString() as ZonedInstant['at'],
    celsius: 4 + (hour % 5) / 2,
  })),
  lowestCelsius: 4,
  highestCelsius: 6,
};

/** The facts of a plan, as the shipment stands then, by the rules that ship and, of an example, their invented confirmations; throws where the plan is not live. */
export function factsFrom(shipment: Shipment, plan: 1 | 2, entered: EnteredFacts = exampleEntered): PaperFacts {
  const { recordedAt } = shipment;
  if (recordedAt === null) throw new Error('nothing was recorded');
  const trip = tripOf(shipment, markersSaid(entered.markers));
  const facts = factsOfShipment({
    ...{ shipment, plan, entered, readings: exampleReadings },
    rules: rulesForPapers(rulesFor(trip, shippedRules, exampleConfirmations(shippedRules)), plan),
    madeAt: { at: recordedAt, zone: 'America/Chicago' as ZonedInstant['zone'] },
  });
  if (facts === undefined) throw new Error(`plan ${plan} is not live`);
  return facts;
}

/** The pack of a plan, as the shipment stands then. */
export function packFrom(shipment: Shipment, plan: 1 | 2): Pack {
  return packOf(factsFrom(shipment, plan));
}
