import { readFile } from 'node:fs/promises';
import { messageOf, type Result } from '@cellrelay/kernel';
import { createLogger } from '@cellrelay/platform';
import { withThrowAwayServer } from '../commands/throw-away-server.js';
import { migrateAll } from '../stack/migrate-all.js';
import { airports } from '../stack/open-stack.js';
import { judge } from './expect/expectations.js';
import { reportJson, reportText } from './report/report.js';
import { replayOn } from './run/replay-on.js';
import { readScenario } from './scenario/read-scenario.js';
import type { Scenario, ScenarioFault } from './scenario/scenario.js';

const usage = 'Usage: npm run replay -- FILE [--json]';

/** Exit codes: what the scenario expects came about, it did not, or there was nothing to run. */
const exit = { met: 0, missed: 1, faulty: 2 } as const;

/** `npm run replay -- FILE [--json]`: plays a scenario through the whole stack on a throw-away database. Answers the exit code. */
export async function replayCommand(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const [file] = files;
  if (file === undefined || files.length > 1 || args.some((arg) => arg.startsWith('--') && arg !== '--json')) {
    console.error(usage);
    return exit.faulty;
  }
  const text = await readFile(file, 'utf8').catch((error: unknown) => ({ message: messageOf(error) }));
  if (typeof text !== 'string') return faulty(`${file} cannot be read: ${text.message}`);
  const read = readScenario(text, airports);
  return read.ok ? play(read.value, args.includes('--json')) : faulty(...faultLines(file, read));
}

async function play(scenario: Scenario, asJson: boolean): Promise<number> {
  const logger = createLogger({ level: 'warn', form: 'pretty', write: (line) => process.stderr.write(line) });
  const ran = await withThrowAwayServer(async (server) => {
    await migrateAll(server.ownerUrl);
    return replayOn(scenario, { urls: server, logger, sweeps: true });
  });
  const judged = judge(scenario, ran);
  console.log((asJson ? reportJson : reportText)({ scenario, ran, judged }));
  return judged.missed.length === 0 ? exit.met : exit.missed;
}

function faultLines(
  file: string,
  read: Extract<Result<Scenario, readonly ScenarioFault[]>, { ok: false }>,
): readonly string[] {
  return read.error.map(({ line, column, sentence }) => `${file}:${line}:${column} ${sentence}`);
}

function faulty(...lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  return exit.faulty;
}
