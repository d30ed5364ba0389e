import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { figureOf, type ConstantSet, type SourceMark } from './constants.js';

/** Something to be told of, and no limit: recipients of marrow that was longer under way did worse (Lazarus, BBMT 2009;15:589). */
export interface Advisory {
  readonly code: 'marrow-to-receipt' | 'marrow-receipt-to-infusion';
  /** The moment by which the one after it is better begun. */
  readonly before: Instant;
  /** Whether it was, or is planned to be; null while that is not known. */
  readonly kept: boolean | null;
  readonly source: string;
  readonly mark: SourceMark;
}

/** When marrow was collected, received and infused, or is to be; null: not known. */
export interface MarrowTimes {
  readonly collectionEndedAt: Instant;
  readonly receivedAt: Instant | null;
  readonly infusionAt: Instant | null;
}

/**
 * Twenty hours from the end of collection to receipt, six from there to infusion (viability.md 2.6, R2). In the study the outcome was worse from exactly these hours on, so
 * just that long is too long. Of other products nothing was found, and nothing is advised. They move no limit.
 */
export function marrowAdvisories(product: string, times: MarrowTimes, constants: ConstantSet): readonly Advisory[] {
  if (product !== 'HPC-M') return [];
  const { collectionEndedAt, receivedAt, infusionAt } = times;
  const receipt = advisory({ code: 'marrow-to-receipt', from: collectionEndedAt, until: receivedAt }, constants);
  if (receivedAt === null) return [receipt];
  return [receipt, advisory({ code: 'marrow-receipt-to-infusion', from: receivedAt, until: infusionAt }, constants)];
}

const hoursIdOf = {
  'marrow-to-receipt': 'marrow.to-receipt-hours',
  'marrow-receipt-to-infusion': 'marrow.receipt-to-infusion-hours',
} as const;

function advisory(
  { code, from, until }: { readonly code: Advisory['code']; readonly from: Instant; readonly until: Instant | null },
  constants: ConstantSet,
): Advisory {
  const { source, mark } = constants.constants[hoursIdOf[code]];
  const before = plusMinutes(from, 60 * figureOf(constants, hoursIdOf[code]));
  return { code, before, kept: until === null ? null : until < before, source, mark };
}
