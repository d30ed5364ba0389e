import { from } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited, notRead } from '../sources.js';
import { carriedIn, customs, inChina } from './law.js';

const now = { ...inChina, inForce: from('2026-08-01'), askedOf: customs } as const;

/** Order 281: parts were read at second hand, articles 10 and following not at all (standards.md 5.1 and 8). */
export const chinaSince281: readonly Rule[] = [
  {
    ...now,
    id: 'cn-281-approval',
    when: { directions: ['export', 'import'] },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the owner of the goods or an agent' },
    citations: cited('S15', 'S90', 'S87'),
    confidence: 'V-',
    says: {
      approval:
        'Approval of special articles is applied for with the directly affiliated customs before dispatch (Order 281, articles 7 and 9).',
      conditions: 'Other approvals that the law asks for are there, and biosafety is provided for (article 8).',
    },
  },
  {
    ...now,
    id: 'cn-281-first-access',
    when: { directions: ['import'] },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the receiving hospital' },
    citations: cited('S15', 'S90'),
    confidence: 'V-',
    says: {
      access: 'High-risk articles that come in for the first time need quarantine access (Order 281, article 5).',
    },
  },
  {
    ...now,
    id: 'cn-281-papers',
    when: { directions: ['export', 'import'] },
    demands: { kind: 'notice', paper: 'product-document' },
    citations: notRead('Order 281, articles 10 and following: papers of the application and validity'),
    confidence: 'G',
    says: {
      papers:
        'With the approval form there travel the donor’s health certificate, the report of the infectious-disease tests and the description of the product, as under the law before.',
    },
  },
  {
    ...now,
    id: 'cn-281-release-first',
    when: carriedIn,
    demands: { kind: 'statement', paper: 'regularisation-letter', regulariseWorkingDays: 10 },
    citations: notRead('whether Order 281 lets transplants be released first'),
    confidence: 'G',
    says: {
      released:
        'Transplants are released first, and the papers put right within 10 working days, as under the law before.',
    },
  },
  {
    ...now,
    id: 'cn-281-codes',
    when: { directions: ['export', 'import'] },
    demands: { kind: 'code', paper: 'customs-declaration', code: { hs: '3002590000' } },
    citations: notRead('whether the suffixes 402, 403 and 404 stand under Order 281'),
    confidence: 'G',
    says: { code: 'Declared under 3002 5900 00 with the suffix of the product, as under the law before.' },
  },
];
