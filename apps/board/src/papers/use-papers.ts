import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useMay } from '../api/questions.js';
import type { PaperOfPlan } from '../api/types.js';

/** The papers of a shipment that the reader may hold. They are of the shipment's own key: whatever moves it asks for them again. */
export function usePapers(shipment: string) {
  return useQuery({
    queryKey: ['shipment', shipment, 'papers'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/papers', { params: { path: { id: shipment } } })),
    enabled: useMay('getPapers'),
  });
}

const papersOf = (shipment: string) => `/api/v1/shipments/${encodeURIComponent(shipment)}/papers`;

/** Where a paper is read as it was issued. */
export function issuedAddress(shipment: string, document: string): string {
  return `${papersOf(shipment)}/${encodeURIComponent(document)}`;
}

/** Where a paper is read as it would be issued now. */
export function previewAddress(shipment: string, plan: number, { kind, of }: Pick<PaperOfPlan, 'kind' | 'of'>): string {
  const query = new URLSearchParams({ plan: String(plan), kind, ...(of === null ? {} : { of }) });
  return `${papersOf(shipment)}/preview?${query.toString()}`;
}

/** Where all valid papers of a plan are read as one file. */
export const packAddress = (shipment: string, plan: number): string => `${papersOf(shipment)}/pack?plan=${plan}`;
