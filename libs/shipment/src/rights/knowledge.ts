import type { Standing } from './standings.js';

/** What not everybody who stands in a shipment may know of it. */
export type Topic = 'donor' | 'requested-dose' | 'counted-dose' | 'recipient' | 'outcome';

type Part = Standing extends `${infer Name}/${string}` ? Name : never;

const onPatientsSide: ReadonlySet<Topic> = new Set(['donor', 'requested-dose', 'counted-dose', 'recipient', 'outcome']);
const onDonorsSide: ReadonlySet<Topic> = new Set(['donor', 'requested-dose']);

/**
 * Which part may know what: `donor` their GRID and blood group, `recipient` weight, blood group, processing and conditioning, `outcome` what was infused and became of it. A dose per kg beside a count tells the
 * recipient's weight, so the donor's side is told none; who carries a box needs neither.
 */
const topics: Readonly<Record<Part, ReadonlySet<Topic>>> = {
  operator: onPatientsSide,
  'donor-registry': onDonorsSide,
  'collection-centre': onDonorsSide,
  'patient-registry': onPatientsSide,
  'transplant-centre': onPatientsSide,
  'courier-company': new Set(),
};

/** Whether one of these standings may know it. */
export function mayKnow(held: readonly Standing[], topic: Topic): boolean {
  return held.some((standing) => topicsOf(standing).has(topic));
}

/** How much that standing may know. */
export function topicsKnown(standing: Standing): number {
  return topicsOf(standing).size;
}

function topicsOf(standing: Standing): ReadonlySet<Topic> {
  return topics[standing.slice(0, standing.indexOf('/')) as Part];
}
