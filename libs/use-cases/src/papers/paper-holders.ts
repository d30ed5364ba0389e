import {
  handPartOf,
  holdersIn,
  labelsInHand,
  seeing,
  standingsAmong,
  type Shipment,
  type Standing,
} from '@cellrelay/shipment';
import type { KindOfPaper } from '@cellrelay/paperwork';
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
  const ofOperator = acting.organisation.kind === 'operator';
  const knowsBox = ofOperator || knowsTheBox(held, shipment);
  return {
    // Kinds are paperwork's own; one that this release does not know is nobody's.
    holds: (kind) => mayHold(held, kind as Parameters<typeof mayHold>[1]) && (knowsBox || tellsNoBox.has(kind)),
    ofOperator,
    held,
  };
}

const tellsNoBox: ReadonlySet<string> = new Set<KindOfPaper>([
  'product-document',
  'visa-letter',
  'application-data-sheet',
]);

/**
 * Whether the numbers of the box, its seal and its logger, which most papers tell, stand before their eyes. A centre has papers that tell them once it has had the box in hand: a seal that is
 * known before is copied, and not read off. Whoever carries the box has them from the packing on, since its papers go along.
 */
function knowsTheBox(held: readonly Standing[], shipment: Shipment): boolean {
  const { boxNow } = shipment.stages['courier-handoff'];
  const part = handPartOf(held);
  if (boxNow === null || part === 'courier-company') return true;
  return part !== undefined && labelsInHand(shipment, part).has(boxNow.box);
}
