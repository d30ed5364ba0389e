import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useMay } from '../api/questions.js';

const ofShipment = (id: string) => ['shipment', id, 'letters'] as const;
const queue = ['letters'] as const;

/** A shipment's letters as the reader's side is told of them, without their words. */
export function useLetters(id: string) {
  const may = useMay('listLetters');
  return useQuery({
    queryKey: ofShipment(id),
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/letters', { params: { path: { id } } })),
    enabled: may,
  });
}

/** What waits for the reader's registry's screeners. Asked again each minute: nothing else tells them. */
export function useQueue() {
  return useQuery({
    queryKey: queue,
    queryFn: async () => bodyOf(await api.GET('/api/v1/letters', { params: { query: { limit: 50 } } })),
    refetchInterval: 60_000,
  });
}

/** Asks again, after something was done. */
export function useLettersAgain(shipment?: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: shipment === undefined ? queue : ofShipment(shipment) });
}

/** Rules of letters, and which one that organisation has chosen. */
export function useLetterRules(organisation: string) {
  return useQuery({
    queryKey: ['letter-rules', organisation],
    queryFn: async () => bodyOf(await api.GET('/api/v1/letter-rules', { params: { query: { organisation } } })),
  });
}
