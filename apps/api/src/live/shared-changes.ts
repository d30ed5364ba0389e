import type { Result } from '@cellrelay/kernel';
import type { Holder, Refusal } from '@cellrelay/shipment';
import {
  nobodyReads,
  toldTo,
  type Acting,
  type BoardStore,
  type ChangeStream,
  type OwnShipments,
  type RowView,
  type WordsReader,
} from '@cellrelay/use-cases';

/** One shipment's move with its new row. */
export interface Moved {
  readonly cursor: string;
  readonly shipment: string;
  /** 0 when the shipment is gone. */
  readonly revision: number;
  /** Null when the shipment is gone. */
  readonly row: RowView | null;
  /** What others than the operator see of it; null where nobody else stands in it. */
  readonly shared: RowView | null;
  readonly holders: readonly Holder[];
}

/** Reads changes once for however many streams ask for the same, and wakes them when there may be more. */
export class SharedChanges {
  private readonly reading = new Map<string, Promise<Result<readonly Moved[], Refusal>>>();
  private readonly sleepers = new Set<() => void>();
  private readonly unwatch: () => void;

  constructor(
    private readonly changes: ChangeStream,
    private readonly board: Pick<BoardStore, 'rows' | 'own'>,
    private readonly words: WordsReader = nobodyReads,
  ) {
    this.unwatch = changes.watch(() => this.wakeAll());
  }

  latest(): Promise<string> {
    return this.changes.latestCursor();
  }

  /** The shipments in which somebody stands now. */
  own(own: OwnShipments): Promise<readonly string[]> {
    return this.board.own(own);
  }

  /** What somebody is told of changes, with the sealed words in it that they may read. */
  told<T>({ organisation }: Acting, all: T): Promise<T> {
    return toldTo(this.words, organisation.id, all);
  }

  /** Changes after the cursor; empty when there is nothing new. Streams that stand at the same place share one reading. */
  after(cursor: string, limit: number): Promise<Result<readonly Moved[], Refusal>> {
    const key = `${cursor} ${limit}`;
    const running = this.reading.get(key);
    if (running !== undefined) return running;
    const read = this.read(cursor, limit).finally(() => this.reading.delete(key));
    this.reading.set(key, read);
    return read;
  }

  private async read(cursor: string, limit: number): Promise<Result<readonly Moved[], Refusal>> {
    const found = await this.changes.changesAfter(cursor, limit);
    if (!found.ok || found.value.length === 0) return found.ok ? { ok: true, value: [] } : found;
    const listed = await this.board.rows(found.value.map((change) => change.shipment));
    const rows = new Map(listed.map((each) => [each.shipment, each]));
    const moved = found.value.map(({ cursor: at, shipment, revision }) => {
      const row = revision === null ? undefined : rows.get(shipment);
      const { shared = null, holders = [] } = row ?? {};
      return { cursor: at, shipment, revision: row?.revision ?? revision ?? 0, row: row?.row ?? null, shared, holders };
    });
    return { ok: true, value: moved };
  }

  /** Calls `wake` when there may be news. Answers how to stop waiting. */
  onNext(wake: () => void): () => void {
    this.sleepers.add(wake);
    return () => this.sleepers.delete(wake);
  }

  private wakeAll(): void {
    const woken = [...this.sleepers];
    this.sleepers.clear();
    woken.forEach((wake) => wake());
  }

  /** Stops listening and wakes everybody, so that they see they are done. */
  close(): void {
    this.unwatch();
    this.wakeAll();
  }
}
