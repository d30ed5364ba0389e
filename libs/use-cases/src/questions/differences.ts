import { sameJson, type ZonedInstant } from '@cellrelay/kernel';
import { correctionOf, type RecordedEvent } from '@cellrelay/shipment';
import { fieldsOf } from '../wire/catalogue.js';
import type { PersonCommandName } from '../wire/command-wire.js';
import { titlesIn, unitIn } from '../wire/field-names.js';
import { shortTime } from './words.js';

type Path = readonly PropertyKey[];

/** One field that says another value than before. */
interface Difference {
  readonly path: Path;
  readonly was: unknown;
  readonly is: unknown;
}

/** Fields whose value is on the shipment's page only. */
const untold: ReadonlySet<PropertyKey> = new Set(['donorGrid']);

/**
 * What is said otherwise than before, field by field in the words of the form, with both values: "Reference: CR-26-0413 instead of CR-26-0412". Empty where the
 * two were not recorded by one command of people.
 */
export function differencesSaid(was: RecordedEvent, is: RecordedEvent): readonly string[] {
  const [before, after] = [correctionOf(was), correctionOf(is)];
  if ('not' in before || 'not' in after || before.command !== after.command) return [];
  const schema = fieldsOf(after.command as PersonCommandName);
  return differencesIn([], before.data, after.data).map((each) => differenceSaid(each, schema));
}

function differencesIn(path: Path, was: unknown, is: unknown): readonly Difference[] {
  if (sameJson(was, is)) return [];
  const fields = fieldsBelow(was, is);
  if (fields === undefined) return [{ path, was, is }];
  return fields.flatMap((name) => differencesIn([...path, name], valueOf(was, name), valueOf(is, name)));
}

/** What both have side by side; undefined for what is told whole: times, lists that have grown or shrunk. */
function fieldsBelow(was: unknown, is: unknown): Path | undefined {
  if (Array.isArray(was) && Array.isArray(is))
    return was.length === is.length ? was.map((_, index) => index) : undefined;
  if (!isFields(was) || !isFields(is) || isTime(is)) return undefined;
  return [...new Set([...Object.keys(was), ...Object.keys(is)])];
}

function differenceSaid({ path, was, is }: Difference, schema: Readonly<Record<string, unknown>>): string {
  const name = titlesIn(schema)(path).join(', ');
  if (path.some((part) => untold.has(part))) return `${name}: another than before`;
  const unit = unitIn(schema, path);
  return `${name}: ${valueSaid(is, unit)} instead of ${valueSaid(was, unit)}`;
}

function valueSaid(value: unknown, unit = ''): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'number') return unit === '' ? String(value) : `${value} ${unit}`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return wordsOf(value);
  return Array.isArray(value) ? listSaid(value) : fieldsSaid(value);
}

function listSaid(items: readonly unknown[]): string {
  return items.length === 0 ? 'none' : items.map((each) => valueSaid(each)).join(', ');
}

/** Choices are words with hyphens between; what people write is not. */
function wordsOf(text: string): string {
  return /^[a-z]+(-[a-z0-9]+)+$/.test(text) ? text.replaceAll('-', ' ') : text;
}

function fieldsSaid(value: object): string {
  if (isTime(value)) return shortTime(value.at, value.zone);
  return Object.values(value)
    .filter((each) => each !== null)
    .map((each) => valueSaid(each))
    .join(' ');
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: object): value is ZonedInstant {
  return 'at' in value && 'zone' in value;
}

const valueOf = (fields: unknown, name: PropertyKey): unknown =>
  (fields as Readonly<Record<PropertyKey, unknown>>)[name];
