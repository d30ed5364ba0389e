/** What can be wrong with what this lib is asked. Each names the broken rule. */
export type ViabilityFault =
  | 'reading-instant-invalid'
  | 'readings-unordered'
  | 'celsius-implausible'
  | 'reading-after-forecast'
  | 'count-after-forecast'
  | 'arrival-before-origin'
  | 'cells-invalid'
  | 'hazard-invalid'
  | 'concentration-invalid'
  | 'weight-invalid'
  | 'dose-invalid'
  | 'sampling-loss-invalid'
  | 'temperature-band-invalid'
  | 'gap-invalid'
  | 'minutes-invalid'
  | 'exposure-of-another-model'
  | 'exposure-of-another-count'
  | 'thaw-factor-unknown'
  | 'constant-invalid'
  | 'approver-missing'
  | 'validation-invalid';

/** Why there is no answer. Nothing has changed. */
export interface ViabilityProblem {
  readonly code: ViabilityFault;
  /** What was wrong and what is allowed. */
  readonly sentence: string;
  /** JSON pointer into what was given, where one field is to blame. */
  readonly at?: string;
  readonly allowed?: readonly string[];
}

/** A figure that must lie between two others, both included; undefined where it does. What is no number never does. */
export function outside(
  value: number,
  [least, most]: readonly [number, number],
  blamed: Omit<ViabilityProblem, 'allowed'>,
): ViabilityProblem | undefined {
  if (value >= least && value <= most) return undefined;
  return { ...blamed, allowed: [most === Number.MAX_VALUE ? `${least} or more` : `${least} to ${most}`] };
}
