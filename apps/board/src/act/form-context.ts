import { createContext, useContext } from 'react';
import type { FieldFault } from '../api/refusal.js';
import type { Airport, Place } from '../api/types.js';
import type { Wrong } from './body.js';

/** What the fields of a form know besides themselves. */
export interface FormSurroundings {
  /** The clocks that a time may be stated in, the likeliest first. */
  readonly places: readonly Place[];
  /** What is still wrong by the board's own reading; shown once sending was tried. */
  readonly wrong: readonly Wrong[];
  /** What the server said of single fields. */
  readonly faults: readonly FieldFault[];
  /** The airports seen so far, by code: their cities and clocks. */
  readonly airports: Readonly<Record<string, Place>>;
  readonly learnAirports: (airports: readonly Airport[]) => void;
}

export const FormContext = createContext<FormSurroundings | undefined>(undefined);

/** Throws outside a form: that is a mistake of ours and not of the reader's. */
export function useSurroundings(): FormSurroundings {
  const surroundings = useContext(FormContext);
  if (surroundings === undefined) throw new Error('a field stands outside a form');
  return surroundings;
}
