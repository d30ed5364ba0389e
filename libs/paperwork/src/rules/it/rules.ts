import { always } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited } from '../sources.js';

const here = { version: 1, jurisdiction: 'IT', inForce: always, confidence: 'V', owner: 'customs' } as const;

/** Italy (standards.md 5.3). Nothing was found on its airports’ security. */
export const italy: readonly Rule[] = [
  {
    ...here,
    id: 'it-import',
    when: { directions: ['import'] },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the transplant centre' },
    citations: cited('S111', 'S113'),
    askedOf: 'IBMDR, or the Ministry of Health',
    says: {
      identified:
        'Stem cells are imported for transplantation of an identified recipient alone, found by way of IBMDR.',
      applied: 'The transplant centre applies for the import.',
      code: 'The original code is kept for traceability.',
    },
  },
  {
    ...here,
    id: 'it-export',
    when: { directions: ['export'] },
    demands: {
      kind: 'permit',
      paper: 'application-data-sheet',
      applicant: 'the collecting side, to the Ministry of Health',
    },
    citations: cited('S112', 'S113'),
    askedOf: 'IBMDR, or the Ministry of Health',
    says: {
      application:
        'The application names donor or unit, kind of stem cells, number of units and aliquots, collection site and destination, date, storage and means of the transport, and identifies the courier.',
      statement: 'IBMDR states that the transplant centre is in WMDA’s network; its authorisation is enclosed.',
    },
  },
  {
    ...here,
    id: 'it-usmaf',
    when: { directions: ['import'], frozen: true },
    demands: {
      kind: 'permit',
      paper: 'application-data-sheet',
      applicant: 'the tissue bank, to USMAF',
      leadWorkingDays: 3,
    },
    citations: cited('S114'),
    askedOf: 'the USMAF of the airport',
    says: { clearance: 'USMAF gives its nulla osta to tissue banks within 3 working days, sooner where it is urgent.' },
  },
];
