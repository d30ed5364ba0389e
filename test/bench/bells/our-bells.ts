import { BullmqBell, defaultBellSettings } from '@cellrelay/adapter-bullmq';
import { byHandDesk, rehearsalDesks } from '@cellrelay/adapter-desks';
import type { DatabaseUrls } from '@cellrelay/adapter-postgres';
import { millisOf, type CommandId, type ShipmentId } from '@cellrelay/kernel';
import type { ShipmentCommand, StatedBy } from '@cellrelay/shipment';
import {
  DeskDirectory,
  IssueCommand,
  Pulse,
  reached,
  RelayAfterCommit,
  standardPulse,
  TellDesk,
  personalChannels,
  type AgendaStore,
  type CommandOutcome,
} from '@cellrelay/use-cases';
import { airports, everySecond } from '../../../apps/ops/src/stack/open-stack.js';
import { startWorker } from '../../../apps/worker/src/worker.js';
import type { Backend } from '../ground/backends.js';
import { openStore } from '../ground/open-store.js';

/** When things happened to a shipment's bell, in milliseconds since the epoch by this machine's clock, which is the server's too. */
export interface Heard {
  readonly enteredAtMs: number;
  readonly committedAtMs: number | null;
}

/** What the worker was seen to do. */
export class Watched {
  readonly heard = new Map<ShipmentId, Heard>();
  /** Entered before it was due by the database's clock, and put back: harmless, and counted. */
  earlyEntries = 0;
  /** Leased before it was due: never allowed. */
  leasedEarly = 0;
  readonly failures: string[] = [];

  entered(shipment: ShipmentId, enteredAtMs: number): void {
    this.heard.set(shipment, { enteredAtMs, committedAtMs: null });
  }

  isDone(shipment: ShipmentId): boolean {
    return (this.heard.get(shipment)?.committedAtMs ?? null) !== null;
  }

  committed(shipment: ShipmentId): void {
    const before = this.heard.get(shipment);
    if (before !== undefined) this.heard.set(shipment, { ...before, committedAtMs: Date.now() });
  }
}

export type OurBells = Awaited<ReturnType<typeof startOurBells>>;

/** The real worker (sweep, relay, leases, commands) on the real store, with a stopwatch at its first and its last step. */
export async function startOurBells(
  urls: Pick<DatabaseUrls, 'apiUrl' | 'workerUrl'>,
  backend: Backend,
  watched: Watched,
) {
  const failed = (error: unknown): void => void watched.failures.push(String(error));
  const api = await openStore(urls.apiUrl, 8);
  const worker = await openStore(urls.workerUrl, 8);
  const connection = await backend.connect(failed);
  const bell = new BullmqBell(connection);
  const after = new RelayAfterCommit(bell, failed);
  const rehearsal = rehearsalDesks({ seed: 1, lines: [] }, airports);
  const running = startWorker({
    agenda: withStopwatch(worker.agenda, watched),
    issue: new TimedIssue(worker.shipments, after, reached, watched),
    desks: new DeskDirectory(worker.shipments, {
      real: [byHandDesk, new TellDesk({ ...worker, sends: personalChannels })],
      rehearsal,
    }),
    bell,
    connection,
    settings: defaultBellSettings,
    points: reached,
    pulse: new Pulse({
      beats: worker.beats,
      elapsedMs: () => performance.now(),
      inTime: (_withinMs, beat) => beat.then(() => true),
      silent: () => undefined,
      unrecorded: failed,
      limits: standardPulse,
    }),
    failed: (_where, error) => failed(error),
    nowMs: () => Date.now(),
    sweepEveryMs: everySecond,
    deskWithinMs: 20_000,
  });
  /** `forget`: bells that still hang are taken away, once none is being answered. */
  const close = async ({ forget = false } = {}): Promise<void> => {
    await running.close();
    if (forget) await bell.forgetAll();
    await bell.close();
    await connection.close();
    await worker.close();
    await api.close();
  };
  return { store: api.shipments, agenda: worker.agenda, bell, after, close };
}

/** The lease is the handler's first act: when it is asked for, the handler has been entered. */
function withStopwatch(agenda: AgendaStore, watched: Watched): AgendaStore {
  const lease: AgendaStore['lease'] = async (id, revision) => {
    const enteredAtMs = Date.now();
    const outcome = await agenda.lease(id, revision);
    if (outcome.kind === 'early') watched.earlyEntries += 1;
    if (outcome.kind === 'leased') {
      if (millisOf(outcome.now) < millisOf(outcome.item.obligation.dueAt)) watched.leasedEarly += 1;
      watched.entered(outcome.item.shipment, enteredAtMs);
    }
    return outcome;
  };
  return Object.assign(Object.create(agenda) as AgendaStore, { lease });
}

class TimedIssue extends IssueCommand {
  constructor(
    store: ConstructorParameters<typeof IssueCommand>[0],
    after: RelayAfterCommit,
    points: typeof reached,
    private readonly watched: Watched,
  ) {
    super(store, after, points);
  }

  override async asSystem(
    shipment: ShipmentId,
    id: CommandId,
    command: ShipmentCommand,
    statedBy: StatedBy,
  ): Promise<CommandOutcome> {
    const outcome = await super.asSystem(shipment, id, command, statedBy);
    if (outcome.kind === 'accepted') this.watched.committed(shipment);
    return outcome;
  }
}
