import type { BorderRule, TripRule } from '../api/types.js';
import { dateText } from '../couriers/papers.js';
import { countryText } from '../couriers/record-words.js';

/** What a rule shows on. */
export const paperWords: Readonly<Record<BorderRule['demands']['paper'], string>> = {
  'security-letter': 'Letter to airport security',
  'airline-letter': 'Letter to the airline',
  'customs-declaration': 'Customs declaration',
  'contents-statement': 'Statement of contents and non-infectivity',
  'product-document': 'Product document',
  'receipt-form': 'Receipt form',
  'application-data-sheet': 'Application',
  'regularisation-letter': 'Regularisation letter',
  'transport-plan': 'Transport plan',
  'packing-record': 'Packing record',
  'courier-authorisation': 'Courier’s authorisation',
  'hand-over-form': 'Hand-over form',
  'emergency-card': 'Emergency card',
  'visa-letter': 'Letter for a visa',
  'temperature-record': 'Temperature record',
  'spear-draft': 'S(P)EAR draft',
};

/** How sure a rule is, and what follows. */
export const confidenceWords: Readonly<Record<BorderRule['confidence'], string>> = {
  V: 'read in its source',
  'V-': 'read at second hand',
  G: 'only believed, never printed',
};

export const standingWords: Readonly<Record<BorderRule['standing'], string>> = {
  prints: 'prints',
  confirm: 'to be confirmed',
  'out-of-force': 'out of force',
};

export const outcomeWords: Readonly<Record<TripRule['outcome'], string>> = {
  ...standingWords,
  'fact-missing': 'fact missing',
};

const directionWords: Readonly<Record<TripRule['direction'], string>> = {
  export: 'Leaving',
  import: 'Entering',
  transit: 'Changing planes in',
  domestic: 'Within',
};

/** "Leaving China at PEK". */
export function borderText({
  direction,
  country,
  airport,
}: Pick<TripRule, 'direction' | 'country' | 'airport'>): string {
  return `${directionWords[direction]} ${countryText(country)}${airport === null ? '' : ` at ${airport}`}`;
}

/** "from 1 Aug 2026", "1 Mar 2015 to 31 Jul 2026", "no dates were read". */
export function inForceText({ from, to }: BorderRule['inForce']): string {
  if (from === null && to === null) return 'no dates were read';
  if (from === null) return `until ${dateText(to ?? '')}`;
  return to === null ? `from ${dateText(from)}` : `${dateText(from)} to ${dateText(to)}`;
}

const markersText = { negative: 'markers negative', positive: 'a marker positive' } as const;

/** When it applies, in a few words: directions first, then what else decides. */
export function whenText({ when }: Pick<BorderRule, 'when'>): string {
  const { directions, products, markers, manipulated, frozen, carriage, containerMoreThanMl: most } = when;
  const parts = [
    directions.length === 4 ? 'always' : directions.join(', '),
    products?.join(', '),
    markers === undefined ? undefined : markersText[markers],
    yesOrNo(manipulated, 'manipulated'),
    yesOrNo(frozen, 'frozen'),
    carriage === 'cabin' ? 'in the cabin' : carriage === undefined ? undefined : 'as cargo',
    most === undefined ? undefined : `container over ${most} mL`,
    otherEndText(when),
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

function yesOrNo(said: boolean | undefined, what: string): string | undefined {
  return said === undefined ? undefined : said ? what : `not ${what}`;
}

function otherEndText({ otherEndIn, otherEndNotIn }: BorderRule['when']): string | undefined {
  if (otherEndIn !== undefined) return `other end in ${otherEndIn.join(' ')}`;
  return otherEndNotIn === undefined ? undefined : `other end not in ${otherEndNotIn.join(' ')}`;
}

/** What it demands beside its sentences: "by the exporter", "3 working days before". */
export function demandText({ demands }: Pick<BorderRule, 'demands'>): string {
  const { applicant, leadWorkingDays, validity, code, regulariseWorkingDays } = demands;
  return [
    code === undefined ? [] : [`${code.hs}${code.suffix === undefined ? '' : `, suffix ${code.suffix}`}`],
    applicant === undefined ? [] : [`by ${applicant}`],
    leadWorkingDays === undefined ? [] : [`${leadWorkingDays} working days before`],
    validity === undefined ? [] : [validity],
    regulariseWorkingDays === undefined ? [] : [`put right within ${regulariseWorkingDays} working days`],
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

/** "8 print, 3 to be confirmed, 1 fact missing". */
export function countText(rules: readonly TripRule[]): string {
  const outcomes = ['prints', 'confirm', 'fact-missing'] as const;
  return outcomes
    .map((outcome) => [rules.filter((rule) => rule.outcome === outcome).length, outcome] as const)
    .filter(([count]) => count > 0)
    .map(([count, outcome]) => `${count} ${outcome === 'prints' && count !== 1 ? 'print' : outcomeWords[outcome]}`)
    .join(', ');
}
