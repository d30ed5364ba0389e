import type { Scenario, Step } from '../../apps/ops/src/replay/scenario/scenario.js';
import { keyFields } from '@cellrelay/shipment';
import { fieldsOf, isPersonCommand } from '@cellrelay/use-cases';

type Json = Readonly<Record<string, unknown>>;

/**
 * Texts that name what is known to everybody who stands in the shipment, or that the core knows things by: they are the same in both histories. By their path in a
 * command's body, lists left out.
 */
const openly: ReadonlySet<string> = new Set([
  'OpenShipment/reference',
  ...['donorRegistry', 'patientRegistry', 'collectionCentre', 'transplantCentre'].flatMap((party) => [
    `OpenShipment/parties/${party}/name`,
    `OpenShipment/parties/${party}/city`,
  ]),
  // A GRID or a product's number, which the core checks.
  ...['NameBackup', 'CallUponBackup', 'WithdrawBackup'].map((command) => `${command}/reference`),
  'DivertShipment/to/name',
  'DivertShipment/to/city',
]);

/** A field that somebody fills with words of their own: a line, or some sentences. */
export interface FreeField {
  readonly command: string;
  /** `wordOf/person`; lists left out. */
  readonly path: string;
  /** Some sentences, and no line. */
  readonly long: boolean;
}

/** Whether the JSON Schema is that of `line` or `longText` (wire/fields.ts): any text that is not empty, and nothing more. */
function isFree(schema: Json): boolean {
  return (
    schema['type'] === 'string' && Number(schema['minLength']) >= 1 && !('pattern' in schema) && !('enum' in schema)
  );
}

/** Every free field of a command's body, by its schema. */
export function freeFieldsOf(command: string): readonly FreeField[] {
  if (!isPersonCommand(command)) return [];
  return pathsIn(fieldsOf(command), []).map((field) => ({ command, ...field }));
}

function pathsIn(schema: Json, path: readonly string[]): readonly Omit<FreeField, 'command'>[] {
  const own = isFree(schema) ? [{ path: path.join('/'), long: schema['x-kind'] === 'long-text' }] : [];
  const branches = [...list(schema['anyOf']), ...(isJson(schema['items']) ? [schema['items']] : [])];
  const named = isJson(schema['properties']) ? Object.entries(schema['properties']) : [];
  return [
    ...own,
    ...branches.flatMap((each) => pathsIn(each, path)),
    ...named.flatMap(([name, each]) => (isJson(each) ? pathsIn(each, [...path, name]) : [])),
  ];
}

/** The scenario with everything that somebody says in words of their own said in others: alike texts stay alike. */
export function inOtherWords(scenario: Scenario, other: (text: string) => string): Scenario {
  return { ...scenario, steps: scenario.steps.map((step) => ({ ...step, body: saidOtherwise(step, other) })) };
}

function saidOtherwise(
  { command, body }: Pick<Step, 'command' | 'body'>,
  other: (text: string) => string,
): Step['body'] {
  const { statedBy, ...rest } = body;
  const said = otherIn(rest, { command, other, free: free(command) }, []) as Json;
  const within = command === 'CorrectFact' && isJson(rest['body']) ? correction(rest, other) : {};
  const by = isJson(statedBy) ? { statedBy: { ...statedBy, person: other(String(statedBy['person'])) } } : {};
  return { ...said, ...within, ...by };
}

function correction(rest: Json, other: (text: string) => string): Json {
  return { body: saidOtherwise({ command: String(rest['command']), body: rest['body'] as Step['body'] }, other) };
}

interface Saying {
  readonly command: string;
  readonly other: (text: string) => string;
  readonly free: ReadonlySet<string>;
}

function free(command: string): ReadonlySet<string> {
  const paths = freeFieldsOf(command).map(({ path }) => path);
  return new Set(
    paths.filter((path) => !openly.has(`${command}/${path}`) && !keyFields.has(path.split('/').at(-1) ?? '')),
  );
}

function otherIn(value: unknown, saying: Saying, path: readonly string[]): unknown {
  if (typeof value === 'string') return saying.free.has(path.join('/')) ? saying.other(value) : value;
  if (Array.isArray(value)) return value.map((each) => otherIn(each, saying, path));
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, otherIn(each, saying, [...path, name])]),
  );
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
