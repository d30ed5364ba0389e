import { entryOf, type StoredEntry } from '@cellrelay/use-cases';
import type { Scenario, Step } from '../scenario/scenario.js';

/** The account that records the steps of a replay. */
export const replayAccount = 'replay';

/** The idempotency key of a step. */
export function stepKey(scenario: Pick<Scenario, 'name'>, step: Pick<Step, 'number'>): string {
  return `step/${scenario.name}/${step.number}`;
}

/** The number of the last step that the log knows; -1 when there is none yet. */
export function lastStepIn(log: readonly StoredEntry[], scenario: Pick<Scenario, 'name'>): number {
  const prefix = `${replayAccount}/step/${scenario.name}/`;
  const numbers = log
    .map((entry) => entryOf(entry.text).commandId)
    .filter((id) => id.startsWith(prefix))
    .map((id) => Number(id.slice(prefix.length)));
  return Math.max(-1, ...numbers);
}
