import type { Field } from '../act/form-model.js';
import type { Identity, Subject } from '../api/types.js';
import { whenText } from '../time/zone.js';
import { t, wordsBy } from '../words/words.js';

/** How somebody is called on a shipment's page. */
export function subjectName(subject: string): string {
  return subject === 'donor' ? t('Donor') : t('Recipient {subject}', { subject });
}

/** A clock to tell moments by. */
export interface Clock {
  readonly zone: string;
  readonly now: number;
}

/** How it stands with somebody's record. */
export function standingWords({ revision, holder, recordedAt, erasedAt }: Subject, { zone, now }: Clock): string {
  if (erasedAt !== null) return t('Erased, {when}', { when: whenText(Date.parse(erasedAt), zone, now) });
  if (revision === 0 || recordedAt === null) return t('Nothing recorded');
  return t('Recorded by {holder}, {when}', { holder: holder ?? '', when: whenText(Date.parse(recordedAt), zone, now) });
}

/** Who looked last; null where nobody has. */
export function lookWords({ lastLook }: Subject, { zone, now }: Clock): string | null {
  if (lastLook === null) return null;
  const { person, organisation, at } = lastLook;
  return t('Last looked at by {person}, {organisation}, {when}', {
    person,
    organisation,
    when: whenText(Date.parse(at), zone, now),
  });
}

/** Who wrote last, where that is not who first recorded it; null else. */
export function changeWords({ lastChange, holder, revision }: Subject, { zone, now }: Clock): string | null {
  if (lastChange === null || (revision === 1 && lastChange.organisation === holder)) return null;
  const { person, organisation, at } = lastChange;
  return t('Last written by {person}, {organisation}, {when}', {
    person,
    organisation,
    when: whenText(Date.parse(at), zone, now),
  });
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
export const reasonWords: Readonly<Record<Reason, string>> = wordsBy({
  'recorded-by-mistake': () => t('It was recorded by mistake'),
  'kept-elsewhere-as-the-law-wants': () => t('It is kept elsewhere, as the law wants it'),
  'ordered-by-an-authority': () => t('An authority ordered it'),
  'asked-by-the-person': () => t('The person asked for it'),
});

/** What one may do about erasing somebody, as its button says it. */
export const erasureLabels = wordsBy({
  erase: () => t('Erase for good'),
  ask: () => t('Ask a second person'),
  confirm: () => t('Agree, and erase for good'),
});

/** What becomes of letters written on somebody's behalf when they are erased. */
export const lettersGo = (): string =>
  t(
    'Letters written on their behalf go with it, in every version; one that was released to the other side stays there.',
  );

/** What becomes of the words of somebody's side when they are erased. Words are of a side, and of no person: with others recorded they are needed still, and whoever was left out does not see them. */
export function wordsGo({ side }: Pick<Subject, 'side'>): string {
  if (side === 'donor')
    return t('What was written for the donor’s side of this shipment, reasons and notes, goes with it, for everybody.');
  return t(
    'What was written for the patient’s side of this shipment, reasons and notes, goes with it, for everybody, once nobody else of that side is recorded, if your organisation still stands there.',
  );
}
