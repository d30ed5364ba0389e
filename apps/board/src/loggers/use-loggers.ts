import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';

const key = ['loggers'] as const;

/** Devices of one's organisation, page by page. */
export function useLoggers() {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam }) => {
      const query = { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return bodyOf(await api.GET('/api/v1/loggers', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Asks again, after something was done. */
export function useLoggersAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: key });
}

export const makeLogger = async (id: string) => bodyOf(await api.POST('/api/v1/loggers', { body: { id } }));

export const renewLogger = async (id: string) =>
  bodyOf(await api.POST('/api/v1/loggers/{id}/token', { params: { path: { id } }, body: {} }));

export const endLogger = async (id: string) =>
  bodyOf(await api.DELETE('/api/v1/loggers/{id}', { params: { path: { id } } }));
