import { derivedOnce } from './derived.js';
import { emptyShipment } from './fold.js';

it('asks once for each state, whatever the answer', () => {
  let asked = 0;
  const revisionOf = derivedOnce(({ revision }) => {
    asked += 1;
    return revision === 0 ? undefined : revision;
  });
  const next = { ...emptyShipment, revision: 1 };
  expect([emptyShipment, next, emptyShipment, next].map(revisionOf)).toEqual([undefined, 1, undefined, 1]);
  expect(asked).toBe(2);
});
