import { letterMoves, letterStates, moveNames, movesOf } from './letter-moves.js';

describe('the table of moves', () => {
  it('leads from every state that is not an end, and reaches each from a draft', () => {
    const ends = letterStates.filter((state) => !letterMoves.some(({ from }) => from.includes(state)));
    expect(ends).toEqual(['released', 'withdrawn']);
    const reached = new Set(['written']);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const { from, to } of letterMoves) if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...letterStates].sort());
    expect(new Set(letterMoves.map(({ move }) => move))).toEqual(new Set(moveNames));
  });

  it('releases to the other side by the other registry’s screener alone, and never from a draft', () => {
    const releasing = letterMoves.filter(({ to }) => to === 'released');
    expect(releasing).toEqual([expect.objectContaining({ by: 'other-screener', from: ['across'] })]);
    for (const state of ['written', 'returned', 'withdrawn'] as const)
      expect(movesOf(state, ['author', 'screener', 'other-screener']).map(({ move }) => move)).not.toContain('release');
  });

  it('gives nobody a move who is nobody to the letter', () => {
    for (const state of letterStates) expect(movesOf(state, [])).toEqual([]);
  });
});
