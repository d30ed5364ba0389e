import { readFileSync, writeFileSync } from 'node:fs';
import { shown, type Grid } from './line.js';
import { fsyncSaid, machineSaid, named, type Written } from './report.js';
import { tablesOf } from './table.js';

const file = 'README.md';
const marked = /(<!-- bench[^>]*-->)[\s\S]*?(<!-- \/bench -->)/;

/** Puts the tables of a run that is over into the README, between its marks. Answers the exit code. */
export function writeReadme(from: string): number {
  const run = JSON.parse(readFileSync(from, 'utf8')) as Written;
  const readme = readFileSync(file, 'utf8');
  if (run.sizes.name !== 'full' || !marked.test(readme)) {
    console.error(`cellrelay: ${from} is not of a full run, or ${file} has no place for it`);
    return 1;
  }
  const written = readme.replace(marked, (_, begins: string, ends: string) =>
    [begins, tablesOf(run.grids, true), saidOf(run), ends].join('\n\n'),
  );
  writeFileSync(file, written);
  console.log(`${file} has the tables of ${from}, taken at ${run.takenAt}`);
  return 0;
}

/** What stands under the tables: the machine, how long each row took, and what became of the aims and promises. */
function saidOf({ machine, versions, settings, fsyncMs, checks, tookSeconds, takenAt, grids }: Written): string {
  const failed = checks.filter(({ kept }) => !kept);
  const took = Object.entries(tookSeconds).map(([row, seconds]) => `${row} ${seconds} s`);
  return [
    `Taken ${takenAt.slice(0, 10)} on ${machineSaid(machine)}; ${named(versions)}; ${named(settings)}; ${fsyncSaid(fsyncMs)}.`,
    `The rows took ${took.join(', ')} (g with h). ${checks.length - failed.length} of ${checks.length} aims and promises were kept${failed.length === 0 ? '.' : ':'}`,
    ...failed.map(({ row, what, says }) => `not in row ${row}: ${what} (${says}).`),
    ...thirdSaid(grids),
    'What is beside what, and how to read it: `test/bench/README.md`.',
  ].join(' ');
}

/** Row a in a sentence: how much of the bare driver's work is done with all of ours on top. */
function thirdSaid(grids: readonly Grid[]): readonly string[] {
  const [ours, bare] = grids.find(({ row }) => row === 'a')?.lines[0]?.figures ?? [];
  if (ours?.value == null || bare?.value == null) return [];
  return [
    `Row a does ${Math.round((ours.value / bare.value) * 100)} % of what bare \`pg\` does, ${shown(ours.value, '/s')}.`,
  ];
}
