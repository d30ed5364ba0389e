import type { Refusal } from './stage.js';

/** Refuses a list of bags that is not exactly the expected one, each bag once, and says which differ. `at` points to the list. */
export function bagsDiffer(expected: readonly string[], given: readonly string[], at: string): Refusal | undefined {
  const differences = [
    told(
      'missing',
      expected.filter((bag) => !given.includes(bag)),
    ),
    told(
      'unknown here',
      given.filter((bag) => !expected.includes(bag)),
    ),
    told(
      'given twice',
      given.filter((bag, index) => given.indexOf(bag) !== index),
    ),
  ].filter((each) => each !== '');
  if (differences.length === 0) return undefined;
  const sentence = `The bags differ: ${differences.join('; ')}. Each expected bag must be given once, and no other.`;
  return { code: 'bags-differ', sentence, at, allowed: [...expected] };
}

function told(what: string, bags: readonly string[]): string {
  return bags.length === 0 ? '' : `${what} ${[...new Set(bags)].join(', ')}`;
}
