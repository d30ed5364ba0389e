import { readFileSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/**
 * Whoever may take longest goes first, by the longest time that a file gives one of its tests; of those alike, the larger file. What begins last keeps one process busy while the
 * others have nothing left to do.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const asked = new Map(tests.map((test) => [test, wish(test.path)]));
    return [...tests].sort((one, other) => before(asked.get(one), asked.get(other)));
  }
}

function wish(path) {
  const text = readFileSync(path, 'utf8');
  const times = [...text.matchAll(/\b\d{1,3}_000\b/g)].map(([time]) => Number(time.replace('_', '')));
  return { longest: Math.max(0, ...times), size: text.length };
}

function before(one, other) {
  return other.longest - one.longest || other.size - one.size;
}
