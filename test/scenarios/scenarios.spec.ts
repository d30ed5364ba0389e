import { createLogger } from '@cellrelay/platform';
import { judge, type Ran } from '../../apps/ops/src/replay/expect/expectations.js';
import { replayOn } from '../../apps/ops/src/replay/run/replay-on.js';
import type { Scenario } from '../../apps/ops/src/replay/scenario/scenario.js';
import { throwAwayDatabase } from '../support/database.js';
import { dryRun } from '../support/dry-world.js';
import { scenarioFiles, scenarioIn } from '../support/scenarios.js';

async function replayed(scenario: Scenario): Promise<Ran & { readonly said: string }> {
  const database = await throwAwayDatabase();
  let said = '';
  const logger = createLogger({ level: 'warn', form: 'json', write: (line) => (said += line) });
  try {
    return { ...(await replayOn(scenario, { urls: database, logger, sweeps: true })), said };
  } finally {
    await database.drop();
  }
}

describe.each(scenarioFiles)('%s, through the whole stack', (name) => {
  const scenario = scenarioIn(name);

  it('meets every expectation, and comes to the same log twice and without the stack, byte for byte', async () => {
    const first = await replayed(scenario);
    expect(judge(scenario, first).missed).toEqual([]);
    expect(first.said).toBe('');
    const [second, core] = [await replayed(scenario), await dryRun(scenario)];
    expect(second.log).toEqual(first.log);
    expect(core.log).toEqual(first.log);
    expect(core.shipment).toEqual(first.shipment);
  });
});
