/** JSON Schema, as far as it is looked at here. */
export type Schema = Readonly<Record<string, unknown>>;

/** What may stand in a place where null may stand too. */
export function withoutNull(schema: Schema): Schema {
  const branches = schema['anyOf'] as readonly Schema[] | undefined;
  return branches?.find(({ type }) => type !== 'null') ?? schema;
}

/** The schema of a value with what a reader of a form is told: what it is, in which unit, within which range. */
export function asRead(at: string, schema: Schema): Schema {
  const unit = unitAt(at);
  const range = rangeSaid(withoutNull(schema), schema !== withoutNull(schema));
  return {
    ...schema,
    title: titles[lastOf(at)] ?? 'Value',
    ...(unit === undefined ? {} : { 'x-unit': unit }),
    ...(range === '' ? {} : { description: range }),
  };
}

/** Where a value comes from and how sure that is. */
export function sourcing(at: string, below: Readonly<Record<string, { readonly schema: Schema }>>): Schema {
  return {
    [`${at}/source`]: { ...below['source']?.schema, title: 'Source' },
    [`${at}/mark`]: { ...below['mark']?.schema, title: 'How sure', 'x-words': marks },
  };
}

const marks = {
  V: 'V: read in its source',
  'V-': 'V-: read in part, or at second hand',
  C: 'C: worked out from others',
  G: 'G: general knowledge, not checked',
  site: 'site: the site’s own choice',
} as const;

const lastOf = (at: string) => at.split('/').at(-1) ?? '';

/** Values of which a setting has several. */
const titles: Readonly<Record<string, string>> = {
  targetMinutes: 'Target',
  limitMinutes: 'Limit',
  perKg: 'Per kg of the recipient',
  releaseFirst: 'Released first',
  regularisationWorkingDays: 'Papers within',
  day1: 'Day 1',
  day2: 'Day 2',
  overseas: 'From overseas',
  region: 'Within a region',
  domestic: 'Within the country',
  otherwise: 'In every country that is not named',
  atClock: 'Asked at',
  nextChannelMinutes: 'To the next channel after',
  persons: 'People told one after the other',
  repeatMinutes: 'A critical one is told again after',
  repeatAtMostMinutes: 'At intervals of at most',
  tellEnd: 'Its end is told',
};

/** What a name says that its value is counted in; the narrower before the wider. */
const units: readonly (readonly [RegExp, string])[] = [
  [/WorkingDays$/, 'working days'],
  [/Minutes/, 'min'],
  [/Hours/, 'h'],
  [/Nights/, 'nights'],
  [/Days/, 'days'],
  [/Percent$/, '%'],
  [/E9PerL$/, '10⁹/L'],
  [/MlPerDonorKg$/, 'mL/kg'],
  [/(Factor|Loss)$/, 'of 1'],
];

/** A part of a setting is counted as the setting is, unless its own name says otherwise. */
function unitAt(at: string): string | undefined {
  const names = at.split('/').toReversed();
  return names.flatMap((name) => units.filter(([pattern]) => pattern.test(name)).map(([, unit]) => unit))[0];
}

/** No figure of a policy may be more; of one that has no bound but that nothing is said. */
const anything = 6_000_000;

function rangeSaid({ minimum, maximum }: Schema, orNone: boolean): string {
  if (typeof minimum !== 'number' || typeof maximum !== 'number') return '';
  const range = maximum < anything ? `${minimum} to ${maximum}` : `${minimum} or more`;
  return orNone ? `${range}, or empty for none` : range;
}
