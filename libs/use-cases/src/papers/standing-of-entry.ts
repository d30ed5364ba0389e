import { paperFactFields, type PaperFactBodyName } from './paper-fact-bodies.js';
import type { KeptPaperFact } from './paper-fact-store.port.js';

/** How a record stands, whatever it holds, with the schema of its form. */
export function standingOf(entry: KeptPaperFact | undefined, form: PaperFactBodyName) {
  const entered = entry === undefined ? null : { by: entry.by, at: entry.at };
  return { revision: entry?.revision ?? 0, entered, fields: { ...paperFactFields[form] } };
}
