import type { Field } from '../act/form-model.js';
import { calendarText } from '../time/named-day.js';

/** A part of what was entered, as a reader has it. */
export interface EntryLine {
  readonly label: string;
  /** One text a row: of a list each item, of an address each line. */
  readonly texts: readonly string[];
}

/** What was entered, field by field; what was left empty is not among it. */
export function entryLines(fields: readonly Field[], known: unknown): readonly EntryLine[] {
  return fields.flatMap((field) => {
    const texts = textsOf(field, partOf(known, field.name));
    return texts.length === 0 ? [] : [{ label: field.label, texts }];
  });
}

function textsOf(field: Field, known: unknown): readonly string[] {
  if (known === null || known === undefined || known === '') return [];
  switch (field.kind) {
    case 'maybe':
      return textsOf({ ...field, ...field.inner }, known);
    case 'list':
      return Array.isArray(known) ? known.map((item) => oneText(field.item, item)) : [];
    case 'group':
      return field.fields.flatMap((each) => textsOf(each, partOf(known, each.name)));
    default:
      return [leafText(field, known)];
  }
}

/** An item of a list in one row. */
function oneText(field: Field, known: unknown): string {
  if (field.kind !== 'group') return leafText(field, known);
  const texts = field.fields.map((each) => textsOf(each, partOf(known, each.name)).join(' × '));
  return texts.filter((text) => text !== '').join(', ');
}

function leafText(field: Field, known: unknown): string {
  if (field.kind === 'date') return calendarText(String(known));
  const chosen = field.kind === 'choice' ? field.options.find(({ value }) => value === known)?.label : undefined;
  const unit = field.kind === 'number' && field.unit !== '' ? ` ${field.unit}` : '';
  return `${chosen ?? String(known)}${unit}`;
}

function partOf(known: unknown, name: string): unknown {
  return typeof known === 'object' && known !== null ? (known as Readonly<Record<string, unknown>>)[name] : undefined;
}
