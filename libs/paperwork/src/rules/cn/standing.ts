import { always, from } from '../in-force.js';
import { directions, type Rule } from '../rule.js';
import { cited } from '../sources.js';
import { customs, inChina } from './law.js';

/**
 * What Order 281 does not touch: another law, and practice at airports. That no rule under the Order is printed unconfirmed leaves these out; one that was read in its source
 * may print on an export under it.
 */
export const chinaStanding: readonly Rule[] = [
  {
    ...inChina,
    id: 'cn-genetic-resources',
    when: { directions: ['export'] },
    demands: { kind: 'statement', paper: 'customs-declaration' },
    citations: cited('S91'),
    inForce: from('2019-07-01'),
    confidence: 'V',
    askedOf: customs,
    says: {
      clinical:
        'The cells were collected for clinical treatment; the Regulation on human genetic resources leaves that to other laws (article 3, paragraph 2).',
    },
  },
  {
    ...inChina,
    id: 'cn-security',
    when: { directions },
    demands: { kind: 'notice', paper: 'security-letter', applicant: 'the hospital or its registry' },
    citations: cited('S51', 'S85'),
    inForce: always,
    confidence: 'V-',
    owner: 'security',
    askedOf: 'the airport’s security, by the hospital or CMDP',
    says: {
      joint: 'Quarantine, customs, border, security, airline and airport agree beforehand on one joint inspection.',
      noXray: 'The box is not X-rayed and not opened.',
    },
  },
];
