import { useSyncExternalStore } from 'react';

/** What stands after # in the address, as it is now: another link opened in the same tab changes that alone, and loads no page. */
export function useHash(): string {
  return useSyncExternalStore(watch, () => window.location.hash.slice(1));
}

function watch(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
