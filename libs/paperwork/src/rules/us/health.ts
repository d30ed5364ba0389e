import { always } from '../in-force.js';
import { directions, type Rule } from '../rule.js';
import { cited } from '../sources.js';

const here = { version: 1, jurisdiction: 'US', inForce: always } as const;

/** United States: health authorities, and security (standards.md 4 and 5.2). */
export const unitedStatesHealth: readonly Rule[] = [
  {
    ...here,
    id: 'us-cdc-statement',
    when: { directions: ['import'], markers: 'negative' },
    demands: { kind: 'statement', paper: 'contents-statement' },
    citations: cited('S48'),
    confidence: 'V-',
    owner: 'customs',
    askedOf: 'the CDC Import Permit Program: whether the statement does for cells as for diagnostic specimens',
    says: {
      description: 'The material is described in detail.',
      statement: 'It is not known or suspected to contain an infectious biological agent.',
      how: 'CDC asks that the statement say how its author knows this.',
    },
  },
  {
    ...here,
    id: 'us-cdc-permit',
    when: { directions: ['import'], markers: 'positive' },
    demands: {
      kind: 'permit',
      paper: 'application-data-sheet',
      applicant: 'the importer, to the CDC Import Permit Program',
    },
    citations: cited('S48'),
    confidence: 'V-',
    owner: 'customs',
    askedOf: 'the CDC Import Permit Program',
    says: {
      permit: 'Material that is known or suspected to contain an infectious agent needs an import permit of CDC.',
    },
  },
  {
    ...here,
    id: 'us-fda-quarantine',
    when: { directions: ['import'] },
    demands: { kind: 'notice', paper: 'customs-declaration' },
    citations: cited('S98'),
    confidence: 'V-',
    owner: 'customs',
    askedOf: 'FDA, by the customs broker',
    says: {
      quarantine:
        'The cells go on to the consignee under quarantine while their admissibility is decided on, for they perish.',
    },
  },
  {
    ...here,
    id: 'us-donor-eligibility',
    when: { directions: ['import'] },
    demands: { kind: 'statement', paper: 'product-document' },
    citations: cited('S100', 'S101'),
    confidence: 'V',
    owner: 'quality',
    askedOf: 'FDA',
    says: {
      eligibility:
        'Where the determination of the donor’s eligibility is not complete, the cells are shipped in quarantine and the papers say so.',
      need: 'Cells of an ineligible donor travel on a documented urgent medical need, with the biohazard legend.',
    },
  },
  {
    ...here,
    id: 'us-receipt-record',
    when: { directions: ['import'], products: ['HPC-A', 'HPC-M', 'HPC-CB'] },
    demands: { kind: 'checks', paper: 'receipt-form', checks: ['us-receipt-time', 'us-environment'] },
    citations: cited('S50'),
    confidence: 'V',
    owner: 'quality',
    askedOf: 'CIBMTR',
    says: {
      'us-receipt-time': 'Date and time of receipt noted in the 24-hour clock.',
      'us-environment': 'Shipping environment noted.',
    },
  },
  {
    ...here,
    id: 'us-tsa',
    when: { directions },
    demands: { kind: 'notice', paper: 'security-letter' },
    citations: cited('S11'),
    confidence: 'V',
    owner: 'security',
    askedOf: 'TSA Cares',
    says: {
      supervisor:
        'Blood, organs and bone marrow are fragile medical material; the courier is to ask for a supervisor on arrival at the checkpoint.',
      outside:
        'TSA looks at the outside of the container and tests it for traces of explosives; it does not open it or ask for it to be opened.',
      operator: 'TSA looks at the courier’s papers, and at whether the aircraft operator was notified.',
    },
  },
  {
    ...here,
    id: 'us-tsa-cares',
    when: { directions: ['export', 'transit', 'domestic'] },
    demands: { kind: 'notice', paper: 'security-letter', leadWorkingDays: 3, applicant: 'the coordinator' },
    citations: cited('S80'),
    confidence: 'V-',
    owner: 'security',
    askedOf: 'TSA Cares',
    says: { ahead: 'TSA Cares asks travellers to call 72 hours before the flight.' },
  },
  {
    ...here,
    id: 'us-faa-airline',
    when: { directions, carriage: 'cabin' },
    demands: { kind: 'notice', paper: 'airline-letter' },
    citations: cited('S81'),
    confidence: 'V',
    owner: 'transport',
    askedOf: 'the airline',
    says: {
      cabin: 'No federal rule stands against carriage in the cabin; each airline decides, and is told for each flight.',
    },
  },
];
