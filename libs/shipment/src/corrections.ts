import { byRule, type Correctable, type Corrections, type NotCorrectable } from './correctable.js';
import { custodyCorrections } from './corrections.custody.js';
import { preparingCorrections } from './corrections.preparing.js';
import type { RecordedEvent, StageCommand } from './shipment.js';

/**
 * How each recorded fact is corrected, or why it is not. Whole by type: a new event does not compile until it is said here. What plans, asks or decides is no
 * fact that can have been otherwise; it is changed by planning, asking or deciding anew.
 */
export const corrections: Corrections = { ...preparingCorrections, ...custodyCorrections };

/** The commands by which facts are corrected, each once, in the order of the stages. */
export const correctingCommands: readonly StageCommand['name'][] = [
  ...new Set(Object.values(corrections).flatMap((row) => ('not' in row ? [] : [row.command]))),
];

/** What can be corrected of a fact, with the command and what that command said; or why nothing can. */
export function correctionOf(
  event: RecordedEvent,
): (Omit<Correctable, 'dataOf'> & { readonly data: StageCommand['data'] }) | NotCorrectable {
  // The type picks the row that was written for it; the union cannot follow that.
  const row = corrections[event.type] as Correctable | NotCorrectable;
  if ('not' in row) return row;
  const { dataOf, ...rest } = row;
  const data = dataOf(event);
  return data === null ? byRule : { ...rest, data };
}
