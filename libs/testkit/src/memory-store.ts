import { instantFromMillis, latest, millisOf, plusMinutes, type Instant, type ShipmentId } from '@cellrelay/kernel';
import type { Holder, Obligation, Refusal, Shipment } from '@cellrelay/shipment';
import {
  armingWindowMs,
  unitTaken,
  type AgendaItem,
  type AgendaStore,
  type BellRequest,
  type BoardRow,
  type CommandAnswer,
  type Commit,
  type CommitOutcome,
  type LeaseOutcome,
  type Loaded,
  type LoadedState,
  type ShipmentStore,
  type StoredEntry,
} from '@cellrelay/use-cases';

/** A clock that stands still until it is set. */
export class FakeClock {
  constructor(public at: Instant) {}

  /** Sets the clock ahead by so many minutes. */
  pass(minutes: number): void {
    this.at = plusMinutes(this.at, minutes);
  }
}

interface MemoryItem {
  readonly id: string;
  readonly shipment: ShipmentId;
  obligation: Obligation;
  revision: number;
  open: boolean;
  attempts: number;
  token: string | null;
  tryAfterMs: number;
  openedMs: number;
  parked: string | null;
}

/** The store's ports in memory, for unit tests: one command at a time, no crash. The contract suite holds it to what PostgreSQL does. */
export class MemoryStore implements ShipmentStore, AgendaStore {
  private readonly shipments = new Map<ShipmentId, { state: Shipment; entries: StoredEntry[]; row: BoardRow }>();
  private readonly answers = new Map<string, { bodyHash: string; answer: CommandAnswer }>();
  readonly items: MemoryItem[] = [];
  private tokens = 0;

  /** `owesPapers` is told of each commit after which papers are to be looked at again. */
  constructor(
    private readonly clock: FakeClock,
    private readonly owesPapers: (shipment: ShipmentId) => void = () => undefined,
  ) {}

  commit(
    command: Parameters<ShipmentStore['commit']>[0],
    decide: Parameters<ShipmentStore['commit']>[1],
  ): Promise<CommitOutcome> {
    const known = this.answers.get(command.id);
    if (known !== undefined) return Promise.resolve(repeated(known, command.bodyHash));
    const decision = decide(this.loaded(command.shipment, command.withLog));
    if (!decision.ok) return Promise.resolve({ kind: 'refused', refusal: decision.refusal });
    const { commit } = decision;
    const taken = this.takenUnit(command, commit);
    if (taken !== undefined) return Promise.resolve({ kind: 'refused', refusal: taken });
    this.write(command.shipment, commit);
    if (commit.owesPapers) this.owesPapers(command.shipment);
    this.answers.set(command.id, { bodyHash: command.bodyHash, answer: commit.answer });
    return Promise.resolve({ kind: 'committed', answer: commit.answer, bells: this.bellsOf(command.shipment, commit) });
  }

  private loaded(shipment: ShipmentId, withLog = false): Loaded {
    const now = this.clock.at;
    const stored = this.shipments.get(shipment);
    if (stored === undefined) return { state: null, lastHash: null, now };
    const last = stored.state.recordedAt ?? now;
    const loaded = {
      state: stored.state,
      lastHash: stored.entries.at(-1)?.hash ?? null,
      now: last > now ? last : now,
    };
    return withLog ? { ...loaded, log: stored.entries } : loaded;
  }

  private takenUnit(
    { shipment, withLog = false }: Parameters<ShipmentStore['commit']>[0],
    { row }: Commit,
  ): Refusal | undefined {
    const { unit } = row;
    const first = !this.shipments.has(shipment);
    if (unit === null || !row.live || !(first || withLog)) return undefined;
    const other = [...this.shipments].find(
      ([id, { row: has }]) => id !== shipment && has.unit === unit && has.example === row.example,
    )?.[1].row;
    return other === undefined ? undefined : unitTaken({ unit, first }, { ...other, usedUp: !other.live });
  }

  load(shipment: ShipmentId): Promise<Shipment | null> {
    return Promise.resolve(this.shipments.get(shipment)?.state ?? null);
  }

  loadAll(shipments: readonly ShipmentId[]): Promise<readonly LoadedState[]> {
    const found = shipments.map((shipment) => ({ shipment, state: this.shipments.get(shipment)?.state }));
    return Promise.resolve(found.flatMap(({ shipment, state }) => (state === undefined ? [] : [{ shipment, state }])));
  }

  holders(shipment: ShipmentId): Promise<readonly Holder[]> {
    return Promise.resolve(this.shipments.get(shipment)?.row.holders ?? []);
  }

  log(shipment: ShipmentId, afterSeq: number, limit: number): Promise<readonly StoredEntry[]> {
    const entries = this.shipments.get(shipment)?.entries ?? [];
    return Promise.resolve(entries.filter((entry) => entry.seq > afterSeq).slice(0, limit));
  }

  lease(id: string, revision: number): Promise<LeaseOutcome> {
    const item = this.items.find((each) => each.id === id && each.revision === revision && rings(each));
    if (item === undefined || item.token !== null) return Promise.resolve({ kind: 'not-mine' });
    const nowMs = millisOf(this.clock.at);
    const ringAtMs = Math.max(millisOf(item.obligation.dueAt), item.tryAfterMs);
    const waitMs = ringAtMs - nowMs;
    if (waitMs > 0) return Promise.resolve({ kind: 'early', dueAt: item.obligation.dueAt, waitMs });
    this.tokens += 1;
    item.token = `token-${this.tokens}`;
    const leased = itemOf(item);
    item.attempts += 1;
    const lateMs = nowMs - Math.max(ringAtMs, item.openedMs);
    return Promise.resolve({ kind: 'leased', item: leased, token: item.token, now: this.clock.at, lateMs });
  }

  handBack(id: string, token: string, failure: { readonly afterMs: number }): Promise<boolean> {
    return this.withLease(id, token, (item) => {
      item.tryAfterMs = millisOf(this.clock.at) + failure.afterMs;
    });
  }

  async release(id: string, token: string): Promise<void> {
    await this.withLease(id, token, (item) => {
      item.attempts = 0;
    });
  }

  park(id: string, token: string, error: string): Promise<boolean> {
    return this.withLease(id, token, (item) => {
      item.parked = error;
    });
  }

  unpark(id: string | null): Promise<readonly BellRequest[]> {
    const parked = this.items.filter((item) => item.parked !== null && (id === null || item.id === id));
    parked.forEach((item) => Object.assign(item, { parked: null, attempts: 0, tryAfterMs: 0 }));
    return Promise.resolve(parked.map((item) => this.bellOf(item)));
  }

  due(
    window: { readonly fromMs: number | null; readonly toMs: number },
    limit: number,
  ): Promise<readonly BellRequest[]> {
    const now = millisOf(this.clock.at);
    const wanted = this.items
      .filter((item) => rings(item) && item.token === null)
      .filter((item) => item.tryAfterMs <= now + window.toMs && millisOf(item.obligation.dueAt) <= now + window.toMs)
      .filter((item) => window.fromMs === null || millisOf(item.obligation.dueAt) >= now + window.fromMs)
      .sort(byDueTime)
      .slice(0, limit);
    return Promise.resolve(wanted.map((item) => this.bellOf(item)));
  }

  private write(shipment: ShipmentId, { entries, state, agenda, redriven, row }: Commit): void {
    const before = this.shipments.get(shipment)?.entries ?? [];
    this.shipments.set(shipment, { state, entries: [...before, ...entries], row });
    for (const key of agenda.closed) this.find(shipment, key, (item) => (item.open = false));
    for (const obligation of [...agenda.opened, ...agenda.moved])
      this.put(shipment, obligation, redriven.includes(obligation.key));
  }

  private put(shipment: ShipmentId, obligation: Obligation, redriven: boolean): void {
    const item = this.items.find((each) => each.shipment === shipment && each.obligation.key === obligation.key);
    const openedMs = millisOf(this.clock.at);
    if (item === undefined) {
      const fresh = { revision: 1, open: true, attempts: 0, token: null, tryAfterMs: 0, openedMs, parked: null };
      this.items.push({ id: String(this.items.length + 1), shipment, obligation, ...fresh });
      return;
    }
    if (!item.open || redriven) Object.assign(item, { open: true, attempts: 0, token: null, openedMs, parked: null });
    Object.assign(item, { obligation, revision: item.revision + 1, tryAfterMs: 0 });
  }

  private bellsOf(shipment: ShipmentId, { agenda }: Commit): readonly BellRequest[] {
    const keys = new Set([...agenda.opened, ...agenda.moved].map((each) => each.key));
    return this.items
      .filter((item) => item.shipment === shipment && item.open && item.obligation.does !== 'stand')
      .filter((item) => keys.has(item.obligation.key))
      .map((item) => this.bellOf(item))
      .filter(({ waitMs }) => waitMs <= armingWindowMs);
  }

  private bellOf({ id, revision, obligation, tryAfterMs }: MemoryItem): BellRequest {
    const ringAt = latest([obligation.dueAt, instantFromMillis(tryAfterMs)]) ?? obligation.dueAt;
    const waitMs = Math.max(0, millisOf(ringAt) - millisOf(this.clock.at));
    return {
      id,
      revision,
      stage: obligation.stage,
      does: obligation.does === 'call' ? 'call' : 'ring',
      dueAt: ringAt,
      waitMs,
      urgent: obligation.does === 'call' && obligation.request['severity'] === 'critical',
    };
  }

  private withLease(id: string, token: string, change: (item: MemoryItem) => void): Promise<boolean> {
    const item = this.items.find((each) => each.id === id && each.token === token);
    if (item === undefined) return Promise.resolve(false);
    item.token = null;
    change(item);
    return Promise.resolve(true);
  }

  private find(shipment: ShipmentId, key: string, change: (item: MemoryItem) => void): void {
    this.items.filter((each) => each.shipment === shipment && each.obligation.key === key).forEach(change);
  }
}

function byDueTime({ obligation: a }: MemoryItem, { obligation: b }: MemoryItem): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Open, not parked, and not merely standing on the agenda because it has rung. */
function rings({ open, obligation, parked }: MemoryItem): boolean {
  return open && obligation.does !== 'stand' && parked === null;
}

function itemOf({ id, shipment, revision, obligation, attempts }: MemoryItem): AgendaItem {
  return { id, shipment, revision, obligation, attempts };
}

function repeated(known: { bodyHash: string; answer: CommandAnswer }, bodyHash: string): CommitOutcome {
  if (known.bodyHash === bodyHash) return { kind: 'repeated', answer: known.answer };
  const sentence = 'This idempotency key was used before with another body.';
  return { kind: 'refused', refusal: { code: 'idempotency-key-reused', sentence } };
}
