import type { Field } from '../act/form-model.js';
import type { Identity, Subject } from '../api/types.js';
import { whenText } from '../time/zone.js';

/** How somebody is called on a shipment's page. */
export function subjectName(subject: string): string {
  return subject === 'donor' ? 'Donor' : `Recipient ${subject}`;
}

/** A clock to tell moments by. */
export interface Clock {
  readonly zone: string;
  readonly now: number;
}

/** How it stands with somebody's record. */
export function standingWords({ revision, holder, recordedAt, erasedAt }: Subject, { zone, now }: Clock): string {
  if (erasedAt !== null) return `Erased, ${whenText(Date.parse(erasedAt), zone, now)}`;
  if (revision === 0 || recordedAt === null) return 'Nothing recorded';
  return `Recorded by ${holder ?? ''}, ${whenText(Date.parse(recordedAt), zone, now)}`;
}

/** Who looked last; null where nobody has. */
export function lookWords({ lastLook }: Subject, { zone, now }: Clock): string | null {
  if (lastLook === null) return null;
  const { person, organisation, at } = lastLook;
  return `Last looked at by ${person}, ${organisation}, ${whenText(Date.parse(at), zone, now)}`;
}

/** Who wrote last, where that is not who first recorded it; null else. */
export function changeWords({ lastChange, holder, revision }: Subject, { zone, now }: Clock): string | null {
  if (lastChange === null || (revision === 1 && lastChange.organisation === holder)) return null;
  const { person, organisation, at } = lastChange;
  return `Last written by ${person}, ${organisation}, ${whenText(Date.parse(at), zone, now)}`;
}

/** The lines of a record that say something, in the form's order and words. */
export function recordLines(fields: readonly Field[], identity: Identity): readonly (readonly [string, string])[] {
  const values: Readonly<Record<string, unknown>> = { ...identity };
  return fields.flatMap((field) => {
    const value = values[field.name];
    if (typeof value !== 'string') return [];
    const chosen = field.kind === 'choice' ? field.options.find((each) => each.value === value)?.label : undefined;
    return [[field.label, chosen ?? value] as const];
  });
}

type Asked = NonNullable<Subject['erasure']['asked']>;
export type Reason = Asked['reason'];

/** Why somebody is erased before the time, in the order in which it is offered. */
export const reasonWords: Readonly<Record<Reason, string>> = {
  'recorded-by-mistake': 'It was recorded by mistake',
  'kept-elsewhere-as-the-law-wants': 'It is kept elsewhere, as the law wants it',
  'ordered-by-an-authority': 'An authority ordered it',
  'asked-by-the-person': 'The person asked for it',
};

/** What one may do about erasing somebody, as its button says it. */
export const erasureLabels = {
  erase: 'Erase for good',
  ask: 'Ask a second person',
  confirm: 'Agree, and erase for good',
} as const;

/** What becomes of letters written on somebody's behalf when they are erased. */
export const lettersGo =
  'Letters written on their behalf go with it, in every version; one that was released to the other side stays there.';

/** What becomes of the words of somebody's side when they are erased. Words are of a side, and of no person: with others recorded they are needed still. */
export function wordsGo({ side }: Pick<Subject, 'side'>): string {
  const goes = 'goes with it, for everybody';
  if (side === 'donor') return `What was written for the donor’s side of this shipment, reasons and notes, ${goes}.`;
  return `What was written for the patient’s side of this shipment, reasons and notes, ${goes}, once nobody else of that side is recorded.`;
}
