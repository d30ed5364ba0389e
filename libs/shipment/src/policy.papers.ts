import type { Sourced } from './policy.sourced.js';

/** How soon papers are put right. */
export interface PapersPolicy {
  /** Within which papers whose facts have changed are to be issued anew; sooner where the box leaves before that. */
  readonly papersReprintMinutes: Sourced<number>;
}

export const papersSettings: PapersPolicy = {
  papersReprintMinutes: {
    value: 60,
    source: 'site choice, a judgement: no source says how soon papers are to be put right',
    mark: 'site',
  },
};
