import { RefusedError } from '@cellrelay/platform';
import { readQuery } from '../http/faults.js';
import { airportsQuery, listQuery, logQuery } from './queries.js';

function toldOf(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal.sentence;
    throw error;
  }
  throw new Error('expected a refusal');
}

describe('a faulty query', () => {
  it.each(['0', '101', '-1', '1.5', '1e9', 'many', '', '9007199254740993'])(
    'tells the limit’s bounds for %j',
    (limit) => {
      expect(toldOf(() => readQuery(listQuery, { limit }))).toBe(
        'The query is faulty: limit must be a whole number from 1 to 100.',
      );
    },
  );

  it('tells each question’s own bounds', () => {
    expect(toldOf(() => readQuery(logQuery, { limit: '501' }))).toContain(
      'limit must be a whole number from 1 to 500.',
    );
    expect(readQuery(logQuery, { limit: '500' })).toEqual({ limit: 500 });
  });

  it('is told in whole sentences', () => {
    expect(toldOf(() => readQuery(listQuery, { cursor: '!' }))).toBe(
      'The query is faulty: cursor must be a cursor as answered in `next`.',
    );
    expect(toldOf(() => readQuery(airportsQuery, { q: 'x' }))).toBe(
      'The query is faulty: q must have at least two letters.',
    );
    expect(toldOf(() => readQuery(airportsQuery, { q: 'x'.repeat(61) }))).toBe(
      'The query is faulty: q must have at most 60 characters.',
    );
    expect(toldOf(() => readQuery(listQuery, { q: 'x'.repeat(101) }))).toBe(
      'The query is faulty: q must have at most 100 characters.',
    );
    expect(toldOf(() => readQuery(listQuery, { q: 'houston\u0000' }))).toBe(
      'The query is faulty: q must not hold control characters.',
    );
    expect(toldOf(() => readQuery(airportsQuery, {}))).toBe('The query is faulty: q is missing.');
    expect(toldOf(() => readQuery(listQuery, { viwe: 'air' }))).toBe('The query is faulty: viwe is not known here.');
  });
});
