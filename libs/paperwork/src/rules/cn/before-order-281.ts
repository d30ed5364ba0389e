import type { Product } from '@cellrelay/shipment';
import { between, until } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited, notRead } from '../sources.js';
import { carriedIn, customs, inChina } from './law.js';

const lastDay = '2026-07-31';
const earlier = { ...inChina, inForce: until(lastDay), askedOf: customs } as const;
const order160 = { ...earlier, inForce: between('2015-03-01', lastDay) } as const;

const named: Readonly<Partial<Record<Product, readonly [suffix: string, words: string]>>> = {
  'HPC-M': ['402', 'marrow haematopoietic stem cells'],
  'HPC-A': ['403', 'peripheral-blood haematopoietic stem cells'],
  'HPC-CB': ['404', 'cord-blood haematopoietic stem cells'],
};

/** The inspection’s suffix of each product, clinically donated and matched. */
const suffixes = Object.entries(named).map(([product, [suffix, words]]): Rule => ({
  ...earlier,
  // No notice of 2023 holds before that year; its own day was not read.
  inForce: between('2023-01-01', lastDay),
  id: `cn-code-${suffix}`,
  when: { directions: ['export', 'import'], products: [product as Product], manipulated: false },
  demands: { kind: 'code', paper: 'customs-declaration', code: { hs: '3002590000', suffix } },
  citations: cited('S13', 'S93'),
  confidence: 'V-',
  says: {
    code: `Declared under 3002 5900 00 with the suffix ${suffix}: ${words} for clinical use, donated and matched.`,
  },
}));

/** Until Order 281 came into force (standards.md 5.1). */
export const chinaBefore281: readonly Rule[] = [
  ...suffixes,
  {
    ...order160,
    id: 'cn-160-approval',
    when: { directions: ['export', 'import'] },
    demands: {
      ...{ kind: 'permit', paper: 'application-data-sheet' },
      applicant: 'the receiving hospital on import, the collecting side on export',
    },
    citations: cited('S88', 'S51', 'S85'),
    confidence: 'V-',
    says: {
      approval:
        'Approval of special articles is applied for before dispatch, with the customs of the destination for an import, of the place of departure for an export (Order 160).',
    },
  },
  {
    ...order160,
    id: 'cn-160-papers',
    when: { directions: ['import'] },
    demands: { kind: 'notice', paper: 'product-document' },
    citations: cited('S52', 'S51'),
    confidence: 'V-',
    says: {
      papers:
        'With the approval form there travel the donor’s health certificate, the report of the infectious-disease tests and the description of the product.',
      compared:
        'On arrival name, composition, batch number, specification, quantity and validity are compared with the approval form.',
    },
  },
  {
    ...earlier,
    id: 'cn-carried-release-first',
    when: carriedIn,
    demands: { kind: 'statement', paper: 'regularisation-letter', regulariseWorkingDays: 10 },
    citations: cited('S89', 'S51'),
    confidence: 'V-',
    says: {
      released:
        'Transplant organs and marrow stem cells that a person carries without approval, for special reasons, may be released first.',
      regularised: 'The papers are put right within 10 working days of the release.',
    },
  },
  {
    ...order160,
    id: 'cn-160-validity',
    when: { directions: ['export', 'import'] },
    demands: { kind: 'note', paper: 'application-data-sheet', validity: '3, 6 or 12 months by the risk of pathogens' },
    citations: notRead('how long an approval under Order 160 held'),
    confidence: 'G',
    says: { validity: 'An approval holds 3, 6 or 12 months by the risk of pathogens.' },
  },
];
