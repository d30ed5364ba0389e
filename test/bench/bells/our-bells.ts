import { BullmqBell, defaultBellSettings, bellsOnPostgres } from '@cellrelay/adapter-bullmq';
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
  type AgendaStore,
  type CommandOutcome,
} from '@cellrelay/use-cases';
import { airports, everySecond } from '../../../apps/ops/src/stack/open-stack.js';
import { startWorker } from '../../../apps/worker/src/worker.js';
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

  committed(shipment: ShipmentId): void {
    const before = this.heard.get(shipment);
    if (before !== undefined) this.heard.set(shipment, { ...before, committedAtMs: Date.now() });
  }
}

/** The real worker (sweep, relay, leases, commands) on the real store, with a stopwatch at its first and its last step. */
export async function startOurBells(urls: Pick<DatabaseUrls, 'apiUrl' | 'workerUrl'>, watched: Watched) {
  const failed = (error: unknown): void => void watched.failures.push(String(error));
  const api = await openStore(urls.apiUrl, 8);
  const worker = await openStore(urls.workerUrl, 8);
  const connection = bellsOnPostgres(urls.workerUrl, { poolSize: 8, failed });
  const bell = new BullmqBell(connection);
  const after = new RelayAfterCommit(bell, failed);
  const rehearsal = rehearsalDesks({ seed: 1, lines: [] }, airports);
  const running = startWorker({
    agenda: withStopwatch(worker.agenda, watched),
    issue: new TimedIssue(worker.shipments, after, reached, watched),
    desks: new DeskDirectory(worker.shipments, { real: [byHandDesk], rehearsal }),
    bell,
    connection,
    settings: defaultBellSettings,
    points: reached,
    pulse: new Pulse({
      beats: worker.beats,
      elapsedMs: () => performance.now(),
      silent: () => undefined,
      limits: standardPulse,
    }),
    failed: (_where, error) => failed(error),
    nowMs: () => Date.now(),
    sweepEveryMs: everySecond,
    deskWithinMs: 20_000,
  });
  const close = async (): Promise<void> => {
    await running.close();
    await bell.close();
    await connection.close();
    await worker.close();
    await api.close();
  };
  return { store: api.shipments, after, close };
}

/** The lease is the handler's first act: when it is asked for, the handler has been entered. */
function withStopwatch(agenda: AgendaStore, watched: Watched): AgendaStore {
  return {
    lease: async (id, revision) => {
      const enteredAtMs = Date.now();
      const lease = await agenda.lease(id, revision);
      if (lease.kind === 'early') watched.earlyEntries += 1;
      if (lease.kind === 'leased') {
        if (millisOf(lease.now) < millisOf(lease.item.obligation.dueAt)) watched.leasedEarly += 1;
        watched.entered(lease.item.shipment, enteredAtMs);
      }
      return lease;
    },
    handBack: (id, token, failure) => agenda.handBack(id, token, failure),
    release: (id, token) => agenda.release(id, token),
    park: (id, token, error) => agenda.park(id, token, error),
    unpark: (id) => agenda.unpark(id),
    due: (window, limit) => agenda.due(window, limit),
  };
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
