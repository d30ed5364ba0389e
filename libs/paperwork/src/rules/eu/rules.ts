import { eeaCountries } from '../jurisdictions.js';
import { always, from, until } from '../in-force.js';
import { directions, type Rule } from '../rule.js';
import { cited } from '../sources.js';

const here = { version: 1, jurisdiction: 'EU', confidence: 'V', owner: 'quality' } as const;
const authority = 'the competent authority of the member state';
const thirdCountry = { otherEndNotIn: eeaCountries } as const;

/** European Union: the directives until 2027-08-06, the regulation on substances of human origin from the next day on (standards.md 5.3). */
export const europeanUnion: readonly Rule[] = [
  {
    ...here,
    id: 'eu-importing-establishment',
    when: { directions: ['import'], ...thirdCountry },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the importing tissue establishment' },
    citations: cited('S103'),
    inForce: until('2027-08-06'),
    askedOf: authority,
    says: {
      agreement:
        'Cells are imported by an importing tissue establishment that has a written agreement with the supplier (Directive (EU) 2015/566).',
      apart: 'An authority may authorise an import directly, or in an emergency for a known recipient.',
    },
  },
  {
    ...here,
    id: 'eu-soho-import',
    when: { directions: ['import'], ...thirdCountry },
    demands: { kind: 'permit', paper: 'application-data-sheet', applicant: 'the importing SoHO establishment' },
    citations: cited('S104', 'S16'),
    inForce: from('2027-08-07'),
    askedOf: authority,
    says: {
      authorisation:
        'The importer is authorised as an importing SoHO establishment (Regulation (EU) 2024/1938, article 26).',
      direct:
        'Cells may be delivered directly to the applying hospital for a specific recipient (article 26, paragraph 4).',
    },
  },
  {
    ...here,
    id: 'eu-soho-export',
    when: { directions: ['export'], ...thirdCountry },
    demands: { kind: 'notice', paper: 'product-document' },
    citations: cited('S105', 'S16'),
    inForce: from('2027-08-07'),
    askedOf: authority,
    says: { released: 'Cells are released by the establishment’s procedure before they are exported (article 60).' },
  },
  {
    ...here,
    id: 'eu-relief',
    when: { directions: ['import'], ...thirdCountry },
    demands: { kind: 'statement', paper: 'customs-declaration', applicant: 'the approved institution' },
    citations: cited('S106'),
    inForce: always,
    confidence: 'V-',
    owner: 'customs',
    askedOf: 'the customs office of entry: whether it counts stem cells as therapeutic substances of human origin',
    says: { relief: 'Relief from duty and tax is claimed for therapeutic substances of human origin.' },
  },
  {
    ...here,
    id: 'eu-security',
    when: { directions },
    demands: { kind: 'notice', paper: 'security-letter' },
    citations: cited('S82'),
    inForce: always,
    confidence: 'V-',
    owner: 'security',
    askedOf: 'the airport’s operator or the national aviation authority',
    says: {
      methods:
        'A search by hand and trace detection are recognised methods (Regulation (EU) 2015/1998, Annex, chapter 4).',
    },
  },
];
