import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { api, bodyOf } from '../api/client.js';
import type { Row, View } from '../api/types.js';
import { hearRows } from '../live/row-changes.js';
import { ListStore } from './list-store.js';

/** The list of a view and a search. It stays for whoever comes back soon, and goes with the answers of whoever signs out. */
export function useList(view: View, q: string): ListStore {
  const client = useQueryClient();
  const store = keptList(client, view, q);
  useEffect(() => {
    store.begin();
    const deaf = hearRows({ changed: (row) => store.change(row), missed: () => store.outdate() });
    return () => {
      deaf();
      store.stop();
    };
  }, [store]);
  return store;
}

function keptList(client: QueryClient, view: View, q: string): ListStore {
  const queryKey = ['list', view, q];
  const kept = client.getQueryData<ListStore>(queryKey);
  if (kept !== undefined) return kept;
  const made = new ListStore(async (from) => {
    const query = { view, ...from, ...(q === '' ? {} : { q }) };
    return bodyOf(await api.GET('/api/v1/shipments', { params: { query } }));
  });
  client.setQueryData(queryKey, made);
  return made;
}

/** What is drawn of the list but its rows. */
export const useShown = (store: ListStore) => useSyncExternalStore(store.subscribe, store.snapshot);

/** A row's newest content; drawn anew when that changes, and for nothing else. */
export function useRow(store: ListStore, id: string): Row | undefined {
  const subscribe = useCallback((listener: () => void) => store.subscribeRow(id, listener), [store, id]);
  return useSyncExternalStore(subscribe, () => store.row(id));
}
