import { eeaCountries } from '../jurisdictions.js';
import { always } from '../in-force.js';
import { directions, type Rule } from '../rule.js';
import { cited } from '../sources.js';

const here = { version: 1, jurisdiction: 'DE', inForce: always } as const;

/** Germany (standards.md 4 and 5.3). */
export const germany: readonly Rule[] = [
  {
    ...here,
    id: 'de-import-permit',
    when: { directions: ['import'], otherEndNotIn: eeaCountries },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the importing tissue establishment' },
    citations: cited('S108'),
    confidence: 'V',
    owner: 'quality',
    askedOf: 'the authority of the Land',
    says: {
      permit:
        'An importing tissue establishment holds a permit of the authority of the Land and a contract with the supplier (AMG, section 72b).',
      direct: 'For direct use on a recipient a reduced file does.',
    },
  },
  {
    ...here,
    id: 'de-stem-cells',
    when: { directions: ['import'], products: ['HPC-A', 'HPC-CB'], otherEndNotIn: eeaCountries },
    demands: { kind: 'note', paper: 'application-data-sheet' },
    citations: cited('S110'),
    confidence: 'V-',
    owner: 'quality',
    askedOf: 'the authority of the Land',
    says: { special: 'AMG, section 72, has a rule of its own for stem cells from peripheral and cord blood.' },
  },
  {
    ...here,
    id: 'de-security',
    when: { directions },
    demands: { kind: 'notice', paper: 'security-letter' },
    citations: cited('S39'),
    confidence: 'V-',
    owner: 'security',
    askedOf: 'the Federal Police at the airport, by letter and telephone',
    says: {
      escort: 'The courier accompanies the box through security, so that it is looked at without being X-rayed.',
    },
  },
];
