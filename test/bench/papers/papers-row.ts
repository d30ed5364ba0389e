import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { openTypesetter } from '@cellrelay/adapter-documents';
import type { Paper } from '@cellrelay/paperwork';
import { madeAt, securityLetter } from '../../support/example-papers.js';
import { median, spreadOf, timed } from '../figures.js';
import { figure, type Aim, type Figure, type Line, type Promised, type RowResult } from '../report/line.js';
import type { Sizes } from '../sizes.js';
import { openBrowserLetters } from './browser-letter.js';
import { pdfkitLetter } from './pdfkit-letter.js';

interface Packs {
  readonly tookMs: readonly number[];
  readonly rssMb: readonly number[];
  readonly bytes: number;
}

type Setter = (paper: Paper) => Promise<number>;

/** Row k: letters by us, by pdfkit and by a headless browser in turns; whole packs in a process of their own, from its start on. */
export async function papersRow({ papers }: Sizes): Promise<RowResult> {
  const letters = await lettersOf(papers.letters);
  const packs = await packsOf(papers.packs);
  return {
    grids: [
      { row: 'k', columns: ['CellRelay', 'pdfkit', 'Chromium'], lines: [...letterLines(letters), ...packLines(packs)] },
    ],
    promises: promisesOf(letters, packs),
    details: { letters: letters.map(spreadOf), packs },
  };
}

/** In turns, so that whatever else the machine does falls on all. The first tenth warms up and is not counted. */
async function lettersOf(times: number): Promise<readonly (readonly number[])[]> {
  const typesetter = openTypesetter({ timeLimitMillis: 60_000 });
  const ours: Setter = async (paper) => (await typesetter.setPaper({ paper, code: null }, { madeAt })).length;
  const setters = [ours, pdfkitLetter, await openBrowserLetters()];
  const took: number[][] = setters.map(() => []);
  const warmUp = Math.ceil(times / 10);
  for (let nth = 0; nth < times + warmUp; nth += 1)
    for (const [at, setter] of setters.entries()) {
      const { tookMs } = setter
        ? await timed(() => setter(securityLetter(['zh-Hans', 'en'], nth)))
        : { tookMs: Number.NaN };
      if (setter && nth >= warmUp) took[at]?.push(tookMs);
    }
  await typesetter.close();
  return took;
}

async function packsOf(packs: number): Promise<Packs> {
  const child = path.join(import.meta.dirname, 'packs-child.js');
  const { stdout } = await promisify(execFile)(process.execPath, [child, String(packs)], { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout) as Packs;
}

const atMost = (says: string, bound: number): Aim => ({ says, bound, keeps: 'at-most' });

function letterLines(letters: readonly (readonly number[])[]): readonly Line[] {
  const spreads = letters.map(spreadOf);
  const all = (of: 'p50' | 'p99', aim: Aim | null): readonly Figure[] =>
    spreads.map((spread, at) =>
      spread.samples === 0 ? figure(null) : { value: spread[of], aim: at === 0 ? aim : null },
    );
  return [
    { measured: 'one letter in two languages, p50', unit: 'ms', figures: all('p50', atMost('within 60 ms', 60)) },
    { measured: 'one letter in two languages, p99', unit: 'ms', figures: all('p99', null) },
  ];
}

function packLines({ tookMs, rssMb }: Packs): readonly Line[] {
  const ours = (value: number, aim: Aim | null): readonly Figure[] => [{ value, aim }, figure(null), figure(null)];
  const [cold = Number.NaN, ...warm] = tookMs;
  const late = median(rssMb.slice(-tenthOf(rssMb)));
  const grown = late - earlyOf(rssMb);
  const pack = '16 papers and the pack of them';
  return [
    { measured: `${pack}, p50`, unit: 's', figures: ours(median(warm) / 1_000, atMost('within 1 s', 1)) },
    {
      measured: `${pack}, from the start of the process`,
      unit: 's',
      figures: ours(cold / 1_000, atMost('within 3 s', 3)),
    },
    { measured: `memory after ${rssMb.length} packs`, unit: 'MB', figures: ours(late, null) },
    { measured: 'of that since the first tenth of them', unit: 'MB', figures: ours(grown, atMost('flat: 60 MB', 60)) },
  ];
}

function tenthOf(values: readonly number[]): number {
  return Math.max(1, Math.floor(values.length / 10));
}

/** The second tenth: by then every thread was replaced once. */
function earlyOf(rssMb: readonly number[]): number {
  const tenth = tenthOf(rssMb);
  return median(rssMb.slice(tenth, 2 * tenth));
}

function promisesOf([, , browser = []]: readonly (readonly number[])[], { tookMs, bytes }: Packs): readonly Promised[] {
  return [
    { row: 'k', what: 'a browser set the same letter', kept: browser.length > 0, says: `${browser.length} letters` },
    {
      row: 'k',
      what: 'every pack was set',
      kept: tookMs.length > 1 && bytes > 0,
      says: `${tookMs.length} of ${bytes} bytes`,
    },
  ];
}
