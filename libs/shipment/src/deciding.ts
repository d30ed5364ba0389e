import {
  err,
  inZone,
  ok,
  plusMinutes,
  sameJson,
  type Instant,
  type Result,
  type Zone,
  type ZonedInstant,
} from '@cellrelay/kernel';
import { systemCommandNames } from './commands.js';
import { nameInWords } from './names-in-words.js';
import type { Circumstances, Refusal } from './stage.js';
import { allowedIn, isAllowed, type TransitionTable } from './transitions.js';

/** What a command leads to: facts to record, or the reason why nothing changes. */
export type Decision<Event> = Result<readonly Event[], Refusal>;

/** How a stage's state follows from an event. Pure; `recordedAt` is the log's own time. */
export type Evolve<State, Event> = (state: State, event: Event, recordedAt: Instant) => State;

/**
 * How far a stated time may lie ahead of ours. A hospital's wall clock and this machine's differ by a minute or two, and
 * turning down a true fact is worse than a fact that is two minutes young.
 */
export const clockDifferenceMinutes = 2;

/** The events, unless something is wrong. */
export function decided<Event>(problem: Refusal | undefined, events: () => readonly Event[]): Decision<Event> {
  return problem === undefined ? ok(events()) : err(problem);
}

/** What stands between a command and its move in the table: nothing, or a refusal that says what is allowed now. */
export function notAllowedNow<State extends string, Command extends string>(
  table: TransitionTable<State, Command>,
  asked: { readonly command: Command; readonly state: State; readonly what: string },
): Refusal | undefined {
  if (isAllowed(table, asked.command, asked.state)) return undefined;
  const allowed = openToPersons(table, asked.state);
  const instead =
    allowed.length > 0
      ? `What can be done now: ${allowed.map(nameInWords).join('; ')}.`
      : nothingOpen(table, asked.state);
  const sentence = `${asked.what} is ${nameInWords(asked.state)}, so this cannot be done now: ${nameInWords(asked.command)}. ${instead}`;
  return { code: 'not-allowed-now', sentence, allowed };
}

/** The commands that a person may send in that state, in the table's order. */
export function openToPersons<State extends string, Command extends string>(
  table: TransitionTable<State, Command>,
  state: State,
): readonly Command[] {
  return allowedIn(table, state).filter((command) => !systemCommands.has(command));
}

const systemCommands: ReadonlySet<string> = new Set(systemCommandNames);

function nothingOpen<State extends string>(table: TransitionTable<State>, state: State): string {
  return allowedIn(table, state).length > 0 ? 'That follows from other facts.' : 'Nothing more can be done with it.';
}

/** Refuses a fact that has not happened yet. `at` points to the field. */
export function inTheFuture(stated: ZonedInstant, now: Instant, at: string): Refusal | undefined {
  if (stated.at <= plusMinutes(now, clockDifferenceMinutes)) return undefined;
  const sentence = `${inZone(stated.at, stated.zone)} has not come yet; only what has happened can be recorded.`;
  return { code: 'in-the-future', sentence, at, allowed: [`up to ${inZone(now, stated.zone)}`] };
}

/**
 * What contradicts the order of recorded facts is asked back once, while whoever says it is there to look again. Said to stand all the same, or said in a
 * correction, it is taken: then the record contradicts itself, and that is for a person to resolve (chronology.ts).
 */
export function outOfOrder(circumstances: Circumstances, refusal: Refusal | undefined): Refusal | undefined {
  return unlessConfirmed(circumstances, refusal);
}

/** What may be true although it is most often a slip of the pen is asked back once as well, and taken if it is said to stand. */
export function unlessConfirmed({ despiteRecord }: Circumstances, refusal: Refusal | undefined): Refusal | undefined {
  return refusal === undefined || despiteRecord === true ? undefined : { ...refusal, standsIfConfirmed: true };
}

/** Whether that says what stands, to the second, as forms show it: one that is sent as it was filled in says nothing new, though a moment on record may be finer. */
export function saysAgain(said: unknown, stands: unknown): boolean {
  return sameJson(fineAs(said, stands), stands);
}

/** What is said, with every moment that is that of the record to the second as fine as it is there. */
export function fineAs(said: unknown, stands: unknown): unknown {
  if (typeof said === 'string' && typeof stands === 'string') return said === toTheSecond(stands) ? stands : said;
  if (Array.isArray(said)) return said.map((each, index) => fineAs(each, fieldIn(stands, index)));
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([name, each]) => [name, fineAs(each, fieldIn(stands, name))]));
}

function fieldIn(fields: unknown, name: PropertyKey): unknown {
  return typeof fields === 'object' && fields !== null
    ? (fields as Readonly<Record<PropertyKey, unknown>>)[name]
    : undefined;
}

function toTheSecond(text: string): string {
  return text.replace(/(T\d\d:\d\d:\d\d)\.\d+Z$/, '$1.000Z');
}

/** A correction by which nothing would be otherwise. */
export const nothingCorrected: Refusal = {
  code: 'nothing-corrected',
  sentence: 'That is how it is recorded already.',
};

/** Refuses a text that says nothing, or more than a log should carry. */
export function notWorded(text: string, what: string, at: string, most = 1000): Refusal | undefined {
  const length = text.trim().length;
  if (length > 0 && length <= most) return undefined;
  const sentence =
    length === 0 ? `${what} is missing.` : `${what} has ${length} characters; at most ${most} are allowed.`;
  return { code: length === 0 ? 'text-missing' : 'text-too-long', sentence, at };
}

/** A figure with what it may be. */
export interface Figure {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly what: string;
  readonly unit: string;
  readonly at: string;
}

/** Refuses a figure outside its range; what is no number is outside every range. */
export function outOfRange({ value, least, most, what, unit, at }: Figure): Refusal | undefined {
  if (value >= least && value <= most) return undefined;
  const range = `${least} to ${most} ${unit}`;
  return { code: 'out-of-range', sentence: `${what} is ${value}; ${range} are allowed.`, at, allowed: [range] };
}

/** The first refusal that `check` finds among the items. */
export function firstOf<Item>(
  items: readonly Item[],
  check: (item: Item, index: number) => Refusal | undefined,
): Refusal | undefined {
  for (const [index, item] of items.entries()) {
    const found = check(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** When a fact that no person stated came about: the moment it was decided. */
export function atNow(now: Instant): ZonedInstant {
  return { at: now, zone: 'UTC' as Zone };
}
