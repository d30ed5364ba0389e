import type { LetterRule, Wait } from './letter-rule.js';

const afterInfusion = (months: number): Wait => ({ afterInfusionMonths: months, afterCollectionMonths: null });
const afterCollection = (months: number): Wait => ({ afterInfusionMonths: null, afterCollectionMonths: months });

/** As they are named to people: standards.md has them as S133, S134 and S57. */
const anthonyNolan = 'the page of Anthony Nolan on getting in touch with your donor';
const nmdp = 'the page of NMDP on patient and donor communication';
const cmdp = 'the profile of ION 2197 in WMDA Share';

/** Countries that let nobody meet. From when on they pass letters was not read, so that they pass none until a registry says otherwise. */
const noDirectContact = [
  ['IT', 'Italy'],
  ['JP', 'Japan'],
  ['TW', 'Taiwan'],
  ['FR', 'France'],
  ['NL', 'Netherlands'],
  ['ES', 'Spain'],
  ['CH', 'Switzerland'],
  ['BE', 'Belgium'],
] as const;

const read = { mark: 'V', asOf: '2026-11-23' } as const;

/** What was read (standards.md section 7, "Anonymity"); gifts go only where that was read. Which of them holds for a registry, an administrator says. */
export const letterRules: readonly LetterRule[] = [
  {
    ...{ id: 'nmdp', name: 'NMDP (United States)', source: nmdp, ...read },
    letters: afterInfusion(0),
    direct: afterInfusion(12),
    gifts: false,
  },
  {
    ...{ id: 'anthony-nolan', name: 'Anthony Nolan (United Kingdom)', source: anthonyNolan, ...read },
    letters: afterInfusion(0),
    direct: afterInfusion(24),
    gifts: false,
  },
  {
    ...{ id: 'cmdp', name: 'CMDP (China)', source: cmdp, ...read },
    letters: afterCollection(24),
    direct: 'never',
    gifts: true,
  },
  ...noDirectContact.map(([id, name]): LetterRule => {
    return {
      id: `country-${id.toLowerCase()}`,
      name,
      source: nmdp,
      ...read,
      letters: 'never',
      direct: 'never',
      gifts: false,
    };
  }),
  {
    ...{
      id: 'five-years',
      name: 'Five years, as some registries have it',
      source: `${anthonyNolan}, which does not say which ones`,
    },
    ...{ mark: 'G', asOf: read.asOf, letters: afterInfusion(60), direct: afterInfusion(60), gifts: false },
  },
];

/** The rule of that name; null where there is none. */
export function letterRuleOf(id: string | null): LetterRule | null {
  return letterRules.find((rule) => rule.id === id) ?? null;
}
