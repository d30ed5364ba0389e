import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Spread } from '../figures.js';
import type { Sizes } from '../sizes.js';
import { rowNames, shown, verdictOf, type Grid, type Promised, type RowName, type RowResult } from './line.js';
import type { Machine } from './machine.js';
import { tablesOf } from './table.js';

/** What the figures were taken on. */
export interface Ground {
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  /** A synced write of 8 kB on the disk of the run. */
  readonly fsyncMs: Spread;
}

/** What a run leaves behind: the README's tables are made from it. */
export interface Written extends Ground {
  readonly takenAt: string;
  readonly sizes: Sizes;
  readonly grids: readonly Grid[];
  readonly checks: readonly Promised[];
  readonly tookSeconds: Readonly<Partial<Record<RowName, number>>>;
}

/** The parts of a run's report. */
export interface Ran {
  readonly results: readonly RowResult[];
  readonly ground: Ground;
  readonly sizes: Sizes;
  readonly tookSeconds: Written['tookSeconds'];
}

/** Prints the tables and what was checked, writes everything as JSON, and ends with how many checks passed. Answers the exit code. */
export function report({ results, ground, sizes, tookSeconds }: Ran, file: string): number {
  const grids = inOrder(results.flatMap((result) => result.grids));
  const judged = sizes.name === 'full';
  const checks = [...promisesOf(results, ground), ...(judged ? grids.flatMap(aimsOf) : [])];
  const written: Written = { takenAt: new Date().toISOString(), ...ground, sizes, grids, checks, tookSeconds };
  writeJson(file, { ...written, details: results.map(({ details }) => details) });
  console.log(`\n${headingOf(ground, sizes)}\n\n${tablesOf(grids, judged)}\n`);
  for (const check of checks)
    console.log(`${check.kept ? 'passed' : 'FAILED'}  ${check.row}: ${check.what} (${check.says})`);
  const failed = checks.filter(({ kept }) => !kept).length;
  console.log(`\nThe JSON is in ${file}\n${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function inOrder(grids: readonly Grid[]): readonly Grid[] {
  return rowNames.flatMap((row) => grids.filter((grid) => grid.row === row));
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
    ...results.flatMap(({ grids, promises }) => [...promises, ...grids.flatMap(produced)]),
  ];
}

/** A figure that is none would slip through every comparison. */
function produced({ row, lines }: Grid): readonly Promised[] {
  const missing = lines.filter(({ figures }) => figures.some(({ value }) => value !== null && !Number.isFinite(value)));
  const says =
    missing.length === 0 ? `${lines.length} lines` : `missing: ${missing.map(({ measured }) => measured).join('; ')}`;
  return [{ row, what: 'every figure was produced', kept: missing.length === 0, says }];
}

function aimsOf({ row, columns, lines }: Grid): readonly Promised[] {
  return lines.flatMap(({ measured, figures, unit }) =>
    figures.flatMap((figure, at) => {
      const verdict = verdictOf(figure, figure.unit ?? unit);
      if (verdict === null) return [];
      const what = `aim: ${measured} (${columns[at]}): ${figure.aim?.says}`;
      const says = `${shown(figure.value ?? Number.NaN, figure.unit ?? unit)}, ${verdict.says}`;
      return [{ row, what, kept: verdict.met, says }];
    }),
  );
}

function headingOf({ machine, versions, settings, fsyncMs }: Ground, sizes: Sizes): string {
  return [
    machineSaid(machine),
    named(versions),
    named(settings),
    fsyncSaid(fsyncMs),
    ...(sizes.name === 'smoke' ? ['smoke sizes: the promises are checked, the figures mean little'] : []),
  ].join('\n');
}

export function machineSaid({ cpu, cores, memoryGb, system, loadBefore }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, ${system}; load before ${loadBefore.toFixed(2)}`;
}

export function named(of: Readonly<Record<string, string>>): string {
  return Object.entries(of)
    .map((pair) => pair.join(' '))
    .join(', ');
}

export function fsyncSaid({ p50, p99 }: Spread): string {
  return `a synced write of 8 kB takes ${shown(p50, 'ms')} (p99 ${shown(p99, 'ms')}) on this disk`;
}
