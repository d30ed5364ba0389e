import type { RecordedEvent, StageCommand } from './shipment.js';
import type { CommandOf, EventOf } from './stage.js';

/** What that command says. */
export type DataOf<Name extends StageCommand['name']> = Extract<StageCommand, CommandOf<Name, unknown>>['data'];

/** How a fact is corrected: by the command that recorded it, said again whole. */
export interface Correctable<Event extends RecordedEvent = RecordedEvent> {
  readonly command: StageCommand['name'];
  /** What that command said, as the event tells it; the form of a correction begins with it. Null where a rule said it, and no person. */
  readonly dataOf: (event: Event) => StageCommand['data'] | null;
  /** Another command that records it too, asked where `dataOf` reads null. */
  readonly or?: Correctable<Event>;
  /** Fields that say what the fact is about: with another value there it would be another fact. */
  readonly about: readonly string[];
  /** A field that has a correction of its own, with the command for it. */
  readonly own?: { readonly field: string; readonly command: StageCommand['name'] };
  /** An event that corrects it whole, with the command for it: once there is one, only another can. */
  readonly later?: { readonly by: RecordedEvent['type']; readonly command: StageCommand['name'] };
  /** Events that the same decision recorded with it, right behind it: they go with it, and come anew. */
  readonly with: readonly RecordedEvent['type'][];
  /** The command states no time of its own, so that the time of the first recording stays. */
  readonly undated: boolean;
}

/** Why a fact is not corrected by itself, in a sentence for a person. */
export interface NotCorrectable {
  readonly not: string;
  /** What to do instead. */
  readonly instead?: readonly StageCommand['name'][];
  /** It has a correction of its own: that command, on what these fields of the event name. */
  readonly own?: OwnCorrection;
}

/** The command that corrects a fact by itself, and the fields that say on what. */
export interface OwnCorrection {
  readonly command: StageCommand['name'];
  readonly about: readonly string[];
}

interface More {
  readonly about?: readonly string[];
  readonly own?: Correctable['own'];
  readonly later?: Correctable['later'];
  readonly with?: Correctable['with'];
  readonly undated?: boolean;
}

/** Corrected by that command, saying what `dataOf` reads from the event. */
export function by<Event extends RecordedEvent, Name extends StageCommand['name']>(
  command: Name,
  dataOf: (event: Event) => DataOf<Name> | null,
  { with: others = [], undated = false, about = [], ...more }: More = {},
): Correctable<Event> {
  return { command, dataOf, about, with: others, undated, ...more };
}

export const byRule: NotCorrectable = {
  not: 'It follows by rule from other facts: correct what it follows from, and it follows anew.',
};
export const ofBells: NotCorrectable = { not: 'It tells what the bells and alerts did, and that did happen.' };
export const ofReadings: NotCorrectable = {
  not: 'It follows from what loggers read: correct what they were bound to, or send the readings, and it follows anew.',
};
/** What plans, asks or decides: done anew by those commands. */
export const intended = (sentence: string, ...instead: readonly StageCommand['name'][]): NotCorrectable => ({
  not: sentence,
  instead,
});

/** What is corrected by a command of its own. */
export function hasItsOwn(
  sentence: string,
  command: StageCommand['name'],
  ...about: readonly string[]
): NotCorrectable {
  return { not: sentence, instead: [command], own: { command, about } };
}

type EventNamed<Type extends RecordedEvent['type']> = Extract<RecordedEvent, EventOf<Type, unknown>>;

/** A row for every kind of recorded event: a new one does not compile until it has its own. */
export type Corrections = {
  readonly [Type in RecordedEvent['type']]: Correctable<EventNamed<Type>> | NotCorrectable;
};
