import type { BorderRule, TripRule } from '../api/types.js';
import { calendarText } from '../time/named-day.js';
import { countryText } from '../words/named.js';
import { t, wordsBy } from '../words/words.js';

/** What a rule shows on. */
export const paperWords: Readonly<Record<BorderRule['demands']['paper'], string>> = wordsBy({
  'security-letter': () => t('Letter to airport security'),
  'airline-letter': () => t('Letter to the airline'),
  'customs-declaration': () => t('Customs declaration'),
  'contents-statement': () => t('Statement of contents and non-infectivity'),
  'product-document': () => t('Product document'),
  'receipt-form': () => t('Receipt form'),
  'application-data-sheet': () => t('Application'),
  'regularisation-letter': () => t('Regularisation letter'),
  'transport-plan': () => t('Transport plan'),
  'packing-record': () => t('Packing record'),
  'courier-authorisation': () => t('Courier’s authorisation'),
  'hand-over-form': () => t('Hand-over form'),
  'emergency-card': () => t('Emergency card'),
  'visa-letter': () => t('Letter for a visa'),
  'temperature-record': () => t('Temperature record'),
  'spear-draft': () => t('S(P)EAR draft'),
});

/** How sure a rule is, and what follows. */
export const confidenceWords: Readonly<Record<BorderRule['confidence'], string>> = wordsBy({
  V: () => t('read in its source'),
  'V-': () => t('read at second hand'),
  G: () => t('only believed, never printed'),
});

export const standingWords: Readonly<Record<BorderRule['standing'], string>> = wordsBy({
  prints: () => t('prints'),
  confirm: () => t('to be confirmed'),
  'out-of-force': () => t('out of force'),
});

export const outcomeWords: Readonly<Record<TripRule['outcome'], string>> = wordsBy({
  prints: () => t('prints'),
  confirm: () => t('to be confirmed'),
  'out-of-force': () => t('out of force'),
  'fact-missing': () => t('fact missing'),
});

type Place = Readonly<Record<'country' | 'airport', string>>;

const crossings: Readonly<Record<TripRule['direction'], (country: string) => string>> = {
  export: (country) => t('Leaving {country}', { country }),
  import: (country) => t('Entering {country}', { country }),
  transit: (country) => t('Changing planes in {country}', { country }),
  domestic: (country) => t('Within {country}', { country }),
};

const crossingsAt: Readonly<Record<TripRule['direction'], (place: Place) => string>> = {
  export: (place) => t('Leaving {country} at {airport}', place),
  import: (place) => t('Entering {country} at {airport}', place),
  transit: (place) => t('Changing planes in {country} at {airport}', place),
  domestic: (place) => t('Within {country} at {airport}', place),
};

/** "Leaving China at PEK". */
export function borderText({
  direction,
  country,
  airport,
}: Pick<TripRule, 'direction' | 'country' | 'airport'>): string {
  const name = countryText(country);
  return airport === null ? crossings[direction](name) : crossingsAt[direction]({ country: name, airport });
}

/** "from 1 Aug 2026", "1 Mar 2015 to 31 Jul 2026", "no dates were read". */
export function inForceText({ from, to }: BorderRule['inForce']): string {
  if (from === null && to === null) return t('no dates were read');
  if (from === null) return t('until {date}', { date: calendarText(to ?? '') });
  return to === null
    ? t('from {date}', { date: calendarText(from) })
    : t('{from} to {to}', { from: calendarText(from), to: calendarText(to) });
}

const directionWords: Readonly<Record<TripRule['direction'], string>> = wordsBy({
  export: () => t('export'),
  import: () => t('import'),
  transit: () => t('transit'),
  domestic: () => t('domestic'),
});

const markersText = () => ({ negative: t('markers negative'), positive: t('a marker positive') }) as const;

/** When it applies, in a few words: directions first, then what else decides. */
export function whenText({ when }: Pick<BorderRule, 'when'>): string {
  const { directions, products, markers, manipulated, frozen, carriage, containerMoreThanMl: most } = when;
  const parts = [
    directions.length === 4 ? t('always') : directions.map((each) => directionWords[each]).join(', '),
    products?.join(', '),
    markers === undefined ? undefined : markersText()[markers],
    ...cellsTexts({ manipulated, frozen }),
    carriage === 'cabin' ? t('in the cabin') : carriage === undefined ? undefined : t('as cargo'),
    most === undefined ? undefined : t('container over {most} mL', { most }),
    otherEndText(when),
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

function cellsTexts({ manipulated, frozen }: Pick<BorderRule['when'], 'manipulated' | 'frozen'>): readonly string[] {
  return [
    manipulated === undefined ? [] : [manipulated ? t('manipulated') : t('not manipulated')],
    frozen === undefined ? [] : [frozen ? t('frozen') : t('not frozen')],
  ].flat();
}

function otherEndText({ otherEndIn, otherEndNotIn }: BorderRule['when']): string | undefined {
  if (otherEndIn !== undefined) return t('other end in {places}', { places: otherEndIn.join(' ') });
  return otherEndNotIn === undefined ? undefined : t('other end not in {places}', { places: otherEndNotIn.join(' ') });
}

/** What it demands beside its sentences: "by the exporter", "3 working days before". */
export function demandText({ demands }: Pick<BorderRule, 'demands'>): string {
  const { applicant, leadWorkingDays, validity, code, regulariseWorkingDays } = demands;
  return [
    code === undefined
      ? []
      : [code.suffix === undefined ? code.hs : t('{code}, suffix {suffix}', { code: code.hs, suffix: code.suffix })],
    applicant === undefined ? [] : [t('by {applicant}', { applicant })],
    leadWorkingDays === undefined
      ? []
      : [t('{days, plural, one {# working day} other {# working days}} before', { days: leadWorkingDays })],
    validity === undefined ? [] : [validity],
    regulariseWorkingDays === undefined
      ? []
      : [
          t('put right within {days, plural, one {# working day} other {# working days}}', {
            days: regulariseWorkingDays,
          }),
        ],
  ]
    .flat()
    .join('; ');
}

/** Rules by the place that they are of, in the order in which they come. */
export function byPlace(rules: readonly BorderRule[]): readonly (readonly [string, readonly BorderRule[]])[] {
  const places = [...new Set(rules.map(({ place }) => place))];
  return places.map((place) => [place, rules.filter((rule) => rule.place === place)]);
}

/** What a trip's rules come to at each border, in the order of the way. */
export function byBorder(rules: readonly TripRule[]): readonly (readonly [string, readonly TripRule[]])[] {
  const borders = [...new Set(rules.map(borderText))];
  return borders.map((border) => [border, rules.filter((rule) => borderText(rule) === border)]);
}

const counts: Readonly<Record<'prints' | 'confirm' | 'fact-missing', (count: number) => string>> = {
  prints: (count) => t('{count, plural, one {# prints} other {# print}}', { count }),
  confirm: (count) => t('{count} to be confirmed', { count }),
  'fact-missing': (count) => t('{count} fact missing', { count }),
};

/** "8 print, 3 to be confirmed, 1 fact missing". */
export function countText(rules: readonly TripRule[]): string {
  const outcomes = ['prints', 'confirm', 'fact-missing'] as const;
  return outcomes
    .map((outcome) => [rules.filter((rule) => rule.outcome === outcome).length, outcome] as const)
    .filter(([count]) => count > 0)
    .map(([count, outcome]) => counts[outcome](count))
    .join(', ');
}
