import type pg from 'pg';
import type { CountedLine, FiguresRange, FiguresStore, Outcome, PastTotal } from '@cellrelay/use-cases';
import { instantOfRow } from '../instants.js';
import { countedLines, enteredTotals, enterTotal } from './figures-sql.js';

type CountedRow = Omit<CountedLine, 'outcomes'> & Readonly<Record<Outcome, number>>;
type TotalRow = Omit<PastTotal, 'at'> & { readonly at: Date };

/** Figures in PostgreSQL: each shipment's row is kept by the commits, the table is made of them by the database. */
export class PostgresFiguresStore implements FiguresStore {
  constructor(private readonly pool: pg.Pool) {}

  async counted({ from, to, examples }: FiguresRange): Promise<readonly CountedLine[]> {
    const found = await this.pool.query<CountedRow>(countedLines, [from, to, examples]);
    return found.rows.map(({ infused, cryopreserved, cancelled, stopped, ...line }) => ({
      ...line,
      outcomes: { infused, cryopreserved, cancelled, stopped },
    }));
  }

  async entered(from: number, to: number): Promise<readonly PastTotal[]> {
    return (await this.pool.query<TotalRow>(enteredTotals, [from, to])).rows.map(totalOf);
  }

  async enter(total: Omit<PastTotal, 'at' | 'current'>) {
    const { year, country, region, product, count, source, reason, by } = total;
    const values = [year, country, region, product, count, source, reason, by];
    const [row] = (await this.pool.query<TotalRow>(enterTotal, values)).rows;
    if (row !== undefined) return { total: totalOf(row), repeated: false };
    const standing = (await this.entered(year, year)).find((each) => each.current && samePlace(each, total));
    if (standing === undefined) throw new Error('a total was neither entered nor found');
    return { total: standing, repeated: true };
  }
}

function totalOf({ at, ...row }: TotalRow): PastTotal {
  return { ...row, at: instantOfRow(at) };
}

function samePlace(a: Pick<PastTotal, 'country' | 'region' | 'product'>, b: typeof a): boolean {
  return a.country === b.country && a.region === b.region && a.product === b.product;
}
