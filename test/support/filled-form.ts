import { inZone, plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';

type Json = Readonly<Record<string, unknown>>;

/**
 * The body that a person sends who fills in no more than a form asks for: what stands in it already, the moment for every time, and for the rest
 * something of the right kind. What may be left out is.
 */
export function filledForm(schema: Json, known: unknown, now: Instant): unknown {
  if (schema['x-kind'] === 'zoned-time') return time(known, now);
  if (schema['x-kind'] === 'flight') return known ?? flight(now);
  const branches = list(schema['anyOf']).filter((each) => !('const' in each));
  if (branches.length > 0) return branch(branches, known, now);
  return composite(schema, known, now);
}

function composite(schema: Json, known: unknown, now: Instant): unknown {
  if (isJson(schema['properties'])) return group(schema, known, now);
  if (schema['type'] === 'array') return items(schema, known, now);
  return [undefined, null, ''].includes(known as string) ? plain(schema, now) : known;
}

function branch(branches: readonly Json[], known: unknown, now: Instant): unknown {
  const mayBeLeft = branches.some(({ type }) => type === 'null');
  const own = branches.find(({ type }) => type !== 'null');
  return own === undefined || (mayBeLeft && (known === null || known === undefined))
    ? null
    : filledForm(own, known, now);
}

function group(schema: Json, known: unknown, now: Instant): Json {
  const example = examples[String(schema['title'])];
  const [said, needed] = [
    isJson(known) ? known : isJson(example) ? example : {},
    new Set(schema['required'] as readonly string[] | undefined),
  ];
  const asked = Object.entries(schema['properties'] as Readonly<Record<string, Json>>).filter(
    ([name]) => needed.has(name) || said[name] !== undefined,
  );
  return Object.fromEntries(asked.map(([name, field]) => [name, filledForm(field, said[name], now)]));
}

function items(schema: Json, known: unknown, now: Instant): readonly unknown[] {
  const item = schema['items'] as Json;
  const said = Array.isArray(known) ? (known as readonly unknown[]) : [];
  const missing = Math.max(0, Number(schema['minItems'] ?? 0) - said.length);
  return [...said, ...Array.from({ length: missing })].map((each) => filledForm(item, each, now));
}

function time(known: unknown, now: Instant): unknown {
  const zone = isJson(known) && typeof known['zone'] === 'string' ? known['zone'] : 'UTC';
  if (isJson(known) && 'local' in known) return known;
  const local = inZone(now, zone as Zone);
  return { local: local.slice(0, 16), zone, offset: local.slice(-6) };
}

function flight(now: Instant): Json {
  const at = (minutes: number, zone: string) => inZone(plusMinutes(now, minutes), zone as Zone).slice(0, 16);
  const times = { departsLocal: at(3_000, 'Asia/Shanghai'), arrivesLocal: at(3_800, 'America/Chicago') };
  return { designator: 'UA 850', from: 'PEK', to: 'IAH', ...times };
}

/** By what the field is called where its words have a form of their own. */
const examples: Readonly<Record<string, unknown>> = {
  Telephone: '+86 10 5555 0100',
  Country: 'US',
  Airport: 'PEK',
  'Product code': 'S1128VA0',
  'DIN of this collection': 'Z9991 24 000412 00 P',
  'Time zone': 'Asia/Tokyo',
  Bags: 'Z999124000412/S1128V00',
  'Air waybill': '999-1234 5675',
  Backup: 'CBU-0777',
  'Confirmed by': { person: 'EXAMPLE S. Second', organisation: 'EXAMPLE Registry' },
};

function plain(schema: Json, now: Instant): unknown {
  const example = examples[String(schema['title'])];
  const [first] = [...list(schema['anyOf']).map((each) => each['const']), ...((schema['enum'] as unknown[]) ?? [])];
  if (example !== undefined || first !== undefined) return example ?? first;
  if (schema['type'] === 'boolean') return true;
  if (schema['format'] === 'date') return inZone(now, 'UTC' as Zone).slice(0, 10);
  const number = schema['type'] === 'number' || schema['type'] === 'integer';
  return number ? Math.max(Number(schema['minimum'] ?? 1), 1) : 'EXAMPLE';
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
