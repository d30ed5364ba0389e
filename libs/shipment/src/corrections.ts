import { byRule, type Correctable, type Corrections, type NotCorrectable } from './correctable.js';
import { custodyCorrections } from './corrections.custody.js';
import { preparingCorrections } from './corrections.preparing.js';
import { travelCorrections } from './corrections.travel.js';
import type { RecordedEvent, StageCommand } from './shipment.js';

/**
 * How each recorded fact is corrected, or why it is not. Whole by type: a new event does not compile until it is said here. What plans, asks or decides is no
 * fact that can have been otherwise; it is changed by planning, asking or deciding anew.
 */
export const corrections: Corrections = { ...preparingCorrections, ...travelCorrections, ...custodyCorrections };

/** The commands by which facts are corrected, each once, in the order of the stages. */
export const correctingCommands: readonly StageCommand['name'][] = [
  ...new Set(Object.values(corrections).flatMap((row) => ('not' in row ? [] : commandsOf(row)))),
];

/** What can be corrected of a fact, with the command and what that command said; or why nothing can. */
export function correctionOf(event: RecordedEvent): Read | NotCorrectable {
  // The type picks the row that was written for it; the union cannot follow that.
  const row = corrections[event.type] as Correctable | NotCorrectable;
  return 'not' in row ? row : readBy(row, event);
}

type Read = Omit<Correctable, 'dataOf' | 'or'> & { readonly data: StageCommand['data'] };

function readBy({ dataOf, or, ...rest }: Correctable, event: RecordedEvent): Read | NotCorrectable {
  const data = dataOf(event);
  if (data !== null) return { ...rest, data };
  return or === undefined ? byRule : readBy(or, event);
}

interface Recording {
  readonly command: StageCommand['name'];
  readonly or?: Recording;
}

function commandsOf({ command, or }: Recording): readonly StageCommand['name'][] {
  return or === undefined ? [command] : [command, ...commandsOf(or)];
}
