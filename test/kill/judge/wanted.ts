import { rehearsalDesks } from '@cellrelay/adapter-desks';
import type { StoredEntry } from '@cellrelay/use-cases';
import { rungBells } from '../../../apps/ops/src/replay/expect/rung-bells.js';
import type { Scenario } from '../../../apps/ops/src/replay/scenario/scenario.js';
import { dryRun } from '../../support/dry-world.js';
import { airports } from '../../support/scenarios.js';
import { DeskBook, type BookLine } from '../desk/desk-book.js';

/** What an undisturbed shipment comes to. */
export interface Wanted {
  readonly log: readonly StoredEntry[];
  /** What desks were asked, by key. */
  readonly book: ReadonlyMap<string, BookLine>;
  /** How many bells and steps it takes. */
  readonly moments: number;
}

const known = new Map<string, Promise<Wanted>>();

/** Plays it through the core alone, once for all rounds. */
export function wantedOf(scenario: Scenario): Promise<Wanted> {
  const found = known.get(scenario.name) ?? played(scenario);
  known.set(scenario.name, found);
  return found;
}

async function played(scenario: Scenario): Promise<Wanted> {
  const book = new DeskBook(rehearsalDesks(scenario.script, airports), true);
  const { log } = await dryRun(scenario, [book.desk]);
  return { log, book: book.lines, moments: rungBells(log).length + scenario.steps.length };
}
