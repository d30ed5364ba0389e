import { always } from '../in-force.js';
import { directions, type Rule } from '../rule.js';
import { cited } from '../sources.js';

/** Spain: handovers at airports alone were read of (standards.md 4). */
export const spain: readonly Rule[] = [
  {
    id: 'es-security',
    version: 1,
    jurisdiction: 'ES',
    when: { directions },
    demands: { kind: 'notice', paper: 'security-letter', applicant: 'ONT' },
    citations: cited('S44'),
    inForce: always,
    confidence: 'V-',
    owner: 'security',
    askedOf: 'ONT',
    says: { told: 'ONT is to tell the Guardia Civil at the airport of each planned hand-over beforehand.' },
  },
];
