import { fieldsOf, isPersonCommand } from '../wire/catalogue.js';

type Json = Readonly<Record<string, unknown>>;

/** Every prose in a command's body, trimmed as it is read, in the order of its fields; of a correction, that of the body within as well. */
export function proseIn(name: string, body: unknown): readonly string[] {
  const found: string[] = [];
  withProse(name, body, (text) => {
    found.push(text);
    return text;
  });
  return found;
}

/** The body with something else in the place of each prose. What its schema would refuse stays as it is. */
export function withProse(name: string, body: unknown, instead: (text: string) => string): unknown {
  if (!isPersonCommand(name)) return body;
  const replaced = within([fieldsOf(name)], body, instead);
  if (name !== 'CorrectFact' || !isJson(replaced)) return replaced;
  return { ...replaced, body: withProse(String(replaced['command']), replaced['body'], instead) };
}

/** Walks a value beside the schemas that it may have: a text that one of them calls long (`longText` in wire/fields.ts) is prose, whatever its name. */
function within(schemas: readonly Json[], value: unknown, instead: (text: string) => string): unknown {
  const all = schemas.flatMap((schema) => [schema, ...choicesOf(schema)]);
  if (typeof value === 'string') return all.some(isLong) ? instead(value.trim()) : value;
  if (Array.isArray(value)) {
    const items = all.flatMap((schema) => jsonIn(schema['items']));
    return value.map((each) => within(items, each, instead));
  }
  if (!isJson(value)) return value;
  const properties = all.flatMap((schema) => jsonIn(schema['properties']));
  const fields = Object.entries(value).map(([field, each]) => [
    field,
    within(
      properties.flatMap((named) => jsonIn(named[field])),
      each,
      instead,
    ),
  ]);
  return Object.fromEntries(fields);
}

function isLong(schema: Json): boolean {
  return schema['x-kind'] === 'long-text';
}

/** Of a field that may be left empty: as what it may be there. */
function choicesOf({ anyOf }: Json): readonly Json[] {
  return Array.isArray(anyOf) ? (anyOf as readonly unknown[]).filter(isJson) : [];
}

function jsonIn(value: unknown): readonly Json[] {
  return isJson(value) ? [value] : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
