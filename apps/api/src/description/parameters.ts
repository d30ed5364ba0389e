import { z } from 'zod';
import type { RouteSpec } from '../routes/route-spec.js';

type Json = Readonly<Record<string, unknown>>;

/** The path's, query's and header's parameters of a route, as OpenAPI tells them. */
export function parametersOf(spec: RouteSpec): readonly Json[] {
  return [...fields(spec.params, 'path'), ...fields(spec.query, 'query'), ...headers(spec)];
}

function fields(schema: z.ZodObject | undefined, where: 'path' | 'query'): readonly Json[] {
  if (schema === undefined) return [];
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const properties = json.properties ?? {};
  return Object.entries(properties).map(([name, given]) => {
    const { description, ...form } = typeof given === 'object' ? given : {};
    const required = where === 'path' || (json.required ?? []).includes(name);
    return { name, in: where, required, ...(description === undefined ? {} : { description }), schema: form };
  });
}

function headers(spec: RouteSpec): readonly Json[] {
  return (spec.headers ?? []).map(({ name, required, says, example }) => ({
    name,
    in: 'header',
    required,
    description: says,
    schema: { type: 'string' },
    example,
  }));
}
