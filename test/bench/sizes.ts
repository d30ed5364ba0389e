import { WishRefused } from '../support/wish-refused.js';
import { rowNames, type RowName } from './report/line.js';

/** How large a run is. The smoke run checks that everything works and keeps its promises; only the full run's figures mean anything. */
export interface Sizes {
  readonly name: 'full' | 'smoke';
  readonly commands: {
    readonly clients: number;
    readonly shipments: number;
    /** One side, then the other, this often. */
    readonly rounds: number;
    readonly roundMs: number;
  };
  readonly bells: {
    /** Open items that wait in the agenda meanwhile. */
    readonly openItems: readonly number[];
    readonly rounds: number;
    readonly stream: Stream;
    readonly burst: number;
  };
  readonly list: { readonly shipments: number; readonly asked: number };
  readonly start: { readonly firstStarts: number; readonly startsAgain: number; readonly idleMs: number };
  readonly growth: {
    /** Live shipments, step by step; the last is what rows e and f are measured among. */
    readonly steps: readonly number[];
    /** Trips that are played of each kind; the shipments are copies of them. */
    readonly trips: number;
    readonly commands: number;
    readonly bells: Stream;
    readonly asked: number;
    readonly starts: number;
    readonly idleMs: number;
    /** Shipments whose states a process is made to remember, to weigh them. */
    readonly remembered: number;
  };
  readonly big: { readonly stream: Stream; readonly burst: number };
  readonly forecast: { readonly times: number };
  /** Batches of each shipment, and readings of each batch. */
  readonly readings: { readonly shipments: number; readonly batches: number; readonly perBatch: number };
  /** Letters by each contender, and whole packs. */
  readonly papers: { readonly letters: number; readonly packs: number };
  readonly board: {
    readonly shipments: number;
    /** Of which each second so many change. */
    readonly changing: number;
    readonly perSecond: number;
    readonly overMs: number;
    /** Scrolled, a window each. */
    readonly frames: number;
    readonly opened: number;
  };
  readonly sideBySide: { readonly armed: number; readonly stream: Stream; readonly burst: number };
}

/** So many, spread over a time. */
export interface Stream {
  readonly count: number;
  readonly overMs: number;
}

export const full: Sizes = {
  name: 'full',
  commands: { clients: 16, shipments: 320, rounds: 4, roundMs: 3_000 },
  bells: { openItems: [1_000, 20_000], rounds: 2, stream: { count: 200, overMs: 10_000 }, burst: 100 },
  list: { shipments: 10_000, asked: 300 },
  start: { firstStarts: 2, startsAgain: 3, idleMs: 60_000 },
  growth: {
    ...{ steps: [1_000, 5_000, 20_000], trips: 8, commands: 400, bells: { count: 200, overMs: 10_000 } },
    ...{ asked: 200, starts: 2, idleMs: 10_000, remembered: 1_000 },
  },
  forecast: { times: 2_000 },
  readings: { shipments: 20, batches: 20, perBatch: 100 },
  papers: { letters: 100, packs: 200 },
  big: { stream: { count: 3_000, overMs: 60_000 }, burst: 10_000 },
  board: { shipments: 10_000, changing: 500, perSecond: 100, overMs: 10_000, frames: 300, opened: 5 },
  sideBySide: { armed: 20_000, stream: { count: 300, overMs: 15_000 }, burst: 1_000 },
};

export const smoke: Sizes = {
  name: 'smoke',
  commands: { clients: 16, shipments: 32, rounds: 1, roundMs: 1_000 },
  bells: { openItems: [300], rounds: 1, stream: { count: 40, overMs: 2_000 }, burst: 10 },
  list: { shipments: 500, asked: 20 },
  start: { firstStarts: 1, startsAgain: 1, idleMs: 3_000 },
  growth: {
    ...{ steps: [20, 60, 120], trips: 2, commands: 20, bells: { count: 10, overMs: 500 } },
    ...{ asked: 10, starts: 1, idleMs: 500, remembered: 30 },
  },
  forecast: { times: 100 },
  readings: { shipments: 2, batches: 3, perBatch: 50 },
  papers: { letters: 5, packs: 3 },
  big: { stream: { count: 50, overMs: 1_000 }, burst: 100 },
  board: { shipments: 400, changing: 40, perSecond: 20, overMs: 2_000, frames: 40, opened: 1 },
  sideBySide: { armed: 100, stream: { count: 20, overMs: 1_000 }, burst: 20 },
};

/** What a run is asked to do. */
export interface Wish {
  readonly sizes: Sizes;
  readonly rows: readonly RowName[];
  readonly jsonFile: string | null;
  /** Nothing is run: the README's tables are made from that file. */
  readonly readmeFrom: string | null;
}

const usage = 'npm run bench -- [--smoke] [--rows a,e,f] [--json FILE], or --readme FILE';

/** What the command line asks for. Throws on a word that it does not know. */
export function wishOf(args: readonly string[]): Wish {
  let wish: Wish = { sizes: full, rows: rowNames, jsonFile: null, readmeFrom: null };
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (word === '--smoke') wish = { ...wish, sizes: smoke };
    else wish = { ...wish, ...withValue(word, args[(at += 1)]) };
  }
  return wish;
}

function withValue(word: string, value: string | undefined): Partial<Wish> {
  if (value !== undefined && word === '--json') return { jsonFile: value };
  if (value !== undefined && word === '--readme') return { readmeFrom: value };
  if (value !== undefined && word === '--rows') return { rows: value.split(',').map(rowOf) };
  throw new WishRefused(`${usage}; "${word}" is not understood`);
}

function rowOf(name: string): RowName {
  const row = rowNames.find((each) => each === name);
  if (row === undefined) throw new WishRefused(`${usage}; there is no row "${name}", but ${rowNames.join(', ')}`);
  return row;
}
