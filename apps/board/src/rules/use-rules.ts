import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useMay } from '../api/questions.js';
import type { paths } from '../api/types.gen.js';
import type { Typed } from '../shell/small-form.js';

type Query = NonNullable<paths['/api/v1/rules']['get']['parameters']['query']>;

/** Which rules are looked at; what is empty is not asked by. */
export interface RulesAsked {
  readonly jurisdiction: NonNullable<Query['jurisdiction']> | '';
  readonly confidence: NonNullable<Query['confidence']> | '';
  readonly on: string;
}

export type Markers = 'negative' | 'positive' | '';

const key = ['rules'] as const;

/** Rules of borders, by place, page by page. */
export function useRules(asked: RulesAsked) {
  return useInfiniteQuery({
    queryKey: [...key, asked],
    queryFn: async ({ pageParam }) => {
      const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')) as Query;
      const query: Query = { ...given, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return bodyOf(await api.GET('/api/v1/rules', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** What the borders of a shipment's plans ask for. */
export function useTripRules(id: string, markers: Markers, revision: number) {
  const query = markers === '' ? {} : { markers };
  return useQuery({
    queryKey: [...key, 'shipment', id, markers, revision],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/rules', { params: { path: { id }, query } })),
    enabled: useMay('getTripRules'),
    placeholderData: keepPreviousData,
  });
}

/** Asks again, after something was done. */
export function useRulesAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}

/** Confirms that version of a rule. */
export async function confirmRule(id: string, version: number, typed: Typed) {
  const { person = '', source = '', confirmedOn = '', until = '' } = typed;
  const body = { version, person, source, confirmedOn, ...(until === '' ? {} : { until }) };
  return bodyOf(await api.POST('/api/v1/rules/{id}/confirmations', { params: { path: { id } }, body }));
}

/** Withdraws a confirmation, with the reason. */
export const withdrawConfirmation = async (id: string, { reason = '' }: Typed) =>
  bodyOf(await api.POST('/api/v1/rule-confirmations/{id}/withdrawal', { params: { path: { id } }, body: { reason } }));
