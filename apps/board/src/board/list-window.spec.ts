import { ListWindow, PAGE } from './list-window.js';

interface Item {
  readonly id: string;
  readonly content?: string;
}

const named = (from: number, count: number, more: Partial<Item> = {}): readonly Item[] =>
  Array.from({ length: count }, (_, at) => ({ id: `r${from + at}`, ...more }));
const swapped = (items: readonly Item[]) => [items[1] ?? { id: '' }, items[0] ?? { id: '' }, ...items.slice(2)];

/** A list of 10,000 rows whose first page is known. */
function begun() {
  const list = new ListWindow<Item>();
  list.put({ page: 0, items: named(0, PAGE), total: 10_000 });
  return list;
}

describe('the part of a long list that is known', () => {
  it('is entered anywhere, with empty places between', () => {
    const list = begun();
    list.put({ page: 160, items: named(8_000, PAGE), total: 10_000 });
    expect([list.idAt(49), list.idAt(50), list.idAt(8_000)]).toEqual(['r49', undefined, 'r8000']);
    expect(list.placeOf('r8007')).toBe(8_007);
  });

  it('asks for what is looked at and not known, and for nothing behind the end', () => {
    const list = begun();
    expect(list.missing({ first: 0, last: 0 })).toBeUndefined();
    expect(list.missing({ first: 0, last: 2 })).toEqual({ first: 1, last: 2 });
    expect(list.missing({ first: 199, last: 205 })).toEqual({ first: 199, last: 199 });
    list.outdate();
    expect(list.missing({ first: 0, last: 0 })).toEqual({ first: 0, last: 0 });
    expect(list.idAt(0)).toBe('r0');
  });

  it('keeps no more than a thousand rows, those nearest to what is looked at', () => {
    const list = begun();
    for (let page = 1; page < 100; page += 1) list.put({ page, items: named(page * PAGE, PAGE), total: 10_000 });
    list.keepNear({ first: 98, last: 99 });
    expect(list.known()).toHaveLength(1_000);
    expect([list.row('r0'), list.row('r4999')]).toEqual([undefined, { id: 'r4999' }]);
  });

  it('shows a row once: where it was before is empty, and asked for again', () => {
    const list = begun();
    list.put({ page: 1, items: [{ id: 'r3' }, ...named(51, PAGE - 1)], total: 10_000 });
    expect([list.idAt(3), list.placeOf('r3')]).toEqual([undefined, PAGE]);
    expect(list.missing({ first: 0, last: 1 })).toEqual({ first: 0, last: 0 });
  });

  it('leaves alone what says the same, and takes no row that is not known', () => {
    const list = begun();
    const before = list.row('r1');
    list.put({ page: 0, items: named(0, PAGE), total: 10_000 });
    list.take({ id: 'r1' });
    list.take({ id: 'elsewhere' });
    expect(list.row('r1')).toBe(before);
    expect(list.row('elsewhere')).toBeUndefined();
    list.take({ id: 'r1', content: 'new' });
    expect(list.row('r1')).toEqual({ id: 'r1', content: 'new' });
  });

  it('ends where the list ends now', () => {
    const list = begun();
    list.put({ page: 1, items: named(50, 10), total: 60 });
    list.put({ page: 0, items: named(0, 3), total: 3 });
    expect([list.total, list.idAt(2), list.idAt(3), list.idAt(50)]).toEqual([3, 'r2', undefined, undefined]);
  });
});

describe('a hand on the list', () => {
  it('keeps rows in their places, each with its newest content, and counts those that moved', () => {
    const list = begun();
    list.hold(true);
    list.put({ page: 0, items: swapped(named(0, PAGE, { content: 'new' })), total: 10_001 });
    expect([list.idAt(0), list.row('r0')?.content, list.moved, list.total]).toEqual(['r0', 'new', 1, 10_000]);
    list.hold(false);
    expect([list.idAt(0), list.moved, list.total]).toEqual(['r1', 0, 10_001]);
  });

  it('keeps a row that has left, and lets a new one wait, until it is let go', () => {
    const list = begun();
    list.hold(true);
    list.put({ page: 0, items: [{ id: 'fresh' }, ...named(0, PAGE - 1)], total: 10_000 });
    expect([list.idAt(0), list.idAt(49), list.moved]).toEqual(['r0', 'r49', 2]);
    list.settle();
    expect([list.idAt(0), list.idAt(1), list.placeOf('r49'), list.moved]).toEqual(['fresh', 'r0', undefined, 0]);
  });

  it('takes no row out of its place for a page that comes meanwhile', () => {
    const list = begun();
    list.hold(true);
    list.put({ page: 1, items: [{ id: 'r3' }, ...named(51, PAGE - 1)], total: 10_000 });
    expect([list.idAt(3), list.idAt(50), list.idAt(51)]).toEqual(['r3', undefined, 'r51']);
    list.hold(false);
    expect([list.idAt(3), list.idAt(50)]).toEqual([undefined, 'r3']);
  });

  it('lets the first rows come at once', () => {
    const list = new ListWindow<Item>();
    list.hold(true);
    list.put({ page: 0, items: named(0, 2), total: 2 });
    expect([list.idAt(0), list.total, list.moved]).toEqual(['r0', 2, 0]);
  });
});
