import { refuse, type Fault, type SaidRefusal } from '@cellrelay/platform';
import type { Refusal } from '@cellrelay/shipment';
import type { z } from 'zod';
import { escaped } from './json-pointer.js';

type Issue = z.core.$ZodIssue;

const mostFaults = 20;

/** What the schema makes of the text of a query, or a refusal that names each faulty parameter and those there are. */
export function readQuery<T extends z.ZodObject>(schema: T, query: unknown): z.infer<T> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const errors = faultsOf(parsed.error, query);
  return refuse({
    code: 'query-faulty',
    sentence: `The query is faulty: ${sentenceOf(errors)}`,
    errors,
    allowed: Object.keys(schema.shape),
  });
}

/** The body as its schema reads it, or a refusal that names every fault with its place. For bodies that are no commands. */
export function readBody<T extends z.ZodObject>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = faultsOf(parsed.error, body);
  return refuse({
    code: 'body-faulty',
    sentence: `The body is faulty: ${sentenceOf(errors)}`,
    at: errors[0]?.at ?? '',
    errors,
  });
}

/** One refusal out of those that a command's body met: a single one keeps its code, several become a list with their places. */
export function bodyRefusal(refusals: readonly [Refusal, ...Refusal[]]): SaidRefusal {
  const [first, ...more] = refusals;
  if (more.length === 0) return first;
  const errors = refusals.slice(0, mostFaults).map(({ at = '', code, sentence, allowed }) => ({
    at,
    code,
    detail: sentence,
    ...(allowed === undefined ? {} : { allowed }),
  }));
  return {
    code: 'body-faulty',
    sentence: `The body has ${refusals.length} faults. ${first.sentence}`,
    at: first.at ?? '',
    errors,
  };
}

function sentenceOf(errors: readonly Fault[]): string {
  const shown = errors.slice(0, 3).map((fault) => `${fault.at === '' ? 'it' : fault.at.slice(1)} ${fault.detail}`);
  const more = errors.length > 3 ? `; and ${errors.length - 3} more` : '';
  return `${shown.join('; ')}${more}.`;
}

/** Every fault of a schema's verdict, with JSON pointers, in plain words. */
export function faultsOf(error: z.ZodError, given: unknown): readonly Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, given)).slice(0, mostFaults);
}

function faultsOfIssue(issue: Issue, given: unknown): readonly Fault[] {
  const at = pointer(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ at: `${at}/${escaped(key)}`, detail: 'is not known here' }));
  const allowed = issue.code === 'invalid_value' ? { allowed: issue.values.map(String) } : {};
  const otherwise = issue.code === 'invalid_value' ? 'is not one of those allowed' : plain(issue);
  return [{ at, detail: missingOr(issue.path, given, otherwise), ...allowed }];
}

function missingOr(path: readonly PropertyKey[], given: unknown, otherwise: string): string {
  const found = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    given,
  );
  return found === undefined ? 'is missing' : otherwise;
}

function plain(issue: Issue): string {
  return issue.message
    .replace(/^(Invalid input: |Invalid string: )/, '')
    .replace(/^Too small: expected (\w+) to have >=(\d+) \w+$/, 'must have at least $2 characters')
    .replace(/^Too big: expected (\w+) to have <=(\d+) \w+$/, 'must have at most $2 characters')
    .replace(/^must match pattern .*$/, 'is not of the form that is expected')
    .replace(/^expected/, 'must be');
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${escaped(String(key))}`).join('');
}
