/** As much of JSON Schema as the API's description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
}

export type Schemas = Readonly<Record<string, Schema>>;

/** The schema itself, whatever refers to it. */
function schemaIn(schemas: Schemas, { $ref, ...schema }: Schema): Schema {
  return $ref === undefined ? schema : schemaIn(schemas, schemas[$ref.split('/').at(-1) ?? ''] ?? {});
}

const texts: Readonly<Record<string, string>> = {
  date: '2026-12-01',
  'date-time': '2026-12-01T00:00:00Z',
  uuid: 'a0000000-0000-4000-8000-00000000feed',
};

/** A value that the schema takes, or nearly: what is required and no more. */
export function generated(schemas: Schemas, given: Schema): unknown {
  const schema = schemaIn(schemas, given);
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return generated(schemas, first);
  return known(schema) ?? made(schemas, schema);
}

function known({ const: only, enum: some, example, examples }: Schema): unknown {
  return [only, some?.[0], example, examples?.[0]].find((one) => one !== undefined);
}

function made(schemas: Schemas, schema: Schema): unknown {
  if (schema.properties !== undefined) return objectOf(schemas, schema);
  if (schema.items !== undefined)
    return Array.from({ length: schema.minItems ?? 0 }, () => generated(schemas, schema.items ?? {}));
  return plainOf([schema.type ?? 'string'].flat()[0] ?? '', schema);
}

function objectOf(schemas: Schemas, { properties = {}, required = [] }: Schema): object {
  return Object.fromEntries(required.map((name) => [name, generated(schemas, properties[name] ?? {})]));
}

function plainOf(type: string, { format = '', minimum }: Schema): unknown {
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  return type === 'null' ? null : (texts[format] ?? 'EXAMPLE some words');
}

/** The names of a body's own fields. */
export function fieldsOf(schemas: Schemas, given: Schema): readonly string[] {
  const schema = schemaIn(schemas, given);
  const many = [schema, ...(schema.anyOf ?? schema.oneOf ?? []).map((one) => schemaIn(schemas, one))];
  return [...new Set(many.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}
