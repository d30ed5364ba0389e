import type { Instant, LocalDate } from '@cellrelay/kernel';
import type { BloodGroup } from './blood-groups.js';
import { houston } from './case-a.examples.js';
import type { DoseRequest, Metric, Product } from './products.js';
import type { ShipmentCommand } from './shipment.js';

const request = (metric: Metric, requested: number, minimum: number): DoseRequest => ({
  ...{ metric, per: 'kg' },
  ...{ requested, minimum },
});
const dosesOf: Readonly<Record<Product, readonly DoseRequest[]>> = {
  'HPC-A': [request('CD34', 5, 2)],
  'HPC-M': [request('TNC', 4, 2)],
  'MNC-A': [request('CD3', 10, 1)],
  'HPC-CB': [request('TNC', 0.3, 0.2), request('CD34', 0.15, 0.1)],
};

/** What a person says of an order that is open: another product, other blood groups, what is done about them. */
export const saysOfOrder = {
  changeProduct: (product: Product, collectionDays: readonly LocalDate[]): ShipmentCommand => ({
    name: 'ChangeProduct',
    data: {
      ...{ product, collectionDays, minCelsius: 2, maxCelsius: 8, donorWeightKg: 70 },
      doses: [{ recipient: 'R1', doses: dosesOf[product] }],
      wordOf: { transplantCentre: 'Dr Example', donorRegistry: 'Registry officer' },
      ...{ reason: 'eligible for one method only', evidence: 'mail' },
    },
  }),
  bloodGroups: (donor: BloodGroup['abo'], own: BloodGroup['abo']): ShipmentCommand => ({
    name: 'RecordBloodGroups',
    data: {
      donor: { abo: donor, rh: '+' },
      recipients: [{ recipient: 'R1', bloodGroup: { abo: own, rh: '+' } }],
      reason: 'laboratory report',
    },
  }),
  processing: (at: Instant, minutes: number): ShipmentCommand => ({
    name: 'DecideOnProcessing',
    data: {
      ...{ recipient: 'R1', processing: minutes === 0 ? 'none' : 'red-cell-depletion', minutes },
      ...{ titre: null, thresholdTitre: null, decidedAt: { at, zone: houston } },
      wordOf: { role: 'receiving-laboratory', person: 'Cell Laboratory' },
      reason: 'other blood group',
    },
  }),
};
