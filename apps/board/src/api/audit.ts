import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf } from './client.js';

/** What of the record is shown; empty texts ask for all of it. */
export interface AuditAsked {
  readonly kind: string;
  readonly about: string;
  /** The name that somebody signs in with. */
  readonly by: string;
  /** Moments, as the API takes them. */
  readonly from: string;
  readonly to: string;
}

/** The audit record, newest first, page by page. */
export function useAudit(asked: AuditAsked) {
  const given = Object.fromEntries(Object.entries(asked).filter(([, text]) => text !== ''));
  return useInfiniteQuery({
    queryKey: ['audit', given],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...given, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return bodyOf(await api.GET('/api/v1/audit', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}
