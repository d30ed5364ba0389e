import { readFileSync } from 'node:fs';

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
}

/** An operation of the API's description. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The schema of its body; null: it takes none. */
  readonly body: Json | null;
}

const document = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};

/** Every operation there is. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, said]) => ({
    ...{ id: String(said['operationId']), method, path },
    parameters: (said['parameters'] ?? []) as readonly Parameter[],
    body: bodyIn(said),
  })),
);

function bodyIn({ requestBody }: Json): Json | null {
  const content = (requestBody as { content?: Json } | undefined)?.content;
  return ((content?.['application/json'] as Json | undefined)?.['schema'] as Json | undefined) ?? null;
}

/** Names of the commands that people issue. */
export const commands: readonly string[] = operations
  .filter(({ id }) => id === 'issueCommand')
  .flatMap(({ parameters }) => parameters.filter(({ name }) => name === 'name'))
  .flatMap((parameter) => (parameter as unknown as { schema: { enum: readonly string[] } }).schema.enum);

/** Something that fits the schema, as little of it as it asks for. What has its own value by name is given that. */
export function filled(schema: Json, own: Json, name = ''): unknown {
  if (name in own) return own[name];
  if (typeof schema['$ref'] === 'string') return filled(named(schema['$ref']), own, name);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const [branch] = (schema['anyOf'] ?? []) as readonly Json[];
  return branch === undefined ? plain(schema, own) : filled(branch, own);
}

/** The body of a command, likewise. */
export function filledCommand(command: string, own: Json): unknown {
  return filled(named(command), own);
}

function named(reference: string): Json {
  return document.components.schemas[reference.split('/').at(-1) ?? ''] ?? {};
}

function plain(schema: Json, own: Json): unknown {
  if (schema['type'] === 'object') return group(schema, own);
  if (schema['type'] === 'array') {
    const least = Number(schema['minItems'] ?? 0);
    return Array.from({ length: least }, () => filled(schema['items'] as Json, own));
  }
  if (schema['type'] === 'integer' || schema['type'] === 'number') return Number(schema['minimum'] ?? 1);
  if (schema['type'] === 'boolean') return false;
  if (schema['type'] === 'null') return null;
  return text(schema);
}

function group(schema: Json, own: Json): Json {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Json>>;
  const asked = (schema['required'] ?? []) as readonly string[];
  return Object.fromEntries(asked.map((name) => [name, filled(properties[name] ?? {}, own, name)]));
}

function text(schema: Json): string {
  if (schema['format'] === 'date') return '2024-08-20';
  const examples: readonly string[] = ['EXAMPLE', 'example-1', 'US', 'A'.repeat(43), '+1 555 010 0100'];
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern'], 'u') : /./;
  return examples.find((each) => pattern.test(each)) ?? 'EXAMPLE';
}
