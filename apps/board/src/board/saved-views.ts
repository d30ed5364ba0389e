import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { doneOf } from '../api/people.js';
import type { SavedView, View } from '../api/types.js';

const queryKey = ['saved-views'];

/** One's own views, wherever one signs in. */
export function useSavedViews(): readonly SavedView[] {
  const { data } = useQuery({
    queryKey,
    queryFn: async () => bodyOf(await api.GET('/api/v1/account/saved-views')).items,
  });
  return data ?? [];
}

/** Saves a view, or writes over the one of that id, and forgets one. The list of them is asked for anew after both. */
export function useSaving() {
  const client = useQueryClient();
  const anew = () => client.invalidateQueries({ queryKey });
  return {
    save: async ({ id, ...body }: SavedView): Promise<void> => {
      bodyOf(await api.PUT('/api/v1/account/saved-views/{id}', { params: { path: { id } }, body }));
      await anew();
    },
    forget: async (id: string): Promise<void> => {
      doneOf(await api.DELETE('/api/v1/account/saved-views/{id}', { params: { path: { id } } }));
      await anew();
    },
  };
}

/** The saved view that shows just this. */
export function savedAs(views: readonly SavedView[], { view, q }: Shown): SavedView | undefined {
  return views.find((one) => one.view === view && one.q === q);
}

/** What an address shows of the list. */
export interface Shown {
  readonly view: View;
  readonly q: string;
}

/** The address with another view in it, so that a view is a link. */
export function withShown(params: URLSearchParams, { view, q }: Shown): URLSearchParams {
  const next = new URLSearchParams(params);
  if (view === 'all') next.delete('view');
  else next.set('view', view);
  if (q === '') next.delete('q');
  else next.set('q', q);
  return next;
}
