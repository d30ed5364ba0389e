import { checkpoint, exampleFacts, flight, pek, sfo } from '../facts/facts.examples.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import { papersOf } from './paper-words.examples.js';
import { toldApart } from './told-apart.js';

const [ocean, inland] = exampleFacts.legs;
const placesOf = (facts: PaperFacts, kind: 'airline-letter' | 'security-letter') =>
  papersOf(facts, kind).map(({ of }) => of);

describe('what is told apart', () => {
  it('has its plain name where no other has it, and each has one of its own', () => {
    const names = (...all: readonly string[]) =>
      toldApart(all, { name: (each) => each.charAt(0), besides: (each) => each.charAt(1) });
    expect(names('ax', 'bx')).toEqual(['a', 'b']);
    expect(names('ax', 'ay', 'by', 'az')).toEqual(['a', 'a-y', 'b', 'a-z']);
    expect(names('ax', 'ay', 'ay', 'ay')).toEqual(['a', 'a-y', 'a-y-2', 'a-y-3']);
  });

  it('are the letters for two legs with one flight number: each is made, the first under the number alone', () => {
    const onwards = { ...inland!, flight: { ...inland!.flight, designator: ocean!.flight.designator } };
    const facts = { ...exampleFacts, legs: [ocean!, onwards] };
    expect(placesOf(facts, 'airline-letter')).toEqual(['UA 888', 'UA 888-SFO']);
    // The control: where the numbers differ, nothing is added.
    expect(placesOf(exampleFacts, 'airline-letter')).toEqual(['UA 888', 'UA 1576']);
  });

  it('are the letters for two checkpoints of one airport', () => {
    const again = flight('UA 1', sfo, pek, ['09-05T11:30', '09-05T23:00']);
    const checkpoints = [checkpoint(sfo, inland), checkpoint(sfo, { ...ocean!, flight: again }), checkpoint(pek)];
    const facts = { ...exampleFacts, checkpoints };
    expect(placesOf(facts, 'security-letter')).toEqual(['SFO', 'SFO-UA 1', 'PEK']);
    const references = papersOf(facts, 'security-letter').map(({ reference }) => reference);
    expect(new Set(references).size).toBe(3);
  });
});
