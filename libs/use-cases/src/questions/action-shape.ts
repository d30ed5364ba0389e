/** How one form is asked for something otherwise than its command's schema has it, since more is known of where things stand. Fields by their path: `bags/cd34PerUl`. */
export interface Shape {
  /** What the schema lets be left out, and this form cannot do without. */
  readonly needs?: readonly string[];
  /** What makes no sense in this form. */
  readonly without?: readonly string[];
  /** Of a list with one item for each of several known things: the field that names the thing, and each thing by its key in words. */
  readonly named?: Readonly<Record<string, readonly Named[]>>;
}

/** A key with its words. */
export interface Named {
  readonly value: string;
  readonly label: string;
}

type Json = Readonly<Record<string, unknown>>;

/** The JSON Schema of a form, shaped. A path that the schema does not have is a mistake of ours and throws. */
export function shaped(schema: Json, { needs = [], without = [], named = {} }: Shape): Json {
  const short = without.reduce((made, path) => at(made, path, left), schema);
  const full = needs.reduce((made, path) => at(made, path, demanded), short);
  return Object.entries(named).reduce((made, [path, things]) => at(made, path, naming(things)), full);
}

type Change = (parent: Json, name: string) => Json;

function at(schema: Json, path: string, change: Change): Json {
  const made = changed(schema, path.split('/'), change);
  if (made === undefined) throw new Error(`the form has no field ${path}`);
  return made;
}

function changed(schema: Json, path: readonly string[], change: Change): Json | undefined {
  if (isJson(schema['items'])) {
    const items = changed(schema['items'], path, change);
    return items === undefined ? undefined : { ...schema, items };
  }
  const [name = '', ...rest] = path;
  const properties = isJson(schema['properties']) ? schema['properties'] : {};
  const field = properties[name];
  if (!isJson(field)) return undefined;
  if (rest.length === 0) return change(schema, name);
  const below = changed(field, rest, change);
  return below === undefined ? undefined : { ...schema, properties: { ...properties, [name]: below } };
}

const left: Change = (parent, name) => {
  const { [name]: _left, ...properties } = parent['properties'] as Json;
  return { ...parent, properties, required: namesIn(parent).filter((each) => each !== name) };
};

/** The field's own branch, without the null and the default that let it be left out, and without what is said of leaving it out. */
const demanded: Change = (parent, name) => {
  const properties = parent['properties'] as Readonly<Record<string, Json>>;
  const { anyOf, default: _default, description: _said, ...shown } = properties[name] ?? {};
  const own = Array.isArray(anyOf) ? (anyOf as readonly Json[]).find(({ type }) => type !== 'null') : undefined;
  return {
    ...parent,
    properties: { ...properties, [name]: { ...own, ...shown } },
    required: [...new Set([...namesIn(parent), name])],
  };
};

const naming =
  (things: readonly Named[]): Change =>
  (parent, name) => {
    const properties = parent['properties'] as Readonly<Record<string, Json>>;
    const anyOf = things.map(({ value, label }) => ({ const: value, title: label }));
    const field = { title: properties[name]?.['title'], 'x-names': true, anyOf };
    return { ...parent, properties: { ...properties, [name]: field } };
  };

function namesIn({ required }: Json): readonly string[] {
  return Array.isArray(required) ? (required as readonly string[]) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
