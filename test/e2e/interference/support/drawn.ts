import fc from 'fast-check';
import type { Identity } from './tellings.js';

/** What can be read, in any script: no control or format character. */
const readable = (most: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .map((text) => `EXAMPLE ${text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')}x`);

const someday = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2024-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const identity: fc.Arbitrary<Identity> = fc.record({
  name: readable(150),
  otherNames: readable(150),
  birthDate: someday,
  sex: fc.constantFrom('female', 'male', 'other'),
  number: readable(40),
  address: readable(300),
  contact: readable(150),
});

/** So many people, invented by a seed: the same each time. */
export function drawnPeople(seed: number, count: number): readonly Identity[] {
  return fc.sample(identity, { seed, numRuns: count });
}
