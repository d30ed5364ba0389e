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
});
