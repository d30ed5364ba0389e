import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useMay } from '../api/questions.js';
import type { LabelCode } from '../api/types.js';
import type { Typed } from '../shell/small-form.js';

const key = ['label-codes'] as const;

/** The labels of a shipment, and what they lack; asked anew when the shipment or the list of codes has moved. */
export function useLabels(id: string, revision: number) {
  return useQuery({
    queryKey: [...key, 'shipment', id, revision],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/labels', { params: { path: { id } } })),
    enabled: useMay('getLabels'),
    placeholderData: keepPreviousData,
  });
}

/** The site's own list of codes. */
export function useLabelCodes() {
  return useQuery({ queryKey: key, queryFn: async () => bodyOf(await api.GET('/api/v1/label-codes')) });
}

/** Asks again, after something was entered. */
export function useCodesAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}

/** Enters a product, in the place of that version of it. */
export async function enterProduct(after: number, typed: Typed) {
  const { code = '', name = '', attributes = '', source = '', asOf = '', person = '' } = typed;
  const body = { after, name, attributes: attributes === '' ? null : attributes, source, asOf, person };
  return bodyOf(
    await api.PUT('/api/v1/label-codes/products/{code}', { params: { path: { code: code.trim() } }, body }),
  );
}

/** Enters the code of a blood group, in the place of that version of it. */
export async function enterBloodGroup(after: number, typed: Typed) {
  const { group = '', code = '', source = '', asOf = '', person = '' } = typed;
  const body = { after, code, source, asOf, person };
  return bodyOf(await api.PUT('/api/v1/label-codes/blood-groups/{group}', { params: { path: { group } }, body }));
}

/** Ends an entry, with the reason. */
export async function endCode({ list, key: entry, version }: LabelCode, { person = '', reason = '' }: Typed) {
  const params = { path: { list, key: entry } };
  const body = { version, person, reason };
  return bodyOf(await api.POST('/api/v1/label-codes/{list}/{key}/ending', { params, body }));
}

/** What a file of products would enter, or enters. */
export async function importProducts(preview: boolean, typed: Typed) {
  const { csv = '', source = '', asOf = '', person = '' } = typed;
  return bodyOf(
    await api.POST('/api/v1/label-codes/products/import', { body: { csv, preview, source, asOf, person } }),
  );
}
