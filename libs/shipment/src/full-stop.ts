import type { Cause } from './obligation.js';

/** A cause whose sentences end once: free words that are put into them may bring a stop of their own. */
export function endedOnce<Each extends Cause>(cause: Each): Each {
  return { ...cause, wrong: oneStop(cause.wrong), follows: oneStop(cause.follows) };
}

/** Takes off the full stop that was put behind words that had ended already. Dots that somebody wrote to trail off stay. */
export function oneStop(text: string): string {
  return text.replace(/(?<!\.)([.!?…])\.(?=\s|$)/g, '$1');
}
