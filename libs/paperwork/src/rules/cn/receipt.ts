import { between, from } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited, notRead } from '../sources.js';
import { customs, inChina } from './law.js';

const compared = {
  'cn-name': 'Name as on the approval form.',
  'cn-composition': 'Composition as on the approval form.',
  'cn-batch': 'Batch number as on the approval form.',
  'cn-specification': 'Specification as on the approval form.',
  'cn-quantity': 'Quantity as on the approval form.',
  'cn-validity': 'Validity as on the approval form.',
  'cn-package': 'Package undamaged.',
  'cn-storage': 'Storage condition suitable.',
  'cn-health-certificate': 'Donor health certificate there.',
  'cn-infection-report': 'Report of infectious-disease tests there.',
};

const onArrival = {
  ...inChina,
  when: { directions: ['import'] },
  demands: { kind: 'checks', paper: 'receipt-form', checks: Object.keys(compared) },
  askedOf: customs,
  says: compared,
} as const satisfies Partial<Rule>;

/** What quarantine inspection compares on arrival, by reports of 2016 and 2018 (standards.md 1.4); whether it still does under Order 281 was not read. */
export const chinaOnReceipt: readonly Rule[] = [
  {
    ...onArrival,
    id: 'cn-160-receipt-checks',
    citations: cited('S51', 'S52'),
    inForce: between('2015-03-01', '2026-07-31'),
    confidence: 'V-',
  },
  {
    ...onArrival,
    id: 'cn-281-receipt-checks',
    citations: notRead('what is compared on arrival under Order 281'),
    inForce: from('2026-08-01'),
    confidence: 'G',
  },
];
