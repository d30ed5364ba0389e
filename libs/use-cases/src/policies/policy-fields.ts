import { z } from 'zod';
import type { Policy } from '@cellrelay/shipment';
import { asRead, sourcing, withoutNull, type Schema } from './policy-field-words.js';
import type { Figure } from './policy-figure.js';
import { policySchema } from './policy-schema.js';

/** What of a figure can be changed field by field, and whether that is all of it. */
export interface FigureFields {
  /** JSON Schema of an object whose properties are named by JSON pointers into the policy. */
  readonly fields: Schema;
  /** Whether something of it is changed only by sending the policy whole: a list, a table by country, what a line is about. */
  readonly part: boolean;
}

/** A place in the policy with the schema of what may stand there. */
interface Place {
  readonly at: string;
  readonly schema: Schema;
  readonly value: unknown;
}

/** Of lines in lists: what of them is a value. The rest says what the line is about, and another of it is another line. */
const valuesOfLines: Readonly<Record<string, readonly string[]>> = {
  clocks: ['targetMinutes', 'limitMinutes'],
  registries: ['perKg'],
  countThresholds: ['perKg'],
  releaseFirstRules: ['releaseFirst', 'regularisationWorkingDays'],
  workingDayCalendars: [],
};

/** Fields for each figure of a policy, by the figure's key: values and where they come from, each with the bounds that the policy's own schema has for it. */
export function policyFields(policy: Policy, figures: readonly Figure[]): Readonly<Record<string, FigureFields>> {
  const root = { schema: z.toJSONSchema(policySchema, { io: 'input', unrepresentable: 'any' }), value: policy, at: '' };
  return Object.fromEntries(figures.map(({ key, at }) => [key, fieldsOf(placeAt(root, at))]));
}

function fieldsOf(place: Place): FigureFields {
  const below = within(place);
  const values = placesOfValues(place, below);
  const leaves = values.flatMap(leavesOf);
  const changed = leaves.filter(({ schema }) => isField(schema));
  const from = changed.length > 0 && 'mark' in below ? sourcing(place.at, below) : {};
  const properties = { ...Object.fromEntries(changed.map(({ at, schema }) => [at, asRead(at, schema)])), ...from };
  const fields = { type: 'object', properties, required: Object.keys(properties) };
  return { fields, part: changed.length === 0 || changed.length < leaves.length };
}

function placesOfValues({ at }: Place, below: Readonly<Record<string, Place>>): readonly Place[] {
  if (below['value'] !== undefined) return [below['value']];
  const named = valuesOfLines[at.split('/')[1] ?? ''] ?? [];
  return named.flatMap((name) => below[name] ?? []);
}

/** A value that is made of several is changed one by one; a list stays as it is. */
function leavesOf(place: Place): readonly Place[] {
  const below = Object.values(within(place));
  return below.length === 0 ? [place] : below.flatMap(leavesOf);
}

function within({ at, schema, value }: Place): Readonly<Record<string, Place>> {
  const known = Object.entries((withoutNull(schema)['properties'] ?? {}) as Readonly<Record<string, Schema>>);
  const of = value as Readonly<Record<string, unknown>> | null;
  return Object.fromEntries(
    known.map(([name, each]) => [name, { at: `${at}/${name}`, schema: each, value: of?.[name] }]),
  );
}

/** A number, a choice between several, yes or no, or a time of day; null may stand for none. */
function isField(schema: Schema): boolean {
  const { type, enum: choices, anyOf } = schema;
  if (Array.isArray(anyOf)) return (anyOf as readonly Schema[]).some(isField);
  if (schema['x-kind'] === 'clock' || type === 'boolean') return true;
  return Array.isArray(choices) ? choices.length > 1 : type === 'number' || type === 'integer';
}

function placeAt(root: Place, at: string): Place {
  return at
    .split('/')
    .slice(1)
    .reduce((place, name) => below(place, name), root);
}

function below(place: Place, name: string): Place {
  const named = within(place)[name];
  if (named !== undefined) return named;
  const { items } = withoutNull(place.schema) as { readonly items?: Schema };
  if (items === undefined) throw new Error(`a policy has nothing at ${place.at}/${name}`);
  return { at: `${place.at}/${name}`, schema: items, value: (place.value as readonly unknown[])[Number(name)] };
}
