import type { LocalDate, Zone } from '@cellrelay/kernel';

/** What is to be known of a jurisdiction's law for a while, whichever rule one looks at. */
export interface JurisdictionNote {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly english: string;
}

export interface Jurisdiction {
  readonly name: string;
  /** Countries (ISO 3166-1 alpha-2) in which it holds; null: in all of them. */
  readonly countries: readonly string[] | null;
  /** The clock of its days, for a trip of which no airport is known. */
  readonly zone: Zone;
  readonly notes: readonly JurisdictionNote[];
}

const memberStates = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Countries among which cells are not imported: the European Union, Iceland, Liechtenstein and Norway. */
export const eeaCountries: readonly string[] = [...memberStates, 'IS', 'LI', 'NO'];

const day = (text: string): LocalDate => text as LocalDate;

const of = (name: string, countries: readonly string[] | null, zone: string, notes: readonly JurisdictionNote[] = []) =>
  ({ name, countries, zone: zone as Zone, notes }) satisfies Jurisdiction;

/** Whose rules there are. `INT` holds in every country. */
export const jurisdictions = {
  AU: of('Australia', ['AU'], 'Australia/Sydney'),
  CN: of('China (mainland)', ['CN'], 'Asia/Shanghai', [
    {
      ...{ from: day('2026-08-01'), to: null },
      english:
        'Order 281 of the General Administration of Customs is in force since 2026-08-01. Of what it asks for only parts could be read, at second hand: no rule under it is printed before a site has confirmed it with customs.',
    },
  ]),
  DE: of('Germany', ['DE'], 'Europe/Berlin'),
  EU: of('European Union', memberStates, 'Europe/Brussels', [
    {
      ...{ from: day('2027-08-07'), to: null },
      english:
        'Regulation (EU) 2024/1938 applies since 2027-08-07 in the place of the tissue directives; some parts follow on 2028-08-07.',
    },
  ]),
  ES: of('Spain', ['ES'], 'Europe/Madrid'),
  FR: of('France', ['FR'], 'Europe/Paris'),
  GB: of('United Kingdom', ['GB'], 'Europe/London', [
    {
      ...{ from: day('2021-07-01'), to: null },
      english:
        'In Northern Ireland trade with the European Economic Area is free of licences for import and export, and suppliers in Great Britain count as those of a third country.',
    },
  ]),
  HK: of('Hong Kong', ['HK'], 'Asia/Hong_Kong'),
  IN: of('India', ['IN'], 'Asia/Kolkata'),
  INT: of('Everywhere', null, 'UTC'),
  IT: of('Italy', ['IT'], 'Europe/Rome'),
  JP: of('Japan', ['JP'], 'Asia/Tokyo'),
  KR: of('South Korea', ['KR'], 'Asia/Seoul'),
  TW: of('Taiwan', ['TW'], 'Asia/Taipei'),
  US: of('United States', ['US'], 'America/New_York'),
} as const;

export type JurisdictionCode = keyof typeof jurisdictions;

/** Their codes. */
export const jurisdictionCodes = Object.keys(jurisdictions) as [JurisdictionCode, ...JurisdictionCode[]];

/** Whether its rules hold in that country. */
export function holdsIn(code: JurisdictionCode, country: string): boolean {
  const { countries } = jurisdictions[code];
  return countries === null || countries.includes(country);
}

/** What is to be known of it on that day. */
export function notesOn(code: JurisdictionCode, on: LocalDate): readonly string[] {
  return jurisdictions[code].notes
    .filter(({ from, to }) => (from === null || from <= on) && (to === null || on <= to))
    .map(({ english }) => english);
}
