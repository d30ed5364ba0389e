import { fieldsOf, isPersonCommand } from '../wire/catalogue.js';

type Json = Readonly<Record<string, unknown>>;

/** Words in a body, and where they stand there: the names of the fields, and of what a list holds the point that it is on. */
export interface Prose {
  readonly text: string;
  readonly place: string;
}

/** Every prose in a command's body, trimmed as it is read, in the order of its fields; of a correction, that of the body within as well. */
export function proseIn(name: string, body: unknown): readonly Prose[] {
  const found: Prose[] = [];
  withProse(name, body, (prose) => {
    found.push(prose);
    return prose.text;
  });
  return found;
}

type Instead = (prose: Prose) => string;

/** The body with something else in the place of each prose. What its schema would refuse stays as it is. */
export function withProse(name: string, body: unknown, instead: Instead): unknown {
  return replacedIn(name, { value: body, place: '' }, instead);
}

/** A value, and where it stands. */
interface Placed {
  readonly value: unknown;
  readonly place: string;
}

function replacedIn(name: string, body: Placed, instead: Instead): unknown {
  if (!isPersonCommand(name)) return body.value;
  const replaced = within([fieldsOf(name)], body, instead);
  if (name !== 'CorrectFact' || !isJson(replaced)) return replaced;
  const corrected = { value: replaced['body'], place: placeWithin(body.place, 'body') };
  return { ...replaced, body: replacedIn(String(replaced['command']), corrected, instead) };
}

/** Walks a value beside the schemas that it may have: a text that one of them calls long (`longText` in wire/fields.ts) is prose, whatever its name. */
function within(schemas: readonly Json[], { value, place }: Placed, instead: Instead): unknown {
  const all = schemas.flatMap((schema) => [schema, ...choicesOf(schema)]);
  if (typeof value === 'string') return all.some(isLong) ? instead({ text: value.trim(), place }) : value;
  if (Array.isArray(value)) {
    const items = all.flatMap((schema) => jsonIn(schema['items']));
    return value.map((each: unknown) =>
      within(items, { value: each, place: placeWithin(place, pointOf(each)) }, instead),
    );
  }
  if (!isJson(value)) return value;
  const properties = all.flatMap((schema) => jsonIn(schema['properties']));
  const fields = Object.entries(value).map(([field, each]) => [
    field,
    within(
      properties.flatMap((named) => jsonIn(named[field])),
      { value: each, place: placeWithin(place, field) },
      instead,
    ),
  ]);
  return Object.fromEntries(fields);
}

/** Every text of a value, by its place. */
export function textsByPlace(value: unknown, place = ''): readonly Prose[] {
  if (typeof value === 'string') return [{ text: value, place }];
  if (Array.isArray(value)) return value.flatMap((each) => textsByPlace(each, placeWithin(place, pointOf(each))));
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([field, each]) => textsByPlace(each, placeWithin(place, field)));
}

function placeWithin(place: string, name: string): string {
  return `${place}/${name}`;
}

/** By what the points of a checklist are told apart, as a body and the state have them. */
function pointOf(value: unknown): string {
  return isJson(value) && typeof value['item'] === 'string' ? value['item'] : '';
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
