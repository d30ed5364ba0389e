import { useEffect } from 'react';

/** What the browser calls the page: what it shows, then whose it is. */
export function useTitle(shows: string): void {
  useEffect(() => {
    document.title = `${shows} · CellRelay`;
  }, [shows]);
}
