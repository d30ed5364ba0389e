import { BellWorkers, Ticker, type BellConnection, type BellSettings } from '@cellrelay/adapter-bullmq';
import { callKinds } from '@cellrelay/shipment';
import {
  AnswerBell,
  type DeskDirectory,
  Sweep,
  type AgendaStore,
  type AgendaItem,
  type Bell,
  type FaultPoints,
  type IssueCommand,
} from '@cellrelay/use-cases';
import { patiently } from './patiently.js';

/** What a worker is made of. */
export interface WorkerParts {
  readonly agenda: AgendaStore;
  readonly issue: IssueCommand;
  readonly desks: DeskDirectory;
  readonly bell: Bell;
  readonly connection: BellConnection;
  readonly settings: BellSettings;
  readonly points: FaultPoints;
  readonly failed: (where: { readonly shipment?: string; readonly item?: string }, error: unknown) => void;
  readonly nowMs: () => number;
  /** How often the sweep looks; null where something else rings: then nothing is put back into the queue either, whoever rings by hand rings again. */
  readonly sweepEveryMs: number | null;
  /** How long a desk is waited for. Shorter than a lease, so that its outcome is recorded under it; asked again, it says the same. */
  readonly deskWithinMs: number;
  /** How long to wait after the n-th failure; AnswerBell's own unless given. */
  readonly waitAfter?: (failures: number) => number;
}

/** A running worker: answers bells and sweeps. */
export interface RunningWorker {
  /** Whether the sweep has come by within the last ten of its rounds; true where it is driven by hand. */
  alive(): boolean;
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
  });
  const workers = new BellWorkers(parts.connection, parts.settings, {
    answer: async (id, revision) => {
      const answer = await answerBell.answer(id, revision);
      return parts.sweepEveryMs === null ? { kind: 'done' } : answer;
    },
    failed: (error) => parts.failed({}, error),
    nowMs: parts.nowMs,
  });
  workers.start();
  const ticker = startSweep(parts);
  return {
    alive: () => ticker === null || ticker.sinceLastMs() < 10 * (parts.sweepEveryMs ?? 0),
    close: async () => {
      await ticker?.close();
      await workers.close();
    },
  };
}

function scopeOf(item: AgendaItem): { readonly shipment: string; readonly item: string } {
  return { shipment: item.shipment, item: item.obligation.key };
}

function startSweep(parts: WorkerParts): Ticker | null {
  if (parts.sweepEveryMs === null) return null;
  const sweep = new Sweep(parts.agenda, parts.bell);
  const ticker = new Ticker(
    parts.sweepEveryMs,
    (sinceLastMs) => sweep.look(sinceLastMs),
    (error) => parts.failed({}, error),
  );
  ticker.start();
  return ticker;
}
