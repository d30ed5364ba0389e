import type pg from 'pg';
import type { Result, ShipmentId } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type {
  BoardStore,
  ItemFilter,
  ListFilter,
  ListedShipment,
  ListPaging,
  OpenItem,
  OwnShipments,
  PageOf,
  Paging,
  ReferenceStore,
  Referred,
  SharedListed,
} from '@cellrelay/use-cases';
import { listShipments, ownIds, rowsOf } from './list.js';
import { openItems } from './open-items.js';
import { shipmentsReferred } from './references.js';

/** The read side, from the rows that commits keep. */
export class PostgresBoardStore implements BoardStore, ReferenceStore {
  constructor(private readonly pool: pg.Pool) {}

  list(filter: ListFilter, paging: ListPaging): Promise<Result<PageOf<ListedShipment>, Refusal>> {
    return listShipments(this.pool, filter, paging);
  }

  own(own: OwnShipments): Promise<readonly ShipmentId[]> {
    return ownIds(this.pool, own);
  }

  rows(shipments: readonly ShipmentId[]): Promise<readonly SharedListed[]> {
    return rowsOf(this.pool, shipments);
  }

  referred(references: readonly string[]): Promise<readonly Referred[]> {
    return shipmentsReferred(this.pool, references);
  }

  openItems(filter: ItemFilter, paging: Paging): Promise<Result<PageOf<OpenItem>, Refusal>> {
    return openItems(this.pool, filter, paging);
  }
}
