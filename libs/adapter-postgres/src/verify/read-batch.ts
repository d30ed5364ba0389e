import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { StoredEntry } from '@cellrelay/use-cases';
import { figureJson } from '../figures/figure-columns.js';
import { grouped } from '../grouped.js';

export interface StoredShipment {
  readonly id: ShipmentId;
  readonly revision: number;
  readonly last_hash: string;
  readonly fold_version: number;
  readonly state: unknown;
  readonly live: boolean;
  readonly example: boolean;
  readonly reference: string;
  readonly severity: number;
  readonly next_due_at: Date | null;
  readonly search_text: string;
  readonly view: unknown;
  readonly unit: string | null;
  readonly shared_view: unknown;
  readonly shared_search: string | null;
  readonly holders: unknown;
}

export interface StoredItem {
  readonly shipment: ShipmentId;
  readonly key: string;
  readonly due_at: Date;
  readonly stage: string;
  readonly kind: string;
  readonly does: string;
  readonly owner: string;
  readonly offered: boolean;
  readonly obligation: unknown;
}

interface StoredFigure {
  readonly shipment: ShipmentId;
  readonly figure: unknown;
}

interface StoredScan {
  readonly shipment: ShipmentId;
  readonly scan: string;
}

/** All that is stored of one shipment and can be made from its log, or is told by it. */
export interface Stored {
  readonly row: StoredShipment;
  readonly log: readonly StoredEntry[];
  readonly items: readonly StoredItem[];
  readonly figure: unknown;
  /** Whose bytes are there. */
  readonly scans: readonly string[];
}

/** In the order of their parts and names, so that they compare. */
const holders = `(select coalesce(json_agg(json_build_object('part', part, 'holder', holder) order by part collate "C", holder collate "C"), '[]'::json)
  from cellrelay.shipment_part where shipment = s.id)`;
const shipments = `select id, revision, last_hash, fold_version, state, live, example, reference, severity, next_due_at, search_text, view, unit,
  shared_view, shared_search, ${holders} as holders from cellrelay.shipment s where id > $1 order by id limit $2`;
const lines = `select shipment, seq, text, hash from cellrelay.event where shipment = any ($1::uuid[]) order by shipment, seq`;
const openItems = `select shipment, key, due_at, stage, kind, does, owner, offered, obligation
  from cellrelay.agenda_item where shipment = any ($1::uuid[]) and closed_at is null order by shipment, key`;
const figures = `select shipment, ${figureJson} as figure from cellrelay.figure where shipment = any ($1::uuid[])`;

const scanned = `select shipment, scan from cellrelay.scan where shipment = any ($1::uuid[]) order by shipment, scan`;

/** The next shipments by id, with their logs and open agenda items; within a snapshot that the caller has opened. */
export async function readBatch(client: pg.ClientBase, after: string, limit: number): Promise<readonly Stored[]> {
  const rows = (await client.query<StoredShipment>(shipments, [after, limit])).rows;
  const ids = [rows.map((row) => row.id)];
  const log = grouped((await client.query<StoredEntry>(lines, ids)).rows, (line) => line.shipment);
  const items = grouped((await client.query<StoredItem>(openItems, ids)).rows, (item) => item.shipment);
  const counted = (await client.query<StoredFigure>(figures, ids)).rows;
  const scans = grouped((await client.query<StoredScan>(scanned, ids)).rows, (row) => row.shipment);
  const figureOf = new Map(counted.map(({ shipment, figure }) => [shipment, figure]));
  return rows.map((row) => ({
    row,
    log: log.get(row.id) ?? [],
    items: items.get(row.id) ?? [],
    figure: figureOf.get(row.id) ?? null,
    scans: (scans.get(row.id) ?? []).map(({ scan }) => scan),
  }));
}
