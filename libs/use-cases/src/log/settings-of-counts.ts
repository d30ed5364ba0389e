import type { CountThreshold, Policy } from '@cellrelay/shipment';

/** The settings that policies gained with thresholds of counts. Written out: what an old log tells must not change when a default does. */

const nmdp = { ion: '3553', source: 'S25: quality threshold of the operations metrics', mark: 'V-' } as const;
const heavy = { ...nmdp, product: 'HPC-M', fromKg: 70, belowKg: null } as const;
const light = { ...nmdp, product: 'HPC-M', fromKg: null, belowKg: 70 } as const;

const countThresholds: readonly CountThreshold[] = [
  { ...nmdp, product: 'HPC-A', metric: 'CD34', perKg: 4.5, fromKg: null, belowKg: null },
  { ...heavy, metric: 'CD34', perKg: 2 },
  { ...heavy, metric: 'TNC', perKg: 2 },
  { ...light, metric: 'CD34', perKg: 3 },
  { ...light, metric: 'TNC', perKg: 3 },
  {
    ...{ ion: '2197', product: 'HPC-A', metric: 'MNC', perKg: 5, fromKg: null, belowKg: null },
    source: 'S4, S57: 5 × 10⁸ cells per kg, read as MNC',
    mark: 'G',
  },
];

export const settingsOfCounts = { countThresholds } satisfies Partial<Policy>;
