import { z } from 'zod';
import { defaultPolicy, type Policy } from '@cellrelay/shipment';
import { report } from '../wire/faults.js';
import { clockTime, line } from '../wire/fields.js';

/** A JSON value of a policy, and the key that it stands under. */
type Example = string | number | boolean | null | readonly Example[] | { readonly [key: string]: Example };

/** Texts that are a choice, by the key that they stand under; a setting's by the setting's own name. Other texts are times of day, or say a source. */
const choices: Readonly<Record<string, readonly [string, ...string[]]>> = {
  mark: ['V', 'V-', 'C', 'G', 'site'],
  comparison: ['at-or-above', 'above'],
  travelTogether: ['together', 'may-part'],
  giveUpSeats: ['at-give-up-time', 'when-airborne'],
};

/** Texts of a form of their own, by their key. */
const forms: Readonly<Record<string, { readonly is: RegExp; readonly says: string }>> = {
  version: { is: /^[A-Za-z0-9][A-Za-z0-9._-]*$/, says: 'letters, digits, dots, hyphens and underscores' },
  ion: { is: /^\d{4}$/, says: 'four digits, as a GRID begins' },
};

/** Nothing that a policy counts is more: minutes of ten years, or cells in millions. */
const most = 6_000_000;
const absoluteZero = -273.15;

/**
 * What a whole policy must look like: as the one that ships, setting by setting, with figures that are not absurd. It is made from that one, so that a
 * setting which the software gains is asked for without a line here; a text that is a choice is named above.
 */
export const policySchema: z.ZodType<Policy> = schemaLike(defaultPolicy as unknown as Example, 'policy').superRefine(
  (policy, context) => crossed(policy, []).forEach((fault) => report(context as never, fault)),
) as unknown as z.ZodType<Policy>;

function schemaLike(example: Example, key: string): z.ZodType {
  if (typeof example === 'number') return numberLike(key);
  if (typeof example === 'string') return textLike(example, key);
  if (typeof example === 'boolean') return z.boolean().meta({ title: key });
  if (example === null) return z.null();
  return isList(example) ? listLike(example, key) : objectLike([example], key);
}

function isList(example: Example): example is readonly Example[] {
  return Array.isArray(example);
}

function numberLike(key: string): z.ZodType {
  const least = key.endsWith('Celsius') ? absoluteZero : 0;
  const number = key.endsWith('Minutes') ? z.int() : z.number();
  return number.min(least).max(most).meta({ title: key });
}

function textLike(example: string, key: string): z.ZodType {
  const choice = choices[key];
  if (choice !== undefined) return z.enum(choice).meta({ title: key });
  if (/^\d\d:\d\d$/.test(example)) return clockTime(key);
  const form = forms[key];
  return form === undefined ? line(key, 300) : z.string().max(40).regex(form.is, form.says).meta({ title: key });
}

function listLike(examples: readonly Example[], key: string): z.ZodType {
  const objects = examples.filter((each): each is { readonly [key: string]: Example } => isObject(each));
  const item = objects.length > 0 ? objectLike(objects, key) : schemaLike(examples[0] ?? null, key);
  return z.array(item).max(100).meta({ title: key });
}

function isObject(example: Example): boolean {
  return typeof example === 'object' && example !== null && !isList(example);
}

/** A key that some of the examples lack may be left out; one that is null in some may be null. */
function objectLike(examples: readonly { readonly [key: string]: Example }[], key: string): z.ZodType {
  const keys = [...new Set(examples.flatMap((each) => Object.keys(each)))];
  const fields = keys.map((name) => [name, fieldLike(examples, name, key)] as const);
  return z.strictObject(Object.fromEntries(fields)).meta({ title: key });
}

function fieldLike(examples: readonly { readonly [key: string]: Example }[], name: string, of: string): z.ZodType {
  const found = examples.flatMap((each) => (Object.hasOwn(each, name) ? [each[name] ?? null] : []));
  const given = found.find((each) => each !== null) ?? null;
  const objects = found.filter((each): each is { readonly [key: string]: Example } => isObject(each));
  const title = name === 'value' ? of : name;
  const field = objects.length > 1 ? objectLike(objects, title) : schemaLike(given, title);
  const nullable = found.includes(null) && given !== null ? field.nullable() : field;
  return found.length === examples.length ? nullable : nullable.optional();
}

interface Crossed {
  readonly code: string;
  readonly sentence: string;
  readonly path: readonly (string | number)[];
}

/** Figures of one object that contradict each other, wherever it stands: the one that must not be above the other first. */
const inOrder = [
  ['targetMinutes', 'limitMinutes', 'limit-below-target'],
  ['minCelsius', 'maxCelsius', 'warmest-below-coldest'],
] as const;

function crossed(value: unknown, path: readonly (string | number)[]): readonly Crossed[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  const below = entries.flatMap(([key, each]) => crossed(each, [...path, Array.isArray(value) ? Number(key) : key]));
  return [...inOrder.flatMap((pair) => outOfOrder(value as Readonly<Record<string, unknown>>, pair, path)), ...below];
}

function outOfOrder(
  value: Readonly<Record<string, unknown>>,
  [lower, upper, code]: (typeof inOrder)[number],
  path: readonly (string | number)[],
): readonly Crossed[] {
  const [least, greatest] = [value[lower], value[upper]];
  if (typeof least !== 'number' || typeof greatest !== 'number' || least <= greatest) return [];
  return [{ code, sentence: `${upper} is ${greatest}, below ${lower}, which is ${least}.`, path: [...path, upper] }];
}
