import { finishedSetUp, finishSetUp, forgetSetUps, keepSetUp, keptSetUp, unopenedSetUp } from './kept-set-ups.js';
import { freshSetUp, withOutcome } from './set-up.js';
import { ExampleStorage } from '../shell/storage.examples.js';

beforeEach(() =>
  Object.defineProperty(globalThis, 'localStorage', { value: new ExampleStorage(), configurable: true }),
);

const opened = (id: string, account: string) => withOutcome(freshSetUp(id, account, true), 'plan 1', { done: true });

describe('set-ups that are kept', () => {
  it('forgets of a finished one what was typed, and tells another tab what was sent of it', () => {
    keepSetUp({ ...opened('a', 'me'), drafts: { courier: { on: 'yes' } } });
    finishSetUp(opened('a', 'me'));
    expect(keptSetUp('a', 'me')).toBeUndefined();
    expect(finishedSetUp('a', 'me')).toEqual(opened('a', 'me'));
    expect(finishedSetUp('a', 'other')).toBeUndefined();
  });

  it('forgets those of whoever signs out, and of nobody else', () => {
    for (const account of ['me', 'other']) {
      keepSetUp(freshSetUp(`new of ${account}`, account));
      keepSetUp(opened(`open of ${account}`, account));
      finishSetUp(opened(`finished of ${account}`, account));
    }
    forgetSetUps('me');
    expect(Object.keys(localStorage).filter((name) => / of me$|\.me$/.test(name))).toEqual([]);
    expect(unopenedSetUp('other')?.id).toBe('new of other');
    expect(keptSetUp('open of other', 'other')).toBeDefined();
    expect(finishedSetUp('finished of other', 'other')).toBeDefined();
  });

  it('keeps one that is gone on with after it was finished', () => {
    finishSetUp(opened('a', 'me'));
    keepSetUp(opened('a', 'me'));
    expect([keptSetUp('a', 'me'), finishedSetUp('a', 'me')]).toEqual([opened('a', 'me'), undefined]);
  });
});
