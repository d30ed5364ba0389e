import type { RowView } from './views.js';

export type StripMark = RowView['strip'][number];
export type Mark = StripMark['mark'];

/** What one stage shows: its mark and a few words. */
export interface Shows {
  readonly mark: Mark;
  readonly says: string;
}

/** A stage's mark with a few words. */
export function shows(mark: Mark, says: string): Shows {
  return { mark, says };
}
