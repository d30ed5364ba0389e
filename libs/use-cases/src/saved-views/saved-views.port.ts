import type { ListQuery } from '../questions/list-query.js';

/** So many somebody may keep: they stand beside each other. */
export const mostSavedViews = 50;

/** A filter and a search of the board's list that somebody has given a name. */
export interface SavedView {
  /** Made by whoever saves it: said twice, it is there once. */
  readonly id: string;
  readonly name: string;
  readonly view: ListQuery['view'];
  /** Empty: nothing is searched for. */
  readonly q: string;
}

/** What became of a view that was to be kept. */
export type SavedViewKept = 'kept' | 'name-taken' | 'too-many';

/** Views of the list, each account's own. */
export interface SavedViewStore {
  /** In the order in which they were saved first. */
  of(account: string): Promise<readonly SavedView[]>;
  /** Saves it, or writes over the one of that id. Names are told apart without regard to capitals. */
  put(account: string, view: SavedView): Promise<SavedViewKept>;
  /** Whether there was one. */
  drop(account: string, id: string): Promise<boolean>;
}
