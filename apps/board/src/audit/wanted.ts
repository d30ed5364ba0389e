import { useSearchParams } from 'wouter';

const names = ['kind', 'about', 'by', 'from', 'to'] as const;

/** What of the record is asked for, each empty for all of it; days of the reader's calendar, both included, and ids of whom it is by and about. */
export type Wanted = Readonly<Record<(typeof names)[number], string>>;

/** What an address asks for. */
export function wantedIn(search: URLSearchParams): Wanted {
  return Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Wanted;
}

/** The same in an address, without what is not asked for. */
export function searchOf(wanted: Wanted): Record<string, string> {
  return Object.fromEntries(names.filter((name) => wanted[name] !== '').map((name) => [name, wanted[name]]));
}

/** Whether its days end before they begin. */
export function isBackwards({ from, to }: Wanted): boolean {
  return from !== '' && to !== '' && from > to;
}

/** What is asked for, in the address: a reload asks for the same again. */
export function useWanted(): readonly [Wanted, (wanted: Wanted) => void] {
  const [search, setSearch] = useSearchParams();
  return [wantedIn(search), (wanted) => setSearch(searchOf(wanted), { replace: true })];
}
