import { from } from '../in-force.js';
import { directions, type Rule } from '../rule.js';
import { cited } from '../sources.js';

const here = { version: 1, jurisdiction: 'GB', confidence: 'V' } as const;
const hta = { owner: 'quality', askedOf: 'the Human Tissue Authority' } as const;

/** United Kingdom (standards.md 4 and 5.4). */
export const unitedKingdom: readonly Rule[] = [
  {
    ...{ ...here, ...hta },
    id: 'gb-import-licence',
    when: { directions: ['import'] },
    demands: {
      ...{ kind: 'permit', paper: 'application-data-sheet', applicant: 'the importing licence holder' },
      validity: 'a certificate names the tissue type, the supplier and the country of origin',
    },
    citations: cited('S115', 'S116', 'S117'),
    inForce: from('2021-07-01'),
    says: {
      licence:
        'The importer needs a licence of the Human Tissue Authority that covers import for human application, also from the EEA.',
      certificate: 'The import certificate is for this tissue type, this supplier and this country of origin.',
      north:
        'Into Northern Ireland cells from the European Economic Area come without a licence for import, and suppliers in Great Britain count as those of a third country.',
    },
  },
  {
    ...{ ...here, ...hta },
    id: 'gb-export-licence',
    when: { directions: ['export'] },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the exporting licence holder' },
    citations: cited('S115', 'S116'),
    inForce: from('2021-07-01'),
    says: {
      licence: 'The exporter needs a licence of the Human Tissue Authority that covers export for human application.',
      agreement: 'The agreement on the export covers transport and serious adverse events and reactions.',
    },
  },
  {
    ...here,
    id: 'gb-security',
    when: { directions },
    demands: { kind: 'notice', paper: 'security-letter' },
    citations: cited('S84'),
    inForce: from('2023-01-31'),
    owner: 'security',
    askedOf: 'the airport’s security manager',
    says: {
      agreed:
        'How cabin baggage is screened is set by directions that are not public; a search by hand is agreed with the airport’s security manager.',
    },
  },
];
