import type { InHand } from './use-set-up.js';

/** What every step is given. */
export interface StepProps {
  readonly hand: InHand;
  readonly tried: boolean;
}
