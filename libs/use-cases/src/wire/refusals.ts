import type { z } from 'zod';
import type { Refusal } from '@cellrelay/shipment';
import { shapeFaults, zonesAllowed } from './faults.js';
import type { NameOf } from './field-names.js';

type Issue = z.core.$ZodIssue;

/** Every fault that the parser found, each with the field to blame, called by its title, and what is allowed there. */
export function refusalsOf(issues: readonly Issue[], nameOf: NameOf): readonly Refusal[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownFields(issue) : [refusalOf(issue, nameOf)],
  );
}

/** The path as a JSON pointer (RFC 6901); empty for the body itself. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function unknownFields({ keys, path }: Extract<Issue, { code: 'unrecognized_keys' }>): readonly Refusal[] {
  return keys.map((key) => {
    const at = pointerOf([...path, key]).slice(0, 200);
    return { code: 'unknown-field', sentence: `There is no field ${at} here; nothing is ignored silently.`, at };
  });
}

function refusalOf(issue: Issue, nameOf: NameOf): Refusal {
  return { ...wordingOf(issue, nameOf(issue.path)), at: pointerOf(issue.path) };
}

type Wording = Pick<Refusal, 'code' | 'sentence' | 'allowed'>;

function wordingOf(issue: Issue, name: string): Wording {
  switch (issue.code) {
    case 'custom':
      return customWording(issue);
    case 'invalid_type':
      return typeWording(issue, name);
    case 'too_small':
      return tooLittle(issue, name);
    case 'too_big':
      return tooMuch(issue, name);
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      return { code: 'not-one-of', sentence: `${name} must be one of ${allowed.join(', ')}.`, allowed };
    }
    case 'invalid_union':
    case 'invalid_format':
      return malformed(issue, name);
    default:
      return { code: 'malformed', sentence: `${name} is not of the expected form.` };
  }
}

/** A form that a field describes itself stands in its message, or is asked for there in a sentence; a pattern is no word for people. */
function malformed({ message }: Pick<Issue, 'message'>, name: string): Wording {
  if (/^Write .+\.$/.test(message)) return { code: 'malformed', sentence: message };
  const [, form] = /^as (.+)$/.exec(message) ?? [];
  if (form === undefined) return { code: 'malformed', sentence: `${name} is not of the expected form.` };
  return { code: 'malformed', sentence: `${name} must be written as ${form}.`, allowed: [form] };
}

function customWording({ message, params }: Extract<Issue, { code: 'custom' }>): Wording {
  const { code, allowed } = params as { code: string; allowed?: readonly string[] };
  return { code, sentence: message, ...(allowed === undefined ? {} : { allowed }) };
}

function typeWording(
  { expected, message, input, path }: Extract<Issue, { code: 'invalid_type' }>,
  name: string,
): Wording {
  const [known] = Object.entries(shapeFaults).find(([, sentence]) => sentence === message) ?? [];
  if (known !== undefined) return { code: known, sentence: message, allowed: zonesAllowed };
  if (input === undefined) {
    const allowed = path.at(-1) === 'zone' ? { allowed: zonesAllowed } : {};
    return { code: 'field-missing', sentence: `${name} is missing.`, ...allowed };
  }
  return { code: 'wrong-type', sentence: `${name} must be ${typeNames[expected] ?? expected}.` };
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

function tooLittle({ origin, minimum }: Extract<Issue, { code: 'too_small' }>, name: string): Wording {
  if (origin === 'string') return { code: 'text-missing', sentence: `${name} is empty.` };
  if (origin === 'array')
    return { code: 'too-few', sentence: `${name} must have at least ${minimum}.`, allowed: [`at least ${minimum}`] };
  return { code: 'out-of-range', sentence: `${name} must be at least ${minimum}.`, allowed: [`at least ${minimum}`] };
}

function tooMuch({ origin, maximum }: Extract<Issue, { code: 'too_big' }>, name: string): Wording {
  const allowed = [`at most ${maximum}`];
  if (origin === 'string')
    return { code: 'text-too-long', sentence: `${name} must have at most ${maximum} characters.`, allowed };
  if (origin === 'array') return { code: 'too-many', sentence: `${name} must have at most ${maximum}.`, allowed };
  return { code: 'out-of-range', sentence: `${name} must be at most ${maximum}.`, allowed };
}
