import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { agendaOf, fold, foldVersion, type Obligation } from '@cellrelay/shipment';
import { fingerprint, loggedEventOf, type StoredEntry } from '@cellrelay/use-cases';
import { statesOf } from '../../apps/ops/src/replay/expect/states-of.js';
import { dryRun } from './dry-world.js';
import { scenarioFiles, scenarioFolder, scenarioIn } from './scenarios.js';

/** The logs that landed versions wrote. The collection is only ever added to: whatever was once written must fold for good. */
export const fixturesFolder = path.join(scenarioFolder, 'fixtures');

/** What a log told when it was written. Later versions may read more out of it, never less. */
export interface Told {
  readonly lines: number;
  readonly lastHash: string;
  readonly states: Readonly<Record<string, string>>;
}

/** A log of the collection. */
export interface LogFixture {
  readonly version: string;
  readonly name: string;
  readonly log: readonly StoredEntry[];
  readonly told: Told;
}

/** What a log tells, as today's fold reads it. */
export function toldBy(log: readonly StoredEntry[]): Told {
  const shipment = fold(log.map((line) => loggedEventOf(line.text)));
  return { lines: log.length, lastHash: log.at(-1)?.hash ?? '', states: statesOf(shipment) };
}

/** What was owed after each line of a log from the second on, which makes it a shipment. */
export function agendasOf(log: readonly StoredEntry[]): readonly (readonly Obligation[])[] {
  const events = log.map((line) => loggedEventOf(line.text));
  return events.slice(1).map((_, index) => agendaOf(fold(events.slice(0, index + 2))));
}

/**
 * The version of the fold, and the fingerprint of all that it derives from the whole collection: states and agendas. A stored state is used as it is while it carries
 * today's version, so whoever changes what is derived raises the version (once between two landings) and writes the new fingerprint into fold.json.
 */
export function derivedFrom(collection: readonly LogFixture[]): {
  readonly foldVersion: number;
  readonly derived: string;
} {
  const states = collection.map(({ log }) => fold(log.map((line) => loggedEventOf(line.text))));
  return { foldVersion, derived: fingerprint(states.map((state) => [state, agendaOf(state)])) };
}

const foldFile = path.join(fixturesFolder, 'fold.json');

/** What was derived when fold.json was written. */
export function derivedBefore(): ReturnType<typeof derivedFrom> {
  return JSON.parse(readFileSync(foldFile, 'utf8')) as ReturnType<typeof derivedFrom>;
}

/** Writes what is derived today. */
export function writeDerived(): void {
  writeFileSync(foldFile, `${JSON.stringify(derivedFrom(logFixtures()), null, 2)}\n`);
}

/** The whole collection. */
export function logFixtures(): readonly LogFixture[] {
  const versions = readdirSync(fixturesFolder).filter((name) => /^v\d+$/.test(name));
  return versions.flatMap((version) => {
    const folder = path.join(fixturesFolder, version);
    const told = JSON.parse(readFileSync(path.join(folder, 'told.json'), 'utf8')) as Readonly<Record<string, Told>>;
    return Object.entries(told).map(([name, each]) => ({
      version,
      name,
      told: each,
      log: logIn(path.join(folder, `${name}.log.ndjson`)),
    }));
  });
}

function logIn(file: string): readonly StoredEntry[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as StoredEntry);
}

/** Writes the logs of all scenarios as those of a version. A version that is there already is left alone and refused. */
export async function writeLogFixtures(version: string): Promise<void> {
  const folder = path.join(fixturesFolder, version);
  if (existsSync(folder))
    throw new Error(`${folder} is there already: what a landed version wrote is never written again`);
  mkdirSync(folder, { recursive: true });
  const told: Record<string, Told> = {};
  for (const file of scenarioFiles) {
    const scenario = scenarioIn(file);
    const { log } = await dryRun(scenario);
    writeFileSync(
      path.join(folder, `${scenario.name}.log.ndjson`),
      log.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
    told[scenario.name] = toldBy(log);
  }
  writeFileSync(path.join(folder, 'told.json'), `${JSON.stringify(told, null, 2)}\n`);
}
