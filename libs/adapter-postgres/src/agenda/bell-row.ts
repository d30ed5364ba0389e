import type { StageName } from '@cellrelay/shipment';
import type { BellRequest } from '@cellrelay/use-cases';
import { instantOfRow } from '../instants.js';

/** What statements answer of an item that is to be rung. */
export interface BellRow {
  readonly id: string;
  readonly revision: number;
  readonly stage: StageName;
  readonly does: 'ring' | 'call';
  readonly ring_at: Date;
  readonly wait_ms: number;
  readonly urgent: boolean;
}

/** The bell to be hung for it. */
export function bellOf(row: BellRow): BellRequest {
  return {
    id: row.id,
    revision: row.revision,
    stage: row.stage,
    does: row.does,
    dueAt: instantOfRow(row.ring_at),
    waitMs: row.wait_ms,
    urgent: row.urgent,
  };
}
