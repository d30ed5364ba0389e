import { always } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited, notRead } from '../sources.js';

const here = { version: 1, jurisdiction: 'KR', inForce: always, owner: 'customs' } as const;

/** South Korea: who coordinates is known, what customs ask for is not (standards.md 5.4). */
export const southKorea: readonly Rule[] = [
  {
    ...here,
    id: 'kr-coordinator',
    when: { directions: ['export', 'import'] },
    demands: { kind: 'note', paper: 'transport-plan' },
    citations: cited('S124'),
    confidence: 'V',
    askedOf: 'KMDP',
    says: { coordinator: 'Import and export are coordinated by KMDP.' },
  },
  {
    ...here,
    id: 'kr-permits',
    when: { directions: ['export', 'import'] },
    demands: { kind: 'permit', paper: 'application-data-sheet' },
    citations: notRead('Korea’s permits for importing and exporting cells'),
    confidence: 'G',
    askedOf: 'KMDP',
    says: { permits: 'A permit is needed.' },
  },
];
