import { beside, besideYardstick, type Aim, type Line, type Promised, type RowResult } from '../report/line.js';
import type { Sizes } from '../sizes.js';
import type { Opened, Went } from './bench-browser.js';

/** Ours beside the yardstick. */
export interface Both<Value> {
  readonly ours: Value;
  readonly bare: Value;
}

export interface Changes extends Both<Went> {
  /** Commands that were taken meanwhile, and rows that were seen to change. */
  readonly sent: number;
  readonly seen: number;
}

interface Measured {
  readonly sizes: Sizes['board'];
  readonly live: number;
  readonly changes: Changes;
  readonly scrolls: Both<Went> & { readonly rows: number; readonly drawn: number };
  readonly opened: { readonly board: Opened; readonly courier: Opened; readonly emptyMs: number };
}

/** Without a browser there is nothing to measure. */
export const noBrowser: RowResult = {
  grids: [],
  promises: [{ row: 'l', what: 'a browser opened the board', kept: false, says: 'there is no Chromium' }],
  details: {},
};

const atMost = (bound: number, says: string): Aim => ({ says, bound, keeps: 'at-most' });
const atLeast = (bound: number, says: string): Aim => ({ says, bound, keeps: 'at-least' });

export function resultOf(measured: Measured): RowResult {
  const { live, changes, scrolls, opened } = measured;
  return {
    grids: [
      {
        row: 'l',
        columns: besideYardstick,
        lines: [...openLines(opened, live), ...scrollLines(scrolls), ...changeLines(measured)],
      },
    ],
    promises: promisesOf(measured),
    details: { live, changes, scrolls, opened },
  };
}

function openLines({ board, courier, emptyMs }: Measured['opened'], live: number): readonly Line[] {
  return [
    beside(
      `first board of ${live}, nothing cached, until it can be read`,
      's',
      [board.usableMs / 1_000, emptyMs / 1_000],
      atMost(1.5, '1.5 s'),
    ),
    beside('script of the board, as fetched', 'kB', [board.scriptKb, null], atMost(250, '250 kB')),
    beside('script of what a courier is served first', 'kB', [courier.scriptKb, null], atMost(120, '120 kB')),
  ];
}

function scrollLines({ ours, bare, rows }: Measured['scrolls']): readonly Line[] {
  const of = `${rows} rows, a window each frame`;
  return [
    beside(
      `${of}: frames`,
      '/s',
      [ours.framesPerSecond, bare.framesPerSecond],
      atLeast(bare.framesPerSecond / 2, 'half of bare'),
    ),
    beside(`${of}: frame, p95`, 'ms', [ours.p95FrameMs, bare.p95FrameMs], atMost(50, '50 ms')),
    beside(`${of}: longest task`, 'ms', [ours.worstTaskMs, bare.worstTaskMs], atMost(100, '100 ms')),
  ];
}

function changeLines({ sizes, changes: { ours, bare, sent } }: Measured): readonly Line[] {
  const of = `${sizes.changing} rows, ${sizes.perSecond} changes a second`;
  return [
    beside(
      `${of}: committed`,
      '/s',
      [sent / (sizes.overMs / 1_000), null],
      atLeast(sizes.perSecond * 0.9, 'nine tenths of that'),
    ),
    beside(`${of}: frames`, '/s', [ours.framesPerSecond, bare.framesPerSecond]),
    beside(`${of}: frame, p95`, 'ms', [ours.p95FrameMs, bare.p95FrameMs]),
    beside(`${of}: longest task`, 'ms', [ours.worstTaskMs, bare.worstTaskMs], atMost(100, '100 ms')),
  ];
}

function promisesOf({ live, changes, scrolls }: Measured): readonly Promised[] {
  return [
    {
      row: 'l',
      what: 'the list knows how long it is, and draws a window of it',
      kept: scrolls.rows === live && scrolls.drawn < 60,
      says: `${scrolls.rows} of ${live}, ${scrolls.drawn} drawn`,
    },
    {
      row: 'l',
      what: 'changes that were committed were seen in the page',
      kept: changes.sent > 0 && changes.seen > 0,
      says: `${changes.sent} taken, ${changes.seen} cells seen to change`,
    },
  ];
}
