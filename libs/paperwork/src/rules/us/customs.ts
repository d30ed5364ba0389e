import { always } from '../in-force.js';
import type { Rule } from '../rule.js';
import { cited, notRead } from '../sources.js';

const here = { version: 1, jurisdiction: 'US', inForce: always, owner: 'customs' } as const;
const broker = 'a customs broker, or US Customs and Border Protection';

/** United States: customs (standards.md 5.2). */
export const unitedStatesCustoms: readonly Rule[] = [
  {
    ...here,
    id: 'us-code-3001-90',
    when: { directions: ['import'], products: ['HPC-A', 'HPC-M'], manipulated: false },
    demands: { kind: 'code', paper: 'customs-declaration', code: { hs: '3001.90.0190' } },
    citations: cited('S14', 'S94', 'S95'),
    confidence: 'V',
    askedOf: broker,
    says: { code: 'Entered under HTSUS 3001.90.0190, free of duty (CBP ruling NY N022109).' },
  },
  {
    ...here,
    id: 'us-code-3002-51',
    when: { directions: ['import'], manipulated: true },
    demands: { kind: 'code', paper: 'customs-declaration', code: { hs: '3002.51.0000' } },
    citations: cited('S96'),
    confidence: 'V-',
    askedOf: broker,
    says: { code: 'Entered under HTSUS 3002.51.0000 as cell therapy products, free of duty.' },
  },
  {
    ...here,
    id: 'us-code-lymphocytes',
    when: { directions: ['import'], products: ['MNC-A', 'HPC-CB'], manipulated: false },
    demands: { kind: 'code', paper: 'customs-declaration', code: { hs: '3001.90.0190' } },
    citations: notRead('the code of lymphocytes and of cord blood since HS 2022'),
    confidence: 'G',
    askedOf: broker,
    says: { code: 'Entered under HTSUS 3001.90.0190.' },
  },
  {
    ...here,
    id: 'us-value',
    when: { directions: ['import'] },
    demands: { kind: 'statement', paper: 'customs-declaration' },
    citations: cited('S97'),
    confidence: 'V-',
    askedOf: broker,
    says: { value: 'There is no sale; the value is stated for customs purposes only.' },
  },
];
