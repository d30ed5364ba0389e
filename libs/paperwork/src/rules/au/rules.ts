import { always } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited } from '../sources.js';

const here = { version: 1, jurisdiction: 'AU', inForce: always } as const;

/** Australia: the permit of the export is known; of the import only a copy of what may not hold any more. */
export const australia: readonly Rule[] = [
  {
    ...here,
    id: 'au-export-over-50-ml',
    when: { directions: ['export'], containerMoreThanMl: 50 },
    demands: {
      ...{ kind: 'permit', paper: 'application-data-sheet' },
      applicant: 'the exporter, to the Therapeutic Goods Administration',
    },
    citations: cited('P144'),
    confidence: 'V',
    owner: 'customs',
    askedOf: 'the Therapeutic Goods Administration (tga.exports@health.gov.au)',
    says: {
      permit:
        'A permit of the Therapeutic Goods Administration is needed where the immediate container of human tissue holds more than 50 mL (Customs (Prohibited Exports) Regulations 1958, regulation 8, schedule 6, item 1).',
      shown: 'The permit is given to the Australian Border Force before or at the time of export.',
    },
  },
  {
    ...here,
    id: 'au-export-blood-derived',
    when: { directions: ['export'], products: ['HPC-A', 'MNC-A'] },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the exporter' },
    citations: cited('P144'),
    confidence: 'G',
    owner: 'customs',
    askedOf: 'the Therapeutic Goods Administration (tga.exports@health.gov.au)',
    says: {
      permit:
        'Substances derived from human blood need a permit whatever their volume; whether cells collected by apheresis are such a substance is not said in what was read.',
    },
  },
  {
    ...here,
    id: 'au-import-therapeutic-use',
    when: { directions: ['import'] },
    demands: { kind: 'note', paper: 'customs-declaration' },
    citations: cited('BICON'),
    confidence: 'V-',
    owner: 'customs',
    askedOf: 'the Department of Agriculture, Fisheries and Forestry (imports@aff.gov.au)',
    says: { none: 'Human tissues and fluids for therapeutic use need no import permit under biosecurity law.' },
  },
];
