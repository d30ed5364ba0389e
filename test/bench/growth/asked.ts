import type { Database } from '@cellrelay/adapter-postgres';
import { BoardQuestions, type ListQuery } from '@cellrelay/use-cases';
import { spreadOf, timed, type Spread } from '../figures.js';
import type { Step } from './growth-result.js';
import { sweepLook } from './sweep-look.js';

const firstPage: ListQuery = { view: 'all', live: true, limit: 50 };
const searches: ListQuery = { ...firstPage, q: 'bg-26-000007' };

/** The board's first page, its search for one shipment, and a look of the sweep, again and again. */
export async function asked(
  store: Database,
  times: number,
): Promise<Pick<Step, 'firstPageMs' | 'searchMs' | 'lookMs'>> {
  const board = new BoardQuestions(store.shipments, store.board);
  return {
    firstPageMs: await repeated(times, () => board.list(firstPage)),
    searchMs: await repeated(times, () => board.list(searches)),
    lookMs: await repeated(times, () => sweepLook(store)),
  };
}

/** The first tenth warms up and is not counted. */
async function repeated(times: number, work: () => Promise<unknown>): Promise<Spread> {
  const warming = Math.ceil(times / 10);
  const tookMs: number[] = [];
  for (let nth = -warming; nth < times; nth += 1) {
    const each = await timed(work);
    if (nth >= 0) tookMs.push(each.tookMs);
  }
  return spreadOf(tookMs);
}
