import type { LinkTask } from '../api/types.js';

type Fields = LinkTask['fields'];

const named = {
  type: 'object',
  title: 'You',
  properties: { person: { type: 'string', title: 'Your name' } },
  required: ['person'],
};

/** A task's fields, and who fills them in: whoever has a link is known by nothing else. */
export function withPerson(fields: Fields): Fields {
  const properties = (fields['properties'] ?? {}) as Fields;
  const required = (fields['required'] ?? []) as readonly string[];
  return { ...fields, properties: { ...properties, statedBy: named }, required: [...required, 'statedBy'] };
}
