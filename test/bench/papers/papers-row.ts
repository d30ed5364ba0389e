import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openTypesetter } from '@cellrelay/adapter-documents';
import type { Paper } from '@cellrelay/paperwork';
import { madeAt, securityLetter } from '../../support/example-papers.js';
import { median, spreadOf, timed } from '../figures.js';
import { atTheEnd } from '../ground/undo.js';
import { figure, type Aim, type Figure, type Line, type Promised, type RowResult } from '../report/line.js';
import type { Sizes } from '../sizes.js';
import { openBrowserLetters } from './browser-letter.js';
import { checkCode } from './check-code.js';
import { packFacts } from './pack-facts.js';
import { pdfkitLetter } from './pdfkit-letter.js';

interface Packs {
  readonly tookMs: readonly number[];
  readonly rssMb: readonly number[];
  readonly papersEach: number;
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
  let letter = 0;
  const ours: Setter = async (paper) => {
    letter += 1;
    return (await typesetter.setPaper({ paper, code: checkCode(letter) }, { madeAt })).length;
  };
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
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-packs-'));
  atTheEnd(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  const file = path.join(folder, 'facts.json');
  writeFileSync(file, JSON.stringify(await packFacts()));
  const args = [child, String(packs), file];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
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

function packLines({ tookMs, rssMb, papersEach }: Packs): readonly Line[] {
  const ours = (value: number, aim: Aim | null): readonly Figure[] => [{ value, aim }, figure(null), figure(null)];
  const [cold = Number.NaN, ...warm] = tookMs;
  const quarter = Math.max(1, Math.floor(rssMb.length / 4));
  const late = median(rssMb.slice(-quarter));
  const grown = late - median(rssMb.slice(0, quarter));
  const pack = `${papersEach} papers, the pack of them and labels`;
  return [
    { measured: `${pack}, p50`, unit: 's', figures: ours(median(warm) / 1_000, atMost('within 1 s', 1)) },
    {
      measured: `${pack}, from the start of the process`,
      unit: 's',
      figures: ours(cold / 1_000, atMost('within 3 s', 3)),
    },
    { measured: `memory after ${rssMb.length} packs`, unit: 'MB', figures: ours(late, null) },
    { measured: 'last quarter of them above the first', unit: 'MB', figures: ours(grown, atMost('flat: 60 MB', 60)) },
  ];
}

/** The aim is of packs no smaller. */
const fewestPapers = 15;

function promisesOf(
  [, , browser = []]: readonly (readonly number[])[],
  { tookMs, papersEach, bytes }: Packs,
): readonly Promised[] {
  return [
    { row: 'k', what: 'a browser set the same letter', kept: browser.length > 0, says: `${browser.length} letters` },
    {
      row: 'k',
      what: `every pack was set, of ${fewestPapers} papers at least`,
      kept: tookMs.length > 1 && bytes > 0 && papersEach >= fewestPapers,
      says: `${tookMs.length} of ${papersEach} papers, ${bytes} bytes`,
    },
  ];
}
