import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Spread } from '../figures.js';
import type { Sizes } from '../sizes.js';
import { shown, verdictOf, type Line, type Promised, type RowResult } from './line.js';
import type { Machine } from './machine.js';
import { tableOf } from './table.js';

/** What the figures were taken on. */
export interface Ground {
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  /** A synced write of 8 kB on the disk of the run. */
  readonly fsyncMs: Spread;
}

/** Prints the table and what was checked, writes everything as JSON, and ends with how many checks passed. Answers the exit code. */
export function report(
  results: readonly RowResult[],
  { ground, sizes, file }: { readonly ground: Ground; readonly sizes: Sizes; readonly file: string },
): number {
  const lines = results.flatMap((result) => result.lines);
  const judged = sizes.name === 'full';
  const checks = [...promisesOf(results, ground), ...(judged ? lines.flatMap(aimOf) : [])];
  writeJson(file, {
    takenAt: new Date().toISOString(),
    ...ground,
    sizes,
    lines,
    checks,
    details: results.map(({ details }) => details),
  });
  console.log(`\n${headingOf(ground, sizes)}\n\n${tableOf(lines, judged)}\n`);
  for (const check of checks)
    console.log(`${check.kept ? 'passed' : 'FAILED'}  ${check.row}: ${check.what} (${check.says})`);
  const failed = checks.filter(({ kept }) => !kept).length;
  console.log(`\nThe JSON is in ${file}\n${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function writeJson(file: string, content: unknown): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

function promisesOf(results: readonly RowResult[], { settings }: Ground): readonly Promised[] {
  const durable = settings['fsync'] === 'on' && settings['synchronous_commit'] === 'on';
  const says = `fsync ${settings['fsync']}, synchronous_commit ${settings['synchronous_commit']}`;
  return [
    { row: 'a', what: 'commits are durable', kept: durable, says },
    ...results.flatMap(({ lines, promises }) => [...promises, ...produced(lines)]),
  ];
}

/** A figure that is none would slip through every comparison. */
function produced(lines: readonly Line[]): readonly Promised[] {
  const [first] = lines;
  if (first === undefined) return [];
  const missing = lines.filter(
    ({ ours, yardstick }) => !Number.isFinite(ours) || (yardstick !== null && !Number.isFinite(yardstick)),
  );
  const says =
    missing.length === 0 ? `${lines.length} figures` : `missing: ${missing.map(({ measured }) => measured).join('; ')}`;
  return [{ row: first.row, what: 'every figure was produced', kept: missing.length === 0, says }];
}

function aimOf(line: Line): readonly Promised[] {
  const verdict = verdictOf(line);
  if (verdict === null || line.aim === null) return [];
  return [
    {
      row: line.row,
      what: `aim: ${line.measured}: ${line.aim.says}`,
      kept: verdict.met,
      says: `${shown(line.ours, line.unit)}, ${verdict.says}`,
    },
  ];
}

function headingOf({ machine, versions, settings, fsyncMs }: Ground, sizes: Sizes): string {
  const named = (of: Readonly<Record<string, string>>): string =>
    Object.entries(of)
      .map((pair) => pair.join(' '))
      .join(', ');
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}; load before ${machine.loadBefore.toFixed(2)}`,
    named(versions),
    named(settings),
    `a synced write of 8 kB takes ${shown(fsyncMs.p50, 'ms')} (p99 ${shown(fsyncMs.p99, 'ms')}) on this disk`,
    ...(sizes.name === 'smoke' ? ['smoke sizes: the promises are checked, the figures mean little'] : []),
  ].join('\n');
}
