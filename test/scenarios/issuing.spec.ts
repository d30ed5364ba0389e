import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openDatabase, verify } from '@cellrelay/adapter-postgres';
import { createLogger } from '@cellrelay/platform';
import { entryOf } from '@cellrelay/use-cases';
import { judge, type Ran } from '../../apps/ops/src/replay/expect/expectations.js';
import { replayOn } from '../../apps/ops/src/replay/run/replay-on.js';
import { readScenario } from '../../apps/ops/src/replay/scenario/read-scenario.js';
import type { Scenario } from '../../apps/ops/src/replay/scenario/scenario.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase } from '../support/database.js';
import { airports, scenarioFolder } from '../support/scenarios.js';

/** What papers say lies beside the log: such a scenario is played through the whole stack alone. */
function scenario(name: string, written = (text: string) => text): Scenario {
  const text = written(readFileSync(path.join(scenarioFolder, 'issuing', `${name}.yaml`), 'utf8'));
  const read = readScenario(text, airports);
  if (!read.ok) throw new Error(read.error.map(({ line, sentence }) => `${line}: ${sentence}`).join('\n'));
  return read.value;
}

interface Replayed extends Ran {
  readonly missed: readonly string[];
  readonly differences: readonly unknown[];
  readonly said: string;
}

async function replayed(of: Scenario): Promise<Replayed> {
  const urls = await throwAwayDatabase();
  let said = '';
  try {
    const logger = createLogger({ level: 'warn', form: 'json', write: (line) => (said += line) });
    const ran = await replayOn(of, { urls, logger, sweeps: true });
    const database = await openDatabase({ url: urls.apiUrl, poolSize: 1, folding });
    const { differences } = await verify(database.pool, derivations);
    await database.close();
    return { ...ran, missed: judge(of, ran).missed, differences, said };
  } finally {
    await urls.drop();
  }
}

/** Which kinds of paper each event superseded, and by which facts. */
function superseded({ log, shipment }: Ran) {
  const kinds = new Map(shipment.stages.papers.issued.map(({ document, kind }) => [document, kind]));
  return log.flatMap(({ text }) => {
    const { event } = entryOf(text);
    if (event.type !== 'PapersSuperseded') return [];
    return [event.data.papers.map(({ document, changed }) => [kinds.get(document), ...changed])];
  });
}

const standing = ({ shipment }: Ran, plan: number) => [
  ...new Set(shipment.stages.papers.issued.flatMap((paper) => (paper.plan === plan ? [paper.standing] : []))),
];

describe('papers that are issued', () => {
  it('of a plan that is stood down are withdrawn with it; those of the other are issued anew with the bags', async () => {
    const of = scenario('both-plans');
    const [first, second] = [await replayed(of), await replayed(of)];
    expect(first).toMatchObject({ missed: [], differences: [], said: '' });
    expect(standing(first, 2)).toEqual(['withdrawn']);
    expect(standing(first, 1).sort()).toEqual(['superseded', 'valid']);
    expect(second.log).toEqual(first.log);
  });

  it('are outdated by a changed flight, as far as they name it, and a reprint settles that', async () => {
    const ran = await replayed(scenario('flight-changed'));
    expect(ran).toMatchObject({ missed: [], differences: [] });
    const [papers = []] = superseded(ran);
    const kinds = papers.map(([kind]) => kind);
    expect(kinds).toContain('transport-plan');
    expect(kinds).not.toContain('emergency-card');
    expect(papers.every(([, ...changed]) => changed.includes('legs'))).toBe(true);
  });

  it('are outdated by a corrected count where they say it, and nowhere else', async () => {
    const ran = await replayed(scenario('count-corrected'));
    expect(ran).toMatchObject({ missed: [], differences: [] });
    expect(superseded(ran)).toEqual([[['product-document', 'bags']]]);
  });

  it('are not made at all before anybody has entered who makes them', async () => {
    const without = (text: string) =>
      text.replace(/ {2}- at: [^\n]*\n {4}do: EnterForPapers\n(?: {6,}[^\n]*\n| {4}with:\n)*/, '');
    const ran = await replayed(scenario('flight-changed', without));
    expect(ran.missed.join('\n')).toContain('was refused as papers-not-made');
    expect(ran.shipment.stages.papers.issued).toEqual([]);
  });
});
