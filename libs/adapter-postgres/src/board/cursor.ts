import { err, ok, uuidForm, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';

/** A place in a sorted list: the sort values of the last row seen. */
export type Place = readonly (string | number)[];

/** The place as one opaque word. */
export function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** The place that a cursor names: as many parts as expected, each of the form expected. Null from the start. */
export function placeOf(cursor: string | null, forms: readonly RegExp[]): Result<Place | null, Refusal> {
  if (cursor === null) return ok(null);
  const place = parsed(cursor);
  const fits = place?.length === forms.length && forms.every((form, index) => form.test(String(place[index])));
  return fits
    ? ok(place)
    : err({
        code: 'cursor-unknown',
        sentence: 'This is no cursor of this list. Begin at its first page, or use `next` of the page before.',
      });
}

function parsed(cursor: string): Place | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number')
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

export const forms = {
  number: /^-?\d{1,9}$/,
  digits: /^\d{1,18}$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  instantOrNever: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|infinity)$/,
  uuid: uuidForm,
} as const;
