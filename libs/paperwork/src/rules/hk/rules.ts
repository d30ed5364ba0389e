import { always } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited } from '../sources.js';

const here = {
  ...{ version: 1, jurisdiction: 'HK', inForce: always, owner: 'customs', confidence: 'V' },
  askedOf: 'the Department of Health, Port Health Division',
} as const satisfies Partial<Rule>;

/** Hong Kong: what decides is whether the donor may be infectious (standards.md 5.4). */
export const hongKong: readonly Rule[] = [
  {
    ...here,
    id: 'hk-no-permit',
    when: { directions: ['import'], markers: 'negative' },
    demands: { kind: 'statement', paper: 'contents-statement' },
    citations: cited('S118', 'S119'),
    says: {
      statement:
        'There is no reason to suspect that the cells are infectious, so that no permit under Cap. 599A, section 14, is needed.',
    },
  },
  {
    ...here,
    id: 'hk-permit-infectious',
    when: { directions: ['import'], markers: 'positive' },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the importer, to the Director of Health' },
    citations: cited('S118', 'S119'),
    says: {
      permit:
        'Human tissue that the importer has reason to suspect to be infectious needs a written permit of the Director of Health (Cap. 599A, section 14).',
    },
  },
];
