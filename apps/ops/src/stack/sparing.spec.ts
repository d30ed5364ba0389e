import { sparing } from './sparing.js';

it('tells of a trouble at once, and of its repetitions together half a minute later', () => {
  const told: (readonly [string, number])[] = [];
  let now = 0;
  const failed = sparing(
    (reason, repeated) => told.push([reason, repeated]),
    () => now,
  );
  for (let second = 0; second <= 31; second += 1) {
    now = second * 1_000;
    failed('refused');
    if (second === 3) failed('closed');
  }
  expect(told).toEqual([
    ['refused', 0],
    ['closed', 0],
    ['refused', 29],
  ]);
});
