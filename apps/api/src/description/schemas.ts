import { z } from 'zod';
import { answers, bodies } from '../routes/components.js';

type Json = Readonly<Record<string, unknown>>;

/** The schemas of everything answered, by name; where one holds another that has a name, it refers to it. */
export function answerSchemas(): Json {
  return named(answers, 'output');
}

/** The schemas of bodies that are no commands. */
export function bodySchemas(): Json {
  return named(bodies, 'input');
}

function named(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  Object.entries(schemas).forEach(([id, schema]) => registry.add(schema, { id }));
  const made = z.toJSONSchema(registry, { io, unrepresentable: 'any', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _dialect, $id: _id, ...rest }]) => [id, rest]),
  );
}
