import { refusalOf } from '../api/refusal.js';
import { outcomeOf } from './trouble-outcome.js';

const refusal = { ...refusalOf(422, null), detail: 'The box has not left.' };

describe('what became of a trouble', () => {
  it.each(['refused', 'stale'] as const)('%s after it was kept is not taken, and said to lie on the phone', (state) => {
    expect(outcomeOf({ kind: 'kept' }, { state, refusal })).toEqual({ kind: 'stopped', why: 'The box has not left.' });
  });

  it('is kept while it waits, and done once the server has it', () => {
    expect(outcomeOf({ kind: 'kept' }, { state: 'sending', refusal: null })).toEqual({ kind: 'kept' });
    expect(outcomeOf({ kind: 'done' }, undefined)).toEqual({ kind: 'done' });
    expect(outcomeOf(undefined, { state: 'waiting', refusal: null })).toEqual({ kind: 'under-way' });
  });

  it('is not said to lie on a phone that keeps nothing', () => {
    expect(outcomeOf({ kind: 'refused', refusal }, undefined)).toEqual({ kind: 'refused', why: refusal.detail });
    expect(outcomeOf({ kind: 'unknown', refusal }, undefined)).toEqual({ kind: 'unknown' });
  });
});
