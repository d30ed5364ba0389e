import { seeing, standingsAmong } from '@cellrelay/shipment';
import { ownShipmentsOf, type Acting, type RowView } from '@cellrelay/use-cases';
import type { Moved, SharedChanges } from './shared-changes.js';

/** What a stream tells of a move. */
export interface Told {
  readonly shipment: string;
  /** 0 when the shipment is gone, or is theirs to see no more. */
  readonly revision: number;
  readonly row: RowView | null;
}

/** What of all moves one reader is told: of shipments that they see, with the row that is shared with them; and once of one that they see no more. */
export class LiveView {
  private constructor(
    private readonly reader: Acting,
    private readonly seen: Set<string>,
  ) {}

  static async of(reader: Acting, changes: Pick<SharedChanges, 'own'>): Promise<LiveView> {
    const own = ownShipmentsOf(reader);
    return new LiveView(reader, new Set(own === undefined ? [] : await changes.own(own)));
  }

  /** Undefined: they are told nothing. */
  tell({ shipment, revision, row, shared, holders }: Moved): Told | undefined {
    if (this.reader.organisation.kind === 'operator') return { shipment, revision, row };
    if (shared !== null && seeing(standingsAmong(this.reader, holders)).length > 0) {
      this.seen.add(shipment);
      return { shipment, revision, row: shared };
    }
    return this.seen.delete(shipment) ? { shipment, revision: 0, row: null } : undefined;
  }
}
