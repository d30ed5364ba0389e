import type { Stood } from './queued.js';

/** A stage that stands otherwise than when a command was written. */
export interface Moved {
  readonly name: Stood['name'];
  readonly before: string;
  readonly now: string;
}

/** What reads otherwise now than it stood then. */
export function movedSince(stood: readonly Stood[], strip: readonly Stood[]): readonly Moved[] {
  return strip.flatMap(({ name, says: now }) => {
    const before = stood.find((one) => one.name === name)?.says;
    return before === undefined || before === now ? [] : [{ name, before, now }];
  });
}
