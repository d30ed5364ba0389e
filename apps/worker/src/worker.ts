import { BellWorkers, Ticker, type BellConnection, type BellSettings } from '@cellrelay/adapter-bullmq';
import { callKinds } from '@cellrelay/shipment';
import {
  AnswerBell,
  type DeskDirectory,
  Sweep,
  type AgendaStore,
  type AgendaItem,
  type Bell,
  type BellAnswer,
  type BellReport,
  type FaultPoints,
  type IssueCommand,
  type Pulse,
  type SweepReport,
} from '@cellrelay/use-cases';
import { patiently } from './patiently.js';

/** Which item something is about, for a line of the log: its shipment, the bell's own id, and the key that it has on the agenda. */
export interface ItemScope {
  readonly shipment: string;
  readonly item: string;
  readonly key: string;
}
type NoItem = Readonly<Partial<Record<keyof ItemScope, undefined>>>;

/** A bell that rings, with the mark of whoever hung it, where there was one. */
export interface RungBell {
  readonly id: string;
  readonly revision: number;
  readonly hungBy: string | undefined;
}

/** Whoever counts and logs what a worker does. */
export interface WorkerTold {
  bell(report: BellReport): void;
  /** A look of the sweep; null: it failed. */
  looked(report: SweepReport | null): void;
  /** Goes around the answering of each bell. */
  readonly around: (bell: RungBell, answer: () => Promise<BellAnswer>) => Promise<BellAnswer>;
}

/** What a worker is made of. */
export interface WorkerParts {
  readonly agenda: AgendaStore;
  readonly issue: IssueCommand;
  readonly desks: DeskDirectory;
  readonly bell: Bell;
  readonly connection: BellConnection;
  readonly settings: BellSettings;
  readonly points: FaultPoints;
  /** What these bells leave behind while they ring. */
  readonly pulse: Pulse;
  /** What is looked at besides bells, as often as the sweep looks, each by itself: one that fails or is slow holds up no other, and no bell. */
  readonly beside?: readonly (() => Promise<unknown>)[];
  readonly failed: (where: ItemScope | NoItem, error: unknown) => void;
  readonly told?: WorkerTold;
  readonly nowMs: () => number;
  /** How often the sweep looks; null where something else rings: then nothing is put back into the queue either, whoever rings by hand rings again, and no beat is left. */
  readonly sweepEveryMs: number | null;
  /** How long a desk is waited for. Shorter than a lease, so that its outcome is recorded under it; asked again, it says the same. */
  readonly deskWithinMs: number;
  /** How long to wait after the n-th failure; AnswerBell's own unless given. */
  readonly waitAfter?: (failures: number) => number;
  /** How soon an early bell is looked at again at the latest; AnswerBell's own unless given. */
  readonly longestEarlyMs?: number | undefined;
}

/** A running worker: answers bells and sweeps. */
export interface RunningWorker {
  /** Whether the sweep has come by within the last ten of its rounds; true where it is driven by hand. */
  alive(): boolean;
  /** How long ago the last look of the sweep that ended well began; 0 where it is driven by hand. */
  sinceLastLookMs(): number;
  /** Stops taking bells, waits for those being answered. */
  close(): Promise<void>;
}

/** Starts a worker, after proving that every kind of call has exactly one desk on either side. */
export function startWorker(parts: WorkerParts): RunningWorker {
  const faults = parts.desks.faults(callKinds);
  if (faults.length > 0) throw new Error(`the desks are not whole: ${faults.join('; ')}`);
  const answerBell = new AnswerBell({
    ...parts,
    failed: (item, error) => parts.failed(scopeOf(item), error),
    patiently: (call) => patiently(parts.deskWithinMs, call),
    told: (report) => parts.told?.bell(report),
  });
  const around = parts.told?.around ?? ((_bell, answer) => answer());
  const workers = new BellWorkers(parts.connection, parts.settings, {
    answer: async (id, revision, hungBy) => {
      if (parts.sweepEveryMs !== null) await parts.pulse.beforeAnswer();
      const answer = await around({ id, revision, hungBy }, () => answerBell.answer(id, revision));
      return parts.sweepEveryMs === null ? { kind: 'done' } : answer;
    },
    failed: (error) => parts.failed({}, error),
    nowMs: parts.nowMs,
  });
  workers.start();
  const ticker = startSweep(parts);
  const beside = startBeside(parts);
  return {
    sinceLastLookMs: () => ticker?.sinceLastMs() ?? 0,
    alive: () => ticker === null || ticker.sinceLastMs() < 10 * (parts.sweepEveryMs ?? 0),
    close: async () => {
      await Promise.all([ticker, ...beside].map(async (each) => each?.close()));
      await workers.close();
    },
  };
}

/** The scope of an item's lines. */
export function scopeOf({ shipment, id, revision, obligation }: AgendaItem): ItemScope {
  return { shipment, item: `${id}_${revision}`, key: obligation.key };
}

interface SweptParts {
  readonly agenda: Pick<AgendaStore, 'due'>;
  readonly bell: Pick<Bell, 'arm' | 'reach'>;
  readonly pulse: Pick<Pulse, 'afterLook'>;
}

/** The ticker of the sweep and its beat; none where it is driven by hand. Nothing but these is looked at in its rounds: a round that takes long makes bells wait. */
export function startSweep(parts: Pick<WorkerParts, 'sweepEveryMs' | 'told' | 'failed'> & SweptParts): Ticker | null {
  if (parts.sweepEveryMs === null) return null;
  const sweep = new Sweep(parts.agenda, parts.bell, (report) => parts.told?.looked(report));
  const ticker = new Ticker(
    parts.sweepEveryMs,
    async (sinceLastMs) => {
      await sweep.look(sinceLastMs);
      await parts.pulse.afterLook();
    },
    (error) => {
      parts.told?.looked(null);
      parts.failed({}, error);
    },
  );
  ticker.start();
  return ticker;
}

/** A ticker for each thing looked at besides bells; none where the sweep is driven by hand. */
export function startBeside({
  beside = [],
  sweepEveryMs,
  failed,
}: Pick<WorkerParts, 'beside' | 'sweepEveryMs' | 'failed'>): readonly Ticker[] {
  if (sweepEveryMs === null) return [];
  const tickers = beside.map((look) => new Ticker(sweepEveryMs, look, (error) => failed({}, error)));
  tickers.forEach((ticker) => ticker.start());
  return tickers;
}
