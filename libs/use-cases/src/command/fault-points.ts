/** Places where a process may die, each with the race it opens. Tests arm one to die or wait there; in use they are passed by. */
export type FaultPoint =
  /** What papers say is kept, that they are issued is not: nobody knows of them, and whoever asks again issues them. */
  | 'after-papers'
  /** Committed, nobody told yet: bells are hung by the sweep. */
  | 'after-commit'
  /** Leased, nothing done yet: the lease runs out and another takes the item. */
  | 'after-lease'
  /** The desk has acted, its outcome is not recorded: the desk is asked again under the same key and says the same. */
  | 'after-effect'
  /** The outcome is recorded, the lease still stands: the item is closed or moved, so nobody acts again. */
  | 'after-outcome';

export interface FaultPoints {
  reach(point: FaultPoint): Promise<void>;
}

/** Passes every point by. */
export const reached: FaultPoints = { reach: () => Promise.resolve() };
