import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { doneOf } from '../api/people.js';
import type { SavedView } from '../api/types.js';

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
