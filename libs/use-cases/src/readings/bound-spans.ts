import type { ShipmentId } from '@cellrelay/kernel';
import { holdersIn, loggerSpans, millisOfSpan, namedParts, type Shipment } from '@cellrelay/shipment';
import type { LoadedState } from '../ports.js';
import type { ReadingSource } from './readings.port.js';

/** While a logger is in a box of a shipment: both ends belong to it. */
export interface BoundSpan {
  readonly shipment: ShipmentId;
  readonly fromMillis: number;
  readonly untilMillis: number;
  /** Whether the receipt of the box ended it. */
  readonly byReceipt: boolean;
  /** Whether whoever brings the readings has anything to do with that shipment. */
  readonly theirs: boolean;
}

/** When the logger that readings are of is in which of these shipments. */
export function spansOf(source: ReadingSource, states: readonly LoadedState[]): readonly BoundSpan[] {
  return states.flatMap(({ shipment, state }) =>
    loggerSpans(state)
      .filter(({ logger }) => logger === source.logger)
      .map((span) => ({
        ...{ shipment, ...millisOfSpan(span), byReceipt: span.byReceipt },
        theirs: isTheirs(source, state),
      })),
  );
}

/**
 * A device is known by the register of the organisation that has it: the operator's may be in any shipment's box, any other's in those in which its organisation stands. Else
 * whoever registers a number first would speak for a logger of that number in anybody's box.
 */
function isTheirs({ by }: ReadingSource, state: Shipment): boolean {
  if (by.kind === 'account' || by.organisation.kind === 'operator') return true;
  return holdersIn(state).some(
    ({ part, holder }) => holder === by.organisation.id && (namedParts as readonly string[]).includes(part),
  );
}
