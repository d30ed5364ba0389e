import type { SaidRefusal } from './problem.js';

/** Carries a refusal out of a handler to where it becomes a problem document. Not a defect: it is not logged as one. */
export class RefusedError extends Error {
  constructor(
    readonly refusal: SaidRefusal,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.sentence);
    this.name = 'RefusedError';
  }
}

/** Ends the handling of a request with a refusal. */
export function refuse(refusal: SaidRefusal, headers: Readonly<Record<string, string>> = {}): never {
  throw new RefusedError(refusal, headers);
}
