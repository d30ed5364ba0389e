import { openDatabase, verify } from '@cellrelay/adapter-postgres';
import { createLogger } from '@cellrelay/platform';
import { judge, type Ran } from '../../apps/ops/src/replay/expect/expectations.js';
import { replayOn } from '../../apps/ops/src/replay/run/replay-on.js';
import type { Scenario } from '../../apps/ops/src/replay/scenario/scenario.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from './database.js';
import { dryRun } from './dry-world.js';
import { scenarioFiles, scenarioIn } from './scenarios.js';

interface Replayed extends Ran {
  /** What the stack had to complain of. */
  readonly said: string;
  /** Where what is stored is not what the log says. */
  readonly differences: readonly unknown[];
}

async function replayed(scenario: Scenario): Promise<Replayed> {
  const database = await throwAwayDatabase();
  let said = '';
  const logger = createLogger({ level: 'warn', form: 'json', write: (line) => (said += line) });
  try {
    const ran = await replayOn(scenario, { urls: database, logger, sweeps: true });
    return { ...ran, said, differences: await differencesIn(database) };
  } finally {
    await database.drop();
  }
}

async function differencesIn({ apiUrl }: ThrowAwayDatabase): Promise<readonly unknown[]> {
  const database = await openDatabase({ url: apiUrl, poolSize: 1, folding });
  try {
    return (await verify(database.pool, derivations)).differences;
  } finally {
    await database.close();
  }
}

/** Two halves of the scenarios, for two files: whatever runs files side by side runs them so. */
export const halves = [0, 1].map((half) => scenarioFiles.filter((_, nth) => nth % 2 === half)) as [string[], string[]];

/** Replays each of these scenarios through the whole stack, twice at once, and once without it; each may take so long. */
export function replayThroughTheStack(names: readonly string[], timeLimitMillis: number): void {
  describe.each(names)('%s, through the whole stack', (name) => {
    const scenario = scenarioIn(name);

    it(
      'meets every expectation, and comes to the same log twice and without the stack, byte for byte',
      async () => {
        const [first, second] = await Promise.all([replayed(scenario), replayed(scenario)]);
        const core = await dryRun(scenario);
        expect(judge(scenario, first).missed).toEqual([]);
        expect(first.said).toBe('');
        expect(first.differences).toEqual([]);
        expect(second.log).toEqual(first.log);
        expect(core.log).toEqual(first.log);
        expect(core.shipment).toEqual(first.shipment);
      },
      timeLimitMillis,
    );
  });
}
