import { always } from '../in-force.js';
import { directions, type Rule } from '../rule.js';
import { cited } from '../sources.js';

/** India: security alone was read of (standards.md 4). */
export const india: readonly Rule[] = [
  {
    id: 'in-security',
    version: 1,
    jurisdiction: 'IN',
    when: { directions },
    demands: { kind: 'notice', paper: 'security-letter', applicant: 'the hospital' },
    citations: cited('S86'),
    inForce: always,
    confidence: 'V-',
    owner: 'security',
    askedOf: 'the Bureau of Civil Aviation Security',
    says: { packed: 'The hospital certifies that the box is packed to the standard under which it is not X-rayed.' },
  },
];
