import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useMay } from '../api/questions.js';

export { issuedAddress, packAddress, previewAddress } from './paper-addresses.js';

/** The papers of a shipment that the reader may hold. They are of the shipment's own key: whatever moves it asks for them again. */
export function usePapers(shipment: string) {
  return useQuery({
    queryKey: ['shipment', shipment, 'papers'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/papers', { params: { path: { id: shipment } } })),
    enabled: useMay('getPapers'),
  });
}
