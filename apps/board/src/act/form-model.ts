/** A form as it follows from the JSON Schema of a command's body. */
export type Field = FieldBase & FieldKind;

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  /** Left empty it is sent as null. */
  readonly nullable: boolean;
  /** Asked for only where the field beside it has this value. */
  readonly when?: { readonly name: string; readonly is: unknown };
  /** Of an item in a list: says which thing the item is about. */
  readonly names?: boolean;
}

type FieldKind =
  | { readonly kind: 'text'; readonly long: boolean; readonly example?: string }
  /** An IANA time zone. */
  | { readonly kind: 'zone' }
  | {
      readonly kind: 'number';
      readonly whole: boolean;
      readonly unit: string;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'date' }
  /** A version of the site's policy. */
  | { readonly kind: 'policy' }
  /** An organisation of the register. */
  | { readonly kind: 'organisation' }
  /** A person, of the pool of couriers or not. */
  | { readonly kind: 'courier'; readonly fields: readonly Field[] }
  | { readonly kind: 'time' }
  | { readonly kind: 'airport' }
  | { readonly kind: 'flight' }
  | { readonly kind: 'list'; readonly item: Field; readonly min: number; readonly max: number }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  /** A composite that may be left out as a whole. */
  | { readonly kind: 'maybe'; readonly inner: Field }
  | { readonly kind: 'fixed'; readonly value: unknown }
  /** A shape that has no field of its own: entered as JSON. */
  | { readonly kind: 'raw' };

export interface Option {
  readonly value: unknown;
  readonly label: string;
}

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const schemas = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** The form for a body of that schema: its properties in their order. */
export function formOf(schema: Schema): readonly Field[] {
  const field = fieldOf('', schema, { root: schema, required: true });
  return field.kind === 'group' ? field.fields : [];
}

interface Around {
  readonly root: Schema;
  readonly required: boolean;
}

function fieldOf(name: string, given: Schema, around: Around): Field {
  const { schema, nullable } = withoutNull(resolved(given, around.root), around.root);
  const base = {
    name,
    label: textOf('title', given, schema) || humanised(name),
    hint: selfEvident.has(text(schema['x-kind'])) ? '' : textOf('description', given, schema),
    required: around.required && !nullable && given['default'] === undefined,
    nullable,
    ...marksOf(given),
  };
  const kind = kindOf(schema, around.root);
  const composite = kind.kind === 'group' || kind.kind === 'flight' || kind.kind === 'courier';
  if (!composite || (around.required && !nullable)) return { ...base, ...kind };
  return { ...base, kind: 'maybe', inner: { ...base, required: true, nullable: false, ...kind } };
}

function marksOf(schema: Schema): Pick<FieldBase, 'when' | 'names'> {
  const [when] = Object.entries(isSchema(schema['x-when']) ? schema['x-when'] : {});
  return {
    ...(when === undefined ? {} : { when: { name: when[0], is: when[1] } }),
    ...(schema['x-names'] === true ? { names: true } : {}),
  };
}

/** Kinds whose fields show by themselves how they are filled in; what the schema says of their wire form is not for a reader. */
const selfEvident = new Set(['zoned-time', 'flight', 'airport', 'date', 'clock', 'zone']);

/** What the place says of itself goes before what its shape says. */
const textOf = (key: string, given: Schema, schema: Schema) => text(given[key]) || text(schema[key]);

function resolved(schema: Schema, root: Schema): Schema {
  const ref = /^#\/(?:\$defs|definitions)\/(.+)$/.exec(text(schema['$ref']));
  const defs = root['$defs'] ?? root['definitions'];
  const found = ref === null || !isSchema(defs) ? undefined : defs[ref[1] ?? ''];
  return isSchema(found) ? { ...found, ...schema, $ref: undefined } : schema;
}

function withoutNull(schema: Schema, root: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  const types = schema['type'];
  if (Array.isArray(types)) {
    const others = types.filter((type) => type !== 'null');
    return {
      schema: { ...schema, type: others.length === 1 ? others[0] : others },
      nullable: others.length < types.length,
    };
  }
  const branches = schemas(schema['anyOf'] ?? schema['oneOf']);
  const others = branches.filter((branch) => branch['type'] !== 'null');
  const [only] = others;
  if (others.length === 1 && only !== undefined) {
    const { anyOf: _any, oneOf: _one, ...rest } = schema;
    return { schema: { ...resolved(only, root), ...rest }, nullable: branches.length > 1 };
  }
  return { schema, nullable: others.length < branches.length };
}

const byMark: Readonly<Record<string, FieldKind>> = {
  'zoned-time': { kind: 'time' },
  flight: { kind: 'flight' },
  airport: { kind: 'airport' },
  date: { kind: 'date' },
  clock: { kind: 'text', long: false, example: '08:00' },
  zone: { kind: 'zone' },
  'long-text': { kind: 'text', long: true },
  policy: { kind: 'policy' },
  organisation: { kind: 'organisation' },
};

function kindOf(schema: Schema, root: Schema): FieldKind {
  const marked = byMark[text(schema['x-kind'])];
  if (marked !== undefined) return marked;
  if ('const' in schema) return { kind: 'fixed', value: schema['const'] };
  const options = optionsOf(schema);
  if (options.length > 0) return { kind: 'choice', options };
  return byType(schema, root);
}

function optionsOf(schema: Schema): readonly Option[] {
  const values = Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]) : [];
  const words = isSchema(schema['x-words']) ? schema['x-words'] : {};
  if (values.length > 0)
    return values.map((value) => ({ value, label: text(words[String(value)]) || optionLabel(value) }));
  const branches = schemas(schema['anyOf'] ?? schema['oneOf']).filter((branch) => branch['type'] !== 'null');
  if (branches.length === 0 || !branches.every((branch) => 'const' in branch)) return [];
  return branches.map((branch) => ({
    value: branch['const'],
    label: text(branch['title']) || optionLabel(branch['const']),
  }));
}

function byType(schema: Schema, root: Schema): FieldKind {
  switch (schema['type']) {
    case 'string':
      return schema['format'] === 'date'
        ? { kind: 'date' }
        : { kind: 'text', long: count(schema['maxLength'], 0) > 300 };
    case 'number':
    case 'integer':
      return numberOf(schema);
    case 'boolean':
      return { kind: 'yes-no' };
    case 'array':
      return listOf(schema, root);
    case 'object':
      return groupOf(schema, root);
    default:
      return { kind: 'raw' };
  }
}

/** JSON Schema made by zod names the largest safe integers as bounds; those say nothing to a reader. */
function numberOf(schema: Schema): FieldKind {
  const bound = (key: string) => {
    const value = schema[key];
    return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;
  };
  const [min, max] = [bound('minimum'), bound('maximum')];
  return {
    ...{ kind: 'number', whole: schema['type'] === 'integer', unit: text(schema['x-unit']) },
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

function listOf(schema: Schema, root: Schema): FieldKind {
  const items = schema['items'];
  if (!isSchema(items)) return { kind: 'raw' };
  const item = fieldOf('', items, { root, required: true });
  return { kind: 'list', item, min: count(schema['minItems'], 0), max: count(schema['maxItems'], 50) };
}

function groupOf(schema: Schema, root: Schema): FieldKind {
  const properties = schema['properties'];
  if (!isSchema(properties)) return { kind: 'raw' };
  // A zoned time is known by its parts too, so that a schema without the mark still asks for it in one field.
  if ('local' in properties && 'zone' in properties) return { kind: 'time' };
  if ('departsLocal' in properties && 'arrivesLocal' in properties) return { kind: 'flight' };
  const required = new Set(Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : []);
  const fields = Object.entries(properties).flatMap(([name, one]) =>
    isSchema(one) ? [fieldOf(name, one, { root, required: required.has(name) })] : [],
  );
  return { kind: schema['x-kind'] === 'courier' ? 'courier' : 'group', fields };
}

/** Codes such as HPC-A stand as they are; only words in kebab-case are read out. */
const optionLabel = (value: unknown) =>
  /^[a-z][a-z-]*$/.test(String(value)) ? humanised(String(value)) : String(value);

/** "collect-again" and "countedAt" as a reader has them: "Collect again", "Counted at". */
export function humanised(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
