import { useQuery } from '@tanstack/react-query';
import { refusalOf } from './refusal.js';
import { api, bodyOf, Failure } from './client.js';
import { useMay } from './questions.js';

const OFTEN = 15_000;

/** What fell due while bells rang late or not at all, as far as the reader has not said that they know. */
export function useDowntimes() {
  return useQuery({
    queryKey: ['downtimes'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/downtimes')),
    enabled: useMay('listDowntimes'),
    refetchInterval: OFTEN,
  });
}

/** Records that it has been read. Throws a {@link Failure} where it was not recorded. */
export async function dismissDowntime(id: string): Promise<void> {
  const { response, error } = await api.PUT('/api/v1/downtimes/{id}/dismissal', { params: { path: { id } } });
  if (!response.ok) throw new Failure(response.status, refusalOf(response.status, error));
}

/** Whether bells ring. Asked again and again, since a worker that has died says nothing; what was true a quarter of a minute ago is not taken for true. */
export function useBells() {
  return useQuery({
    queryKey: ['bells'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/bells')),
    enabled: useMay('getBells'),
    refetchInterval: OFTEN,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
}
