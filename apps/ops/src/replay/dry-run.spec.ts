import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { AirportDirectory } from '@cellrelay/adapter-airports';
import { agendaOf, fold } from '@cellrelay/shipment';
import { loggedEventOf } from '@cellrelay/use-cases';
import { DryWorld } from '../../../../test/support/dry-world.js';
import { judge } from './expect/expectations.js';
import { runScenario } from './run/run-scenario.js';
import { readScenario } from './scenario/read-scenario.js';
import type { Scenario } from './scenario/scenario.js';

const folder = path.resolve('test/scenarios');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const airports = new AirportDirectory();

function scenarioIn(name: string): Scenario {
  const read = readScenario(readFileSync(path.join(folder, name), 'utf8'), airports);
  if (!read.ok)
    throw new Error(read.error.map((each) => `${name}:${each.line}:${each.column} ${each.sentence}`).join('\n'));
  return read.value;
}

async function run(scenario: Scenario) {
  const world = new DryWorld(scenario, airports);
  const taken = await runScenario(scenario, world);
  const shipment = await world.load();
  if (shipment === null) throw new Error('no shipment was opened');
  return { taken, shipment, log: await world.log(), failures: world.failures };
}

describe.each(files)('%s, through the core alone', (name) => {
  const scenario = scenarioIn(name);

  it('meets every expectation', async () => {
    const ran = await run(scenario);
    expect(judge(scenario, ran).missed).toEqual([]);
    expect(ran.failures).toEqual([]);
  });

  it('comes to the same log twice, byte for byte', async () => {
    const [first, second] = [await run(scenario), await run(scenario)];
    expect(second.log).toEqual(first.log);
  });

  it('folds to the state and the agenda that stand', async () => {
    const { log, shipment } = await run(scenario);
    const folded = fold(log.map((line) => loggedEventOf(line.text)));
    expect(folded).toEqual(shipment);
    expect(agendaOf(folded)).toEqual(agendaOf(shipment));
  });
});

it('finds the scenarios', () => {
  expect(files.length).toBeGreaterThanOrEqual(6);
});
