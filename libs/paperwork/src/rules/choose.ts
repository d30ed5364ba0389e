import { localDateAt, type LocalDate } from '@cellrelay/kernel';
import type { TripFact } from '../facts/from-rules.js';
import { appliesTo } from './applies.js';
import type { Rule } from './rule.js';
import type { Confirmation, Passage, Trip } from './trip.js';

/**
 * prints: its sentences may stand on a paper. confirm: somebody asks first, and nothing of it is printed. fact-missing: whether it applies cannot be said yet.
 * out-of-force: on the day of that passage it does not hold.
 */
export const outcomes = ['prints', 'confirm', 'fact-missing', 'out-of-force'] as const;
export type Outcome = (typeof outcomes)[number];

/** What becomes of a rule for one passage of a trip, and why. */
export interface Verdict {
  readonly rule: Rule;
  readonly passage: Passage;
  /** The day that decided, in the calendar of the place. */
  readonly on: LocalDate;
  readonly outcome: Outcome;
  /** In a sentence. */
  readonly why: string;
  readonly missing: readonly TripFact[];
  /** By which it prints; null where it needs none, or has none. */
  readonly confirmation: Confirmation | null;
  /** What somebody is to do before it can print; null where nothing is. */
  readonly task: string | null;
}

/**
 * Every rule that is about the trip, for each passage in its order: the day of the passage, in the calendar of its place, chooses the law; how sure a rule is decides whether it
 * prints. V prints; V- prints by a confirmation of its version that counts for that day and that trip; G never does.
 */
export function rulesFor(
  trip: Trip,
  rules: readonly Rule[],
  confirmations: readonly Confirmation[],
): readonly Verdict[] {
  return trip.passages.flatMap((passage) =>
    rules.flatMap((rule) => verdictOf(rule, passage, { trip, confirmations }) ?? []),
  );
}

interface Known {
  readonly trip: Trip;
  readonly confirmations: readonly Confirmation[];
}

function verdictOf(rule: Rule, passage: Passage, known: Known): Verdict | undefined {
  const met = appliesTo(rule, passage, known.trip);
  if (met === 'no') return undefined;
  const on = localDateAt(passage.at, passage.zone);
  const at = { rule, passage, on, missing: [], confirmation: null, task: null };
  if (!isInForce(rule, on)) return { ...at, outcome: 'out-of-force', why: outOfForce(rule, on) };
  if (met !== 'yes') return { ...at, outcome: 'fact-missing', missing: met, ...missingSaid(met) };
  return { ...at, ...bySureness(rule, on, known) };
}

/** Whether it holds on that day, which is in the calendar of where the passage is. Both ends are within it. */
export function isInForce({ inForce: { from, to } }: Pick<Rule, 'inForce'>, on: LocalDate): boolean {
  return (from === null || from <= on) && (to === null || on <= to);
}

function outOfForce({ inForce: { from, to } }: Rule, on: LocalDate): string {
  return to !== null && to < on ? `It was in force until ${to}.` : `It comes into force on ${from ?? ''}.`;
}

type Reached = Pick<Verdict, 'outcome' | 'why' | 'confirmation' | 'task'>;

function bySureness(rule: Rule, on: LocalDate, known: Known): Reached {
  if (rule.confidence === 'V')
    return { outcome: 'prints', why: 'It was read in its source.', confirmation: null, task: null };
  if (rule.confidence === 'G') return toConfirm(rule, 'It is believed, and was read nowhere: it is never printed.');
  const confirmation = known.confirmations.find((each) => counts(each, rule, { on, example: known.trip.example }));
  if (confirmation === undefined)
    return toConfirm(rule, 'It was read at second hand, and nobody here has confirmed it.');
  const { person, confirmedOn, source } = confirmation;
  const why = `It was confirmed by ${person} on ${confirmedOn}: ${source}.`;
  return { outcome: 'prints', why, confirmation, task: null };
}

function toConfirm({ askedOf, citations: [{ title }] }: Rule, why: string): Reached {
  return { outcome: 'confirm', why, confirmation: null, task: `Confirm with ${askedOf} (${title}).` };
}

/** Whether a confirmation counts for a rule on that day. An invented one does for an invented trip alone. */
function counts(
  each: Confirmation,
  { id, version }: Rule,
  { on, example }: { readonly on: LocalDate; readonly example: boolean },
): boolean {
  const ofRule = each.rule === id && each.version === version;
  return ofRule && (!each.example || example) && (each.until === null || on <= each.until);
}

const factWords: Readonly<Record<TripFact, string>> = {
  markers: 'whether the donor’s infectious markers are all negative',
  manipulated: 'whether the cells were manipulated',
  carriage: 'whether the box travels in the cabin or as cargo',
  containerMl: 'how much the largest bag can hold',
};

function missingSaid(missing: readonly TripFact[]): Pick<Verdict, 'why' | 'task'> {
  const facts = missing.map((each) => factWords[each]).join(', ');
  return { why: `Not on record: ${facts}.`, task: `Say ${facts}.` };
}
