import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import type { PaperFacts } from '../api/types.js';
import type { EntryPlace } from './entry.js';

/** Which of a shipment's own facts; a party by its part. */
export type TripFact = 'markers' | 'value' | `parties/${NonNullable<PaperFacts['parties']>[number]['part']}`;

/** What was entered for the papers of a shipment alone, as far as it is the reader's to know: each fact as the form has it. Results of a donor's tests are kept no longer than they are shown. */
export function useTripFacts(shipment: string) {
  const client = useQueryClient();
  const asking = {
    queryKey: ['shipment', shipment, 'paper-facts'],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/shipments/{id}/paper-facts', { params: { path: { id: shipment } } })),
  };
  const asked = useQuery({ ...asking, gcTime: 0 });
  const placeOf = (facts: PaperFacts, fact: TripFact): EntryPlace | undefined => {
    const standing = standingOf(facts, fact);
    if (standing === undefined) return undefined;
    return {
      ...{ path: `/api/v1/shipments/${encodeURIComponent(shipment)}/paper-facts/${fact}`, ...standing },
      again: async () => {
        const read = await client.fetchQuery({ ...asking, staleTime: 0 });
        // What was missing may be known now: papers are asked for again.
        void client.invalidateQueries({ queryKey: ['shipment', shipment, 'papers'] });
        return standingOf(read, fact) ?? standing;
      },
    };
  };
  return { ...asked, placeOf };
}

function standingOf(facts: PaperFacts, fact: TripFact): Pick<EntryPlace, 'entry' | 'known'> | undefined {
  if (fact === 'markers') return { entry: facts.markers, known: { markers: facts.markers.markers } };
  if (fact === 'value')
    return facts.value === null ? undefined : { entry: facts.value, known: { value: facts.value.value } };
  const party = facts.parties?.find(({ part }) => `parties/${part}` === fact);
  return party === undefined ? undefined : { entry: party, known: { address: party.address } };
}
