import { matchAction } from '../act/match-action.js';
import type { Action } from '../api/types.js';

/** What was opened, as the API offers it now: its stage may have moved meanwhile. Where it is offered no more, as it was when it was opened. */
export function standingAction(opened: Action, actions: readonly Action[]): Action {
  const same = actions.filter(({ label, subject }) => label === opened.label && subject === opened.subject);
  return matchAction(opened, same) ?? matchAction(opened, actions) ?? opened;
}
