import { parseGrid } from '@cellrelay/identifiers';
import { mayKnow, possibleStandings } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import { ownShipmentsOf } from '../people/reader.js';
import type { ListFilter, ListPaging } from '../questions.port.js';
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
  /** So many are passed over first. */
  readonly skip?: number | undefined;
}

export interface TasksQuery {
  readonly owner?: DueItemView['owner'] | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * What it asks for in the shipments in which they stand. A whole GRID, as it may be typed, is looked for by whoever is shown GRIDs; a part of one by nobody, and by everybody else
 * none, since being found would tell that it was guessed right.
 */
export function ownFilterOf(query: ListQuery, reader: Acting): ListFilter {
  const own = ownShipmentsOf(reader);
  const grid = query.q === undefined || !showsGrids(reader) ? undefined : parseGrid(query.q);
  if (grid?.ok !== true) return { ...filterOf(query), own };
  return { ...filterOf({ ...query, q: undefined }), own, grid: grid.value };
}

function showsGrids(reader: Acting): boolean {
  const standings = possibleStandings(reader);
  return standings.length > 0 && standings.every((standing) => mayKnow([standing], 'donor'));
}

/** Which part of the list that asks for. */
export function pagingOf({ cursor, limit, skip }: ListQuery): ListPaging {
  return { cursor: cursor ?? null, limit, skip: skip ?? 0 };
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
