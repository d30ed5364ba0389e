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
    says: { packed: 'A box that the hospital certifies to be packed to the standard of the protocol needs no X-ray.' },
  },
];
