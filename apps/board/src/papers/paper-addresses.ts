import type { PaperOfPlan } from '../api/types.js';

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
