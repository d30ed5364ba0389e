import type { SavedView, View } from '../api/types.js';

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
