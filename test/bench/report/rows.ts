import type { RowName, RowResult } from './line.js';

/** Runs the rows that are wanted and keeps what they yield. */
export class Rows {
  readonly results: RowResult[] = [];
  readonly tookSeconds: Partial<Record<RowName, number>> = {};

  constructor(private readonly wanted: readonly RowName[]) {}

  /** Whether one of them is wanted. */
  wants(rows: readonly RowName[]): boolean {
    return rows.some((row) => this.wanted.includes(row));
  }

  /** Runs rows that are measured together, unless none of them is wanted. One that breaks is a failure of that row; the others are run all the same. */
  async run(rows: readonly [RowName, ...RowName[]], work: () => Promise<readonly RowResult[]>): Promise<void> {
    if (!this.wants(rows)) return;
    const [row] = rows;
    const began = performance.now();
    try {
      this.results.push(...(await work()));
    } catch (error) {
      console.error(error);
      const promises = [{ row, what: 'the row ran', kept: false, says: String(error) }];
      this.results.push({ grids: [], promises, details: {} });
    }
    this.tookSeconds[row] = Math.round((performance.now() - began) / 1_000);
    console.log(`row ${rows.join(' and ')}: ${this.tookSeconds[row]} s`);
  }
}
