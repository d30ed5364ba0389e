import type { Row, RowPage } from '../api/types.js';
import { ListStore } from './list-store.js';

const row = (at: number, reference = 'old') => ({ id: `r${at}`, reference }) as Row;

/** A list of so many rows, and what it was asked. */
function listOf(total: number) {
  const asked: string[] = [];
  let answers = true;
  const store = new ListStore(({ skip, limit }) => {
    asked.push(`${skip}+${limit}`);
    const items = Array.from({ length: Math.min(limit, total - skip) }, (_, at) => row(skip + at));
    const page = { items, total, next: null } as RowPage;
    return answers ? Promise.resolve(page) : Promise.reject(new Error('no answer'));
  });
  return { store, asked, silence: (silent: boolean) => (answers = !silent) };
}

const { jest } = import.meta;

const pass = (millis: number) => jest.advanceTimersByTimeAsync(millis);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a list as it is shown', () => {
  it('asks for what is looked at once the eye rests on it, and not for what was passed', async () => {
    const { store, asked } = listOf(10_000);
    store.begin();
    await pass(0);
    for (const first of [20, 60, 100]) store.look({ first, last: first + 1 });
    await pass(200);
    expect(asked).toEqual(['0+50', '5000+100']);
    expect(store.idAt(5_003)).toBe('r5003');
    store.stop();
  });

  it('tells of a change its row alone, and of many at once no oftener than four times a second', async () => {
    const { store } = listOf(100);
    store.begin();
    await pass(0);
    const told = { own: 0, other: 0, list: 0 };
    store.subscribeRow('r1', () => (told.own += 1));
    store.subscribeRow('r2', () => (told.other += 1));
    store.subscribe(() => (told.list += 1));
    for (let nth = 0; nth < 20; nth += 1) {
      store.change(row(1, `new ${nth}`));
      await pass(10);
    }
    expect(told).toEqual({ own: 0, other: 0, list: 0 });
    await pass(60);
    expect([store.row('r1')?.reference, told]).toEqual(['new 19', { own: 1, other: 0, list: 0 }]);
    store.stop();
  });

  it('asks for the order soon after a change, and once a second however many come', async () => {
    const { store, asked } = listOf(100);
    store.begin();
    await pass(5_000);
    expect(asked).toEqual(['0+50']);
    for (let nth = 0; nth < 300; nth += 1) {
      store.change(row(nth % 50));
      await pass(10);
    }
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(asked.length).toBeLessThanOrEqual(5);
    store.stop();
  });

  it('keeps its figures when asking again fails, says so, and asks until it is answered', async () => {
    const { store, asked, silence } = listOf(100);
    store.begin();
    await pass(0);
    silence(true);
    store.outdate();
    await pass(1_100);
    expect([store.snapshot().error?.message, store.idAt(0)]).toEqual(['no answer', 'r0']);
    silence(false);
    await pass(3_000);
    expect([store.snapshot().error, asked.length]).toEqual([null, 3]);
    store.stop();
  });

  it('asks for nothing once nobody looks', async () => {
    const { store, asked } = listOf(100);
    store.begin();
    await pass(0);
    store.stop();
    store.outdate();
    store.look({ first: 1, last: 1 });
    await pass(10_000);
    expect(asked).toEqual(['0+50']);
  });

  it('takes no older answer for newer than a change that came while it was asked for', async () => {
    const answers: ((page: RowPage) => void)[] = [];
    const store = new ListStore(() => new Promise((resolve) => answers.push(resolve)));
    const answer = (...items: Row[]) => answers.shift()?.({ items, total: 2, next: null });
    store.begin();
    await pass(0);
    answer(row(1), row(2));
    await pass(0);
    store.outdate();
    await pass(1_000);
    store.change(row(2, 'new'));
    await pass(300);
    answer(row(1), row(2));
    await pass(0);
    expect(store.row('r2')?.reference).toBe('new');
    expect(answers).toHaveLength(0);
    await pass(1_000);
    expect(answers).toHaveLength(1);
    answer(row(2, 'new'), row(1));
    await pass(2_000);
    expect([store.idAt(0), answers.length]).toEqual(['r2', 0]);
    store.stop();
  });

  it.each(['hold', 'settle'] as const)('asks for places that stand empty after %s', async (way) => {
    let rows = Array.from({ length: 100 }, (_, at) => row(at));
    const store = new ListStore(({ skip, limit }) =>
      Promise.resolve({ items: rows.slice(skip, skip + limit), total: 100, next: null } as RowPage),
    );
    store.begin();
    await pass(0);
    store.hold(true);
    // The first row is the last by now, and only the second page is asked for.
    rows = [...rows.slice(1), row(0)];
    store.look({ first: 0, last: 1 });
    await pass(500);
    expect([store.idAt(0), store.idAt(99)]).toEqual(['r0', undefined]);
    if (way === 'hold') store.hold(false);
    else store.settle();
    expect([store.idAt(0), store.idAt(99)]).toEqual([undefined, 'r0']);
    await pass(500);
    store.hold(false);
    expect(store.idAt(0)).toBe('r1');
    store.stop();
  });

  it('asks for what is scrolled to at once, however many changes come', async () => {
    const { store, asked } = listOf(1_000);
    store.begin();
    await pass(0);
    store.change(row(1));
    await pass(310);
    store.change(row(1));
    store.look({ first: 10, last: 10 });
    await pass(100);
    expect(asked.at(-1)).toBe('500+50');
    store.stop();
  });
});
