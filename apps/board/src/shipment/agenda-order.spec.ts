import { owedSaid, peoplesFirst } from './agenda-order.js';

const items = ['tell', 'count-due', 'tell', 'hold-seats'].map((kind, place) => ({ kind, place }));

describe('an agenda as people read it', () => {
  it('begins with what is somebody’s, each kind in its order', () =>
    expect(peoplesFirst(items).map(({ place }) => place)).toEqual([1, 3, 0, 2]));

  it('counts tellings apart', () => {
    expect(owedSaid(items)).toBe('2 owed, 2 to be told');
    expect(owedSaid([{ kind: 'count-due' }])).toBe('1 owed');
  });
});
