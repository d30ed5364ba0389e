import { createLogger } from '@cellrelay/platform';
import type { StoredEntry } from '@cellrelay/use-cases';
import { judge, type Ran } from '../../apps/ops/src/replay/expect/expectations.js';
import { replayOn } from '../../apps/ops/src/replay/run/replay-on.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from './database.js';
import { dryRun } from './dry-world.js';
import { replayInProcess, type Death } from './replay-process.js';
import { scenarioIn } from './scenarios.js';

/** The scenario that is killed, and the log that it comes to when it is not. */
export const killedScenario = 'case-a-day-one-enough.yaml';

export async function undisturbedLog(): Promise<readonly StoredEntry[]> {
  return (await dryRun(scenarioIn(killedScenario))).log;
}

export interface Survived {
  readonly ran: Ran;
  readonly missed: readonly string[];
  /** How many processes died. */
  readonly deaths: number;
}

/** Plays the scenario on one database in one process after the other, each dying as told, and the last one to the end. */
export async function playedThrough(deaths: readonly Death[], sweeps = true): Promise<Survived> {
  const database = await throwAwayDatabase();
  try {
    const ends = [];
    for (const dies of deaths)
      ends.push(await replayInProcess({ scenario: killedScenario, urls: database, sweeps, dies }));
    const failed = ends.find((end) => !end.killed && end.code !== 0);
    if (failed !== undefined) throw new Error(`a replay failed by itself: ${failed.said}`);
    return await finished(database, sweeps, ends.filter((end) => end.killed).length);
  } finally {
    await database.drop();
  }
}

async function finished(urls: ThrowAwayDatabase, sweeps: boolean, deaths: number): Promise<Survived> {
  const scenario = scenarioIn(killedScenario);
  const logger = createLogger({ level: 'error', form: 'json', write: (line) => process.stderr.write(line) });
  const ran = await replayOn(scenario, { urls, logger, sweeps });
  return { ran, missed: judge(scenario, ran).missed, deaths };
}
