import { placeLabels, type Placed, type Taken, type Wanted } from './place-labels.js';

const bounds = { left: 100, right: 900 };

/** Numbers that look thrown and are the same each time. */
function thrown(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function crowd(seed: number): { readonly wanted: readonly Wanted[]; readonly taken: readonly Taken[] } {
  const next = thrown(seed);
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from));
  const wanted = Array.from({ length: 14 }, (_, nth): Wanted => {
    const from = between(bounds.left, bounds.right - 10);
    const to = Math.min(bounds.right, from + between(0, 160));
    const rows = next() < 0.5 ? 'above' : 'below';
    return { key: String(nth), width: between(10, 320), from, to, rows, beside: next() < 0.6 };
  });
  return { wanted, taken: wanted.map(({ from, to }) => ({ row: 0, from, to })) };
}

const overlap = (one: Taken, other: Taken): boolean =>
  one.row === other.row && one.from < other.to && other.from < one.to;

const pairs = (placed: readonly Placed[]) =>
  placed.flatMap((one, nth) => placed.slice(nth + 1).map((other) => [one, other] as const));

describe('labels beside what they are of', () => {
  it('never lie over one another, over a bar that is not theirs, or outside, however many there are', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const { wanted, taken } = crowd(seed);
      const placed = placeLabels(wanted, taken, bounds);
      expect(placed).toHaveLength(wanted.length);
      expect(pairs(placed.filter(({ inside }) => !inside)).filter(([one, other]) => overlap(one, other))).toEqual([]);
      const over = placed.filter((place) => !place.inside && taken.some((each) => overlap(place, each)));
      expect(over).toEqual([]);
      expect(placed.filter(({ from, to }) => from < bounds.left || to > bounds.right)).toEqual([]);
    }
  });

  const bar = { from: 300, to: 400 };
  const wants = (change: Partial<Wanted>): Wanted => ({
    ...{ key: 'a', width: 60, rows: 'below', beside: true, ...bar },
    ...change,
  });
  const one = (change: Partial<Wanted>, taken: readonly Taken[] = [{ row: 0, ...bar }]) =>
    placeLabels([wants(change)], taken, bounds)[0];

  it('stand inside a bar where they fit, else right of it, else left', () => {
    expect(one({})).toMatchObject({ row: 0, from: 306, inside: true });
    expect(one({ width: 95 })).toMatchObject({ row: 0, from: 406, inside: false });
    const right = { row: 0, from: 420, to: 500 };
    expect(one({ width: 95 }, [{ row: 0, ...bar }, right])).toMatchObject({ row: 0, to: 294 });
  });

  it('else in the nearest row with room, moved in from an edge', () => {
    const all = { row: 0, from: bounds.left, to: bounds.right };
    expect(one({ width: 95 }, [all])).toMatchObject({ row: 1, from: 300 });
    expect(one({ width: 95, from: 895, to: 900 }, [all])).toMatchObject({ row: 1, to: 900 });
    expect(one({ rows: 'above', beside: false, from: 300, to: 300 })).toMatchObject({ row: -1, from: 304 });
  });

  it('stand behind a line that cuts their bar where it leaves them room, and outside where it does not', () => {
    const cut = (at: number) => wants({ key: 't', rows: 'above', beside: false, stem: true, from: at, to: at });
    const own = (at: number) => placeLabels([cut(at), wants({ width: 50 })], [{ row: 0, ...bar }], bounds)[1];
    expect(own(320)).toMatchObject({ row: 0, from: 326, inside: true });
    expect(own(350)).toMatchObject({ row: 0, from: 406, inside: false });
  });

  it('lead no line through another’s words', () => {
    const ticks = [600, 580, 340, 320].map((from, nth) =>
      wants({ key: String(nth), rows: 'above', beside: false, stem: true, from, to: from, width: 290 }),
    );
    const placed = placeLabels(ticks, [], bounds);
    const crossed = placed.flatMap((place, nth) => {
      const at = ticks[nth]?.from ?? 0;
      return placed.filter((other) => other.row > place.row && other.from < at && at < other.to);
    });
    expect(crossed).toEqual([]);
  });

  it('at one and the same instant stand under one another', () => {
    const same = ['a', 'b', 'c'].map((key) => wants({ key, beside: false, from: 500, to: 500, width: 500 }));
    expect(placeLabels(same, [], bounds).map(({ row }) => row)).toEqual([1, 2, 3]);
  });
});
