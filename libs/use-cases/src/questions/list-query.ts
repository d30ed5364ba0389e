import type { ListFilter } from '../questions.port.js';
import { viewTags } from './search-text.js';
import type { DueItemView } from './views.js';

export interface ListQuery {
  /** urgent: with a standing alert; mine: waits for the coordinator; air: on the way; decisions: a count is to be decided on. */
  readonly view: 'all' | 'urgent' | 'mine' | 'air' | 'decisions';
  readonly q?: string | undefined;
  readonly example?: boolean | undefined;
  readonly live?: boolean | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface TasksQuery {
  readonly owner?: DueItemView['owner'] | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What of the store's lists that asks for. */
export function filterOf({ view, q, example, live }: ListQuery): ListFilter {
  const words = [...(view === 'all' ? [] : [viewTags[view]]), ...(q === undefined || q === '' ? [] : [q])];
  return {
    ...(words.length === 0 ? {} : { search: words.join(' ') }),
    ...(example === undefined ? {} : { example }),
    ...(live === undefined ? {} : { live }),
  };
}
