import { stageNames } from './stage.js';
import { stageTables } from './tables.js';
import { tableFaults, type TransitionTable } from './transitions.js';

describe('the tables of allowed moves', () => {
  it('has one for every stage', () => {
    expect(new Set(stageTables.map(({ stage }) => stage))).toEqual(new Set(stageNames));
  });

  it.each(stageTables)(
    'of $stage is closed: every state reachable, no terminal state accepts anything',
    ({ table }) => {
      expect(tableFaults(table)).toEqual([]);
    },
  );

  it('names an unreachable state, a dead end and a terminal state that accepts something', () => {
    const faulty: TransitionTable = {
      subject: 'a planted fault',
      initial: 'a',
      terminal: ['c'],
      moves: [
        { command: 'Go', from: ['a'], to: ['b'] },
        { command: 'Stay', from: ['c'], to: ['c'] },
      ],
    };
    expect(tableFaults(faulty)).toEqual([
      'c cannot be reached',
      'terminal c accepts a command',
      'b is a dead end but not terminal',
    ]);
  });
});
