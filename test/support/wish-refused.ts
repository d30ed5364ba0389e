/** A command line that asks for what there is not: its message says what is understood, and no stack is of any use beside it. */
export class WishRefused extends Error {}

/** What is to be printed of whatever ended a run. */
export function printed(error: unknown): unknown {
  return error instanceof WishRefused ? error.message : error;
}
