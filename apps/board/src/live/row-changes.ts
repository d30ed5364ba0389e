import type { Row } from '../api/types.js';

/** Who keeps rows of its own hears of each that changes, and of everything that may have been missed. */
interface RowHearer {
  /** Null: a row is gone, or is to be seen no more. */
  readonly changed: (row: Row | null) => void;
  readonly missed: () => void;
}

const hearers = new Set<RowHearer>();

/** Hears until the answered function is called. */
export function hearRows(hearer: RowHearer): () => void {
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
}

export const rowChanged = (row: Row | null): void => hearers.forEach(({ changed }) => changed(row));
export const rowsMissed = (): void => hearers.forEach(({ missed }) => missed());
