import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openDatabase, verify } from '@cellrelay/adapter-postgres';
import { createLogger } from '@cellrelay/platform';
import { judge, type Ran } from '../../apps/ops/src/replay/expect/expectations.js';
import { replayOn } from '../../apps/ops/src/replay/run/replay-on.js';
import { readScenario } from '../../apps/ops/src/replay/scenario/read-scenario.js';
import type { Scenario } from '../../apps/ops/src/replay/scenario/scenario.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase } from '../support/database.js';
import { airports, scenarioFolder } from '../support/scenarios.js';

/** Readings lie beside the log: such a scenario is played through the whole stack alone. */
function scenario(): Scenario {
  const text = readFileSync(path.join(scenarioFolder, 'readings', 'excursion-in-flight.yaml'), 'utf8');
  const read = readScenario(text, airports);
  if (!read.ok) throw new Error(read.error.map(({ line, sentence }) => `${line}: ${sentence}`).join('\n'));
  return read.value;
}

async function replayed(): Promise<Ran & { readonly differences: readonly unknown[] }> {
  const urls = await throwAwayDatabase();
  try {
    const logger = createLogger({ level: 'error', form: 'json', write: () => undefined });
    const ran = await replayOn(scenario(), { urls, logger, sweeps: true });
    const database = await openDatabase({ url: urls.apiUrl, poolSize: 1, folding });
    const { differences } = await verify(database.pool, derivations);
    await database.close();
    return { ...ran, differences };
  } finally {
    await urls.drop();
  }
}

describe('an excursion in flight, sent by its logger', () => {
  it('is told once, whatever comes late, doubled or faulty, and comes to the same log twice', async () => {
    const [first, second] = [await replayed(), await replayed()];
    console.log(first.log.map((l)=>l.text).filter((t)=>/ForecastCrossed|Excursion/.test(t)).join('\n'), JSON.stringify(first.shipment.stages.alert.alerts.map((a)=>[a.cause.key,a.raisedAt,a.status])));
    expect(judge(scenario(), first).missed).toEqual([]);
    expect(first.differences).toEqual([]);
    expect(second.log).toEqual(first.log);
  });
});
