import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { AirportDirectory } from '@cellrelay/adapter-airports';
import { PublicHolidays } from '@cellrelay/adapter-holidays';
import { readScenario } from '../../apps/ops/src/replay/scenario/read-scenario.js';
import type { Scenario } from '../../apps/ops/src/replay/scenario/scenario.js';

/** Where the scenarios lie. Tests are started at the top of the tree. */
export const scenarioFolder = path.resolve('test/scenarios');

/** Names of the scenario files. */
export const scenarioFiles: readonly string[] = readdirSync(scenarioFolder)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

export const airports = new AirportDirectory();
export const holidays = new PublicHolidays();

/** A scenario of ours; throws with every fault that it has. */
export function scenarioIn(name: string): Scenario {
  const read = readScenario(readFileSync(path.join(scenarioFolder, name), 'utf8'), airports);
  if (read.ok) return read.value;
  throw new Error(read.error.map((each) => `${name}:${each.line}:${each.column} ${each.sentence}`).join('\n'));
}
