import type { Field } from './form-model.js';

/** What stands in a form: everything as it was typed. */
export type Draft = string | readonly Draft[] | { readonly [name: string]: Draft };

export type DraftGroup = { readonly [name: string]: Draft };

/** The wire form of a flight, with both times in their airports' clocks. */
const flightParts = [
  'designator',
  'from',
  'to',
  'departsLocal',
  'departsOffset',
  'arrivesLocal',
  'arrivesOffset',
] as const;

/** A value as an object of parts; none where it is no such object. */
export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const typed = (value: unknown): string =>
  typeof value === 'string'
    ? value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/, '$1 $2')
    : typeof value === 'number'
      ? String(value)
      : '';

/** The text in a draft, or nothing where it is no text. */
export const textIn = (draft: Draft | undefined): string => (typeof draft === 'string' ? draft : '');
/** The parts of a draft, or none. */
export const partsIn = (draft: Draft | undefined): DraftGroup =>
  typeof draft === 'object' && !Array.isArray(draft) ? (draft as DraftGroup) : {};
/** The items of a draft, or none. */
export const itemsIn = (draft: Draft | undefined): readonly Draft[] =>
  Array.isArray(draft) ? (draft as readonly Draft[]) : [];

/** What is still empty of a field, or what is known of it already. `zone` is the clock that a time is asked in unless it says another. */
export function draftOf(field: Field, known: unknown, zone: string): Draft {
  switch (field.kind) {
    case 'group':
    case 'courier':
      return groupDraft(field.fields, known, zone);
    case 'list':
      return listDraft(field, known, zone);
    case 'maybe':
      return { on: known == null ? '' : 'yes', value: draftOf(field.inner, known, zone) };
    case 'time':
      return timeDraft(known, zone);
    case 'flight':
      return Object.fromEntries(flightParts.map((part) => [part, flightPart(record(known)[part])]));
    default:
      return leafDraft(field, known);
  }
}

function leafDraft(field: Field, known: unknown): string {
  switch (field.kind) {
    case 'choice':
      return choiceDraft(field.options, known);
    case 'yes-no':
      return typeof known === 'boolean' ? (known ? 'yes' : 'no') : '';
    case 'raw':
      return known === undefined ? '' : JSON.stringify(known);
    case 'text':
      return plainText(known);
    default:
      return typed(known);
  }
}

/** The draft of some fields side by side. */
export function groupDraft(fields: readonly Field[], known: unknown, zone: string): DraftGroup {
  return Object.fromEntries(fields.map((field) => [field.name, draftOf(field, record(known)[field.name], zone)]));
}

function listDraft(field: Field & { kind: 'list' }, known: unknown, zone: string): readonly Draft[] {
  const items = Array.isArray(known) ? (known as unknown[]) : [];
  const missing = Math.max(0, least(field) - items.length);
  return [...items, ...Array.from({ length: missing }, () => undefined)].map((item) => draftOf(field.item, item, zone));
}

/** A list of plain values begins with a place for the first: what is typed there counts, and left empty it is none. */
function least({ item, min, max }: Field & { kind: 'list' }): number {
  return isPlain(item) ? Math.max(min, Math.min(1, max)) : min;
}

/** Whether a field is one input. */
export function isPlain({ kind }: Field): boolean {
  return ['text', 'date', 'number', 'zone', 'airport'].includes(kind);
}

function timeDraft(known: unknown, zone: string): DraftGroup {
  const { local, zone: said, offset } = record(known);
  return {
    typed: typed(local),
    zone: typeof said === 'string' ? said : zone,
    offset: typeof offset === 'string' ? offset : '',
  };
}

const plainText = (value: unknown): string =>
  typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);
/** An airport may be known by its code or in full. */
const flightPart = (value: unknown): string => typed(record(value)['iata'] ?? value);

function choiceDraft(options: readonly { value: unknown }[], known: unknown): string {
  // One choice is no choice: it is taken.
  const index = options.length === 1 ? 0 : options.findIndex((option) => option.value === known);
  return index < 0 ? '' : String(index);
}
