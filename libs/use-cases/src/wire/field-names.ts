import { nameInWords } from '@cellrelay/shipment';

/** A JSON Schema, as far as it is walked here. */
type Json = Readonly<Record<string, unknown>>;

/** How a sentence calls the field at that path. */
export type NameOf = (path: readonly PropertyKey[]) => string;

/** Names fields by their titles in that schema, with the list and the place in it: "Weight (Recipients 2)". Else by their path, in words: "Customs lead days". */
export function namesIn(schema: Json): NameOf {
  return (path) => {
    if (path.length === 0) return 'The body';
    const title = titleOfField(walked(schema, path).at(-1));
    return title === undefined ? pathInWords(path) : `${title}${placeOf(schema, path)}`;
  };
}

/** The titles on the way to the field at that path, each list with the place in it: ["Recipients 2", "Weight"]. */
export function titlesIn(schema: Json): (path: readonly PropertyKey[]) => readonly string[] {
  return (path) => {
    const way = walked(schema, path);
    return path.flatMap((part, index) => {
      if (typeof part === 'number') return [];
      const next = path[index + 1];
      const title = titleOfField(way[index + 1]) ?? String(part);
      return [typeof next === 'number' ? `${title} ${next + 1}` : title];
    });
  };
}

/** The unit of the field at that path; empty where it has none that can be said behind a number. */
export function unitIn(schema: Json, path: readonly PropertyKey[]): string {
  const field = walked(schema, path).at(-1);
  const unit =
    field === undefined
      ? undefined
      : formsOf(field)
          .map((form) => form['x-unit'])
          .find(Boolean);
  return typeof unit === 'string' && !unit.startsWith('by ') && !unit.startsWith('(') ? unit : '';
}

/** The names on the way, each list with the place in it: "Clocks 1, limit minutes". */
function pathInWords(path: readonly PropertyKey[]): string {
  const said = path.filter((part) => typeof part === 'number' || !silent.has(String(part)));
  const names = said.flatMap((part, index) => {
    if (typeof part === 'number') return [];
    const next = said[index + 1];
    return [`${nameInWords(String(part))}${typeof next === 'number' ? ` ${next + 1}` : ''}`];
  });
  const words = names.length > 0 ? names.join(', ') : 'the value';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What holds a setting, or all of them, says nothing of which one it is. */
const silent: ReadonlySet<string> = new Set(['policy', 'value']);

/** Where in a list the field stands; empty outside of lists. The innermost list only. */
function placeOf(schema: Json, path: readonly PropertyKey[]): string {
  const index = path.findLastIndex((part) => typeof part === 'number');
  const list = titleOfField(walked(schema, path.slice(0, index)).at(-1));
  return index < 1 || list === undefined ? '' : ` (${list} ${Number(path[index]) + 1})`;
}

/** The schemas on the way, one for each step of the path; undefined where it leaves what is known. */
function walked(schema: Json, path: readonly PropertyKey[]): readonly (Json | undefined)[] {
  const way: (Json | undefined)[] = [schema];
  for (const part of path) way.push(below(way.at(-1), part));
  return way;
}

function below(schema: Json | undefined, part: PropertyKey): Json | undefined {
  if (schema === undefined) return undefined;
  const found = formsOf(schema).map(({ items, properties }) =>
    typeof part === 'number' ? items : member(properties, part),
  );
  return found.find(isSchema);
}

/** A field that may be left empty is one of two forms. */
function formsOf(schema: Json): readonly Json[] {
  return [schema, ...(Array.isArray(schema.anyOf) ? (schema.anyOf as readonly Json[]) : [])];
}

function member(properties: unknown, name: PropertyKey): unknown {
  return isSchema(properties) && Object.hasOwn(properties, name) ? properties[String(name)] : undefined;
}

function isSchema(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function titleOfField(schema: Json | undefined): string | undefined {
  return typeof schema?.title === 'string' ? schema.title : undefined;
}
