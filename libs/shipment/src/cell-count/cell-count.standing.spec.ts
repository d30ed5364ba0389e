import type { BagCount } from './cell-count.js';
import { countsOfParts } from './cell-count.standing.js';

const counted: BagCount = { bag: 'whole', cd34PerUl: 830, wbcE9PerL: null, cd3PerUl: null, volumeMl: 200 };
const part = (id: string, volumeMl: number) => ({ id, recipient: 'R1', volumeMl, partOf: ['whole'] });
const judged = (...parts: readonly ReturnType<typeof part>[]) =>
  countsOfParts([counted], parts).map(({ bag, volumeMl, cd34PerUl }) => [bag, volumeMl, cd34PerUl]);

describe('the count of a bag that was split', () => {
  it('stands for its parts, by their own volumes', () =>
    expect(judged(part('a', 120), part('b', 75))).toEqual([
      ['a', 120, 830],
      ['b', 75, 830],
    ]));

  it('makes no cells where the parts were weighed to more than was counted: each is its share of that', () =>
    expect(judged(part('a', 110), part('b', 110))).toEqual([
      ['a', 100, 830],
      ['b', 100, 830],
    ]));

  it('is never rounded up', () => {
    const volumes = countsOfParts([counted], [part('a', 70), part('b', 70), part('c', 70)]).map(
      (each) => each.volumeMl,
    );
    expect(volumes).toEqual([66.6666, 66.6666, 66.6666]);
  });
});
