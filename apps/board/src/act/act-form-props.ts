import type { ReactNode } from 'react';
import type { Action, Place } from '../api/types.js';
import type { Sending, Sent } from './sent.js';

/** What a command's form is told. */
export interface ActFormProps {
  /** Names the form, so that what was typed is found again. */
  readonly form: string;
  readonly shipment: string;
  readonly action: Pick<Action, 'command' | 'label' | 'subject' | 'fields' | 'prefill' | 'consequences'>;
  readonly revision: number | null;
  readonly places: readonly Place[];
  readonly close: () => void;
  /** What is said under a field, by the field's name, as it is filled in. */
  readonly under?: Readonly<Record<string, (typed: string) => ReactNode>>;
  /** Called once the server has taken it, instead of `close`. */
  readonly done?: () => void;
  /** It stands on a page of its own: there is nothing to go back to. */
  readonly alone?: boolean;
  /** How it is sent, where not as a command of whoever is signed in. */
  readonly send?: (sending: Sending) => Promise<Sent>;
  /** Asks anew what may be done, after somebody else has moved the stage. */
  readonly renew: () => Promise<unknown>;
}
