import type { Spread } from '../figures.js';
import { backendNames } from '../ground/backends.js';
import { mustFind } from '../ground/must-find.js';
import { figure, type Grid, type Line, type Promised, type RowResult, type Unit } from '../report/line.js';
import type { TableSizes } from './sizes-of.js';
import type { Weights } from './weigh.js';

/** What was measured while so many were live. */
export interface Step {
  readonly live: number;
  /** Rows of the agenda, closed ones too. */
  readonly items: number;
  readonly stored: TableSizes;
  readonly plantMsEach: number;
  readonly commandMs: Spread;
  readonly committedMs: Spread;
  readonly firstPageMs: Spread;
  readonly searchMs: Spread;
  readonly lookMs: Spread;
  readonly startMs: number;
  readonly processMb: number;
}

interface Weighed {
  readonly empty: TableSizes;
  readonly weights: Weights;
  readonly plans: readonly string[];
  readonly promises: readonly Promised[];
}

/** Lines and promises of rows g and h. */
export function growthResults(steps: readonly Step[], weighed: Weighed): readonly RowResult[] {
  const last = mustFind(steps, steps.length - 1);
  return [
    { grids: [weightGrid(steps, weighed)], promises: [], details: { weights: weighed.weights } },
    {
      grids: [growthGrid(steps)],
      promises: [
        ...weighed.promises,
        {
          row: 'h',
          what: 'there are forty rows of agenda for each live shipment',
          kept: last.items >= 40 * last.live,
          says: `${last.live} live, ${last.items} rows`,
        },
        indexPromise(weighed.plans),
      ],
      details: { steps, plans: weighed.plans },
    },
  ];
}

function indexPromise(plans: readonly string[]): Promised {
  const kept = plans.length > 0 && plans.every((plan) => !plan.startsWith('Seq Scan'));
  return { row: 'h', what: 'the sweep walks the index of what is due', kept, says: plans.join(', ') };
}

function growthGrid(steps: readonly Step[]): Grid {
  const lives = steps.map(({ live }) => live);
  const columns = [...lives.map((live) => `${live} live`), `${lives.at(-1)} / ${lives[0]}`];
  const line = (measured: string, unit: Unit, of: (step: Step) => number): Line => {
    const values = steps.map(of);
    const times = (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN);
    return { measured, unit, figures: [...values.map(figure), { value: times, aim: null, unit: '×' }] };
  };
  return {
    row: 'h',
    columns,
    lines: [
      line('one command, p50', 'ms', (step) => step.commandMs.p50),
      line('one command, p99', 'ms', (step) => step.commandMs.p99),
      line('one bell, due to alert committed, p50', 'ms', (step) => step.committedMs.p50),
      line('one bell, due to alert committed, p99', 'ms', (step) => step.committedMs.p99),
      line('the board’s first page, p50', 'ms', (step) => step.firstPageMs.p50),
      line('the board’s search for one, p50', 'ms', (step) => step.searchMs.p50),
      line('a look of the sweep, p50', 'ms', (step) => step.lookMs.p50),
      line('start to first page, on a server that runs', 's', (step) => step.startMs / 1_000),
      line('memory of that process (PSS), idle', 'MB', (step) => step.processMb),
    ],
  };
}

function weightGrid(steps: readonly Step[], { empty, weights }: Weighed): Grid {
  const last = mustFind(steps, steps.length - 1);
  const thousands = last.live / 1_000;
  const line = (measured: string, perThousand: number, whole: number | null): Line => ({
    measured,
    unit: 'MB',
    figures: [figure(perThousand), figure(whole)],
  });
  const table = (measured: string, of: (sizes: TableSizes) => number): Line => {
    const whole = of(last.stored) - of(empty);
    return line(measured, whole / thousands, whole);
  };
  return {
    row: 'g',
    columns: ['per 1000', `all ${last.live}`],
    lines: [
      table('database, tables with their indexes', (sizes) => sizes.whole),
      table('of which logs', (sizes) => sizes.logs),
      table('of which agenda', (sizes) => sizes.agenda),
      table('of which answers to commands', (sizes) => sizes.answers),
      table('of which states and lines of the board', (sizes) => sizes.shipments),
      line('heap, shipments whose states it remembers', weights.rememberedMb, null),
      ...backendNames.map((name) => {
        const each = weights.hungMb[name] ?? null;
        const figures = [figure(each), figure(each === null ? null : each * thousands)];
        return { measured: `bells that hang, on ${name}`, unit: 'MB', figures } satisfies Line;
      }),
    ],
  };
}
