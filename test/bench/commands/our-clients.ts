import { randomUUID } from 'node:crypto';
import type { Database } from '@cellrelay/adapter-postgres';
import type { ShipmentId } from '@cellrelay/kernel';
import { defaultPolicy, type StageName } from '@cellrelay/shipment';
import { fixedPolicies, IssueCommand, noRelay, reached, TakeCommand } from '@cellrelay/use-cases';
import { airports, holidays } from '../../../apps/ops/src/stack/open-stack.js';
import { mustFind } from '../ground/must-find.js';
import { accepted, dailyCommand, send, type Flown } from './daily-commands.js';

type Revisions = Readonly<Record<StageName, number>>;

/** Clients of the real thing: TakeCommand, IssueCommand and the store, as the API has them. What they send falls due in days, so no bell is hung meanwhile. */
export class OurClients {
  /** Lines of log that answers told of. */
  events = 0;
  private sent = 0;
  /** Two such groups of clients never send the same key. */
  private readonly keys = randomUUID();
  private readonly take: TakeCommand;
  private readonly read = new Map<ShipmentId, Revisions>();

  constructor(
    store: Database,
    private readonly flown: Flown,
    private readonly fresh: Revisions,
  ) {
    const issue = new IssueCommand(store.shipments, noRelay, reached, holidays);
    this.take = new TakeCommand({ issue, store: store.shipments, airports, policies: fixedPolicies(defaultPolicy) });
  }

  /** The client's next command to a shipment that no other client writes to, with the revision that it read. */
  async onOwn(
    ids: readonly ShipmentId[],
    at: { readonly client: number; readonly clients: number; readonly nth: number },
  ): Promise<void> {
    const shipment = mustFind(ids, (at.nth * at.clients + at.client) % ids.length);
    const revisions = this.read.get(shipment) ?? this.fresh;
    const command = dailyCommand((this.sent += 1), this.flown);
    const key = `${this.keys}-${this.sent}`;
    const answer = accepted(await send(this.take, shipment, command, { key, ifMatch: revisions[command.stage] }));
    this.read.set(shipment, answer.stageRevisions);
    this.events += answer.events.length;
  }

  /** A command to the one shipment that all write to, on whatever stands. */
  async onHot(shipment: ShipmentId): Promise<void> {
    const command = dailyCommand((this.sent += 1), this.flown);
    const answer = accepted(
      await send(this.take, shipment, command, { key: `${this.keys}-hot-${this.sent}`, ifMatch: null }),
    );
    this.events += answer.events.length;
  }
}
