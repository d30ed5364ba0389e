import { holdersIn, seeing, standingsAmong, type Shipment, type Standing } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import { mayHold } from './may-hold.js';

/** Somebody who looks at the papers of a shipment. */
export interface PaperReader {
  /** Whether they may have a paper of that kind; if not, it is not there for them. */
  readonly holds: (kind: string) => boolean;
  /** Whether they are of the operator: then they are told what papers lack, and who issued them. */
  readonly ofOperator: boolean;
  readonly held: readonly Standing[];
}

/** As what they stand in it; undefined where they do not: then the shipment is not there for them. */
export function paperReader(acting: Acting, shipment: Shipment): PaperReader | undefined {
  const held = seeing(standingsAmong(acting, holdersIn(shipment)));
  if (held.length === 0) return undefined;
  return {
    // Kinds are paperwork's own; one that this release does not know is nobody's.
    holds: (kind) => mayHold(held, kind as Parameters<typeof mayHold>[1]),
    ofOperator: acting.organisation.kind === 'operator',
    held,
  };
}
