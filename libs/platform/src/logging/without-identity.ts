import { masked } from './masked.js';

/** What is known of one happening, by name. Ids and figures; never who a person is. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Names of fields that may hold a secret or tell who a donor, a recipient or an author is. Leaving out too much is the lesser harm. */
const telling =
  /pass(word)?$|token|cookie|secret|authorization|grid|donor|recipient|person|weight|birth|email|telephone|body|prefill/i;
const deepest = 4;

/** The fields fit for a log: errors reduced to name, message and stack; what could identify or unlock is left out. */
export function withoutIdentity(fields: LogFields): LogFields {
  return cleaned(fields, 0) as LogFields;
}

function cleaned(value: unknown, depth: number): unknown {
  if (value instanceof Error) return errorFields(value);
  if (typeof value === 'string') return masked(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? value.toString() : value;
  if (depth >= deepest) return '[deeper]';
  if (Array.isArray(value)) return value.map((each) => cleaned(each, depth + 1));
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    telling.test(name) ? '[left out]' : cleaned(each, depth + 1),
  ]);
  return Object.fromEntries(entries);
}

/** A driver's error also carries the statement's parameters and the row at fault; those stay out. */
function errorFields(error: Error): LogFields {
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name: error.name, message: masked(error.message), ...code, stack: masked(error.stack ?? '') };
}
