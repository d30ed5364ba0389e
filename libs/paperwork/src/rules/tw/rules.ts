import { always } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited } from '../sources.js';

const here = {
  ...{ version: 1, jurisdiction: 'TW', inForce: always, owner: 'customs', confidence: 'V' },
  askedOf: 'the Ministry of Health and Welfare',
} as const satisfies Partial<Rule>;

/** Taiwan (standards.md 5.4). */
export const taiwan: readonly Rule[] = [
  {
    ...here,
    id: 'tw-application',
    when: { directions: ['export', 'import'] },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the importer or exporter' },
    citations: cited('S121'),
    says: {
      application:
        'Importing or exporting cells is applied for with the health ministry, stating country, kind and purpose, period, quantity, volume and batch, and how they are transported.',
    },
  },
  {
    ...here,
    id: 'tw-online',
    when: { directions: ['export', 'import'], markers: 'negative' },
    demands: { kind: 'note', paper: 'application-data-sheet' },
    citations: cited('S122'),
    says: {
      online: 'Material for transplantation that is not infectious goes to the department of medical affairs, online.',
    },
  },
];
