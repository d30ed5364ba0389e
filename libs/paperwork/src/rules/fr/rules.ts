import { from } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited } from '../sources.js';

const here = {
  ...{ version: 1, jurisdiction: 'FR', inForce: from('2008-11-01'), owner: 'quality', citations: cited('P145') },
  askedOf: 'the importing health establishment, or the Agence de la biomédecine',
  demands: {
    ...{ kind: 'checks', paper: 'receipt-form', applicant: 'the importing health establishment' },
    checks: [
      ...['fr-donor', 'fr-abo-hla', 'fr-nucleated-cells', 'fr-viability'],
      ...['fr-filtration', 'fr-safety', 'fr-traceability'],
    ],
  },
} as const satisfies Partial<Rule>;

const checks = {
  'fr-donor': 'The identification of the donor is checked.',
  'fr-abo-hla': 'ABO and HLA compatibility is checked.',
  'fr-nucleated-cells': 'The number of total nucleated cells is checked.',
  'fr-viability': 'The viability of the total nucleated cells is checked.',
  'fr-filtration': 'There is proof that the collecting establishment has filtered the product.',
  'fr-safety': 'Safety rules at least equal to those of article R. 1211-6 of the public health code were kept.',
  'fr-traceability': 'The document for follow-up and traceability under article R. 1211-19 is there.',
};

/** France: seven checks on receipt. The order speaks of cells from marrow that were not transformed; whether mobilised cells of the blood count as such is to be confirmed. */
export const france: readonly Rule[] = [
  {
    ...here,
    id: 'fr-receipt-checks',
    when: { directions: ['import'], products: ['HPC-M'], manipulated: false },
    confidence: 'V',
    says: checks,
  },
  {
    ...here,
    id: 'fr-receipt-checks-apheresis',
    when: { directions: ['import'], products: ['HPC-A'], manipulated: false },
    confidence: 'V-',
    says: checks,
  },
];
