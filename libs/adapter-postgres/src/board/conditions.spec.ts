import { Conditions } from './conditions.js';

describe('conditions', () => {
  it('are true when there are none', () => expect(new Conditions().text).toBe('true'));

  it('number their parameters as they come, and leave out what is not asked', () => {
    const wanted = new Conditions().add('a = ?', 1).add('b = ?', undefined).add('(c, d) > (?, ?)', 2, null);
    expect([wanted.text, wanted.parameter(9), wanted.values]).toEqual([
      'a = $1 and (c, d) > ($2, $3)',
      '$4',
      [1, 2, null, 9],
    ]);
  });
});
