import type { Refusal } from '@cellrelay/shipment';
import type { Roster, Shift } from './roster.js';

/** What no roster may say: who is not there, two in one place at once, a time that ends before it begins. Gaps are no fault: they are named where the roster is shown. */
export function rosterFaults(roster: Roster, people: readonly string[]): readonly Refusal[] {
  return [...strangers(roster, people), ...backwards(roster), ...ownSubstitutes(roster), ...overlaps(roster)];
}

function strangers({ shifts, exceptions, substitutions }: Roster, people: readonly string[]): readonly Refusal[] {
  const named = [
    ...shifts.map(({ account }, index) => [`/shifts/${index}/account`, account] as const),
    ...exceptions.map(({ account }, index) => [`/exceptions/${index}/account`, account] as const),
    ...substitutions.flatMap(({ absent, by }, index) => [
      [`/substitutions/${index}/absent`, absent] as const,
      [`/substitutions/${index}/by`, by] as const,
    ]),
  ];
  return named
    .filter(([, account]) => account !== null && !people.includes(account))
    .map(([at]) => ({
      code: 'not-of-organisation',
      sentence:
        'Nobody of this organisation who works on shipments has this account: auditors, screeners and administrators are not called.',
      at,
    }));
}

function backwards({ exceptions, substitutions }: Roster): readonly Refusal[] {
  const spans = [
    ...exceptions.map((each, index) => [`/exceptions/${index}/to`, each] as const),
    ...substitutions.map((each, index) => [`/substitutions/${index}/to`, each] as const),
  ];
  return spans
    .filter(([, { from, to }]) => to.at <= from.at)
    .map(([at]) => ({ code: 'ends-before-it-begins', sentence: 'This time ends before it begins.', at }));
}

function ownSubstitutes({ substitutions }: Roster): readonly Refusal[] {
  return substitutions.flatMap(({ absent, by }, index) =>
    absent === by
      ? [{ code: 'own-substitute', sentence: 'Nobody stands in for themselves.', at: `/substitutions/${index}/by` }]
      : [],
  );
}

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

interface Span {
  readonly group: string;
  readonly from: number | string;
  readonly to: number | string;
}

/** Two for one place at once: whoever came first in the list would be told, and the other never. */
function overlaps({ shifts, exceptions, substitutions }: Roster): readonly Refusal[] {
  const dated = (from: { readonly at: string }, to: { readonly at: string }) => ({ from: from.at, to: to.at });
  return [
    ...twice('shifts', shifts.map(weeklySpans)),
    ...twice(
      'exceptions',
      exceptions.map(({ place, from, to }) => [{ group: String(place), ...dated(from, to) }]),
    ),
    ...twice(
      'substitutions',
      substitutions.map(({ absent, from, to }) => [{ group: absent, ...dated(from, to) }]),
    ),
  ];
}

/** In minutes of the week; one that goes past Sunday's end comes in two. */
function weeklySpans({ place, weekday, from, to }: Shift): readonly Span[] {
  const begins = (weekday - 1) * dayMinutes + minutesOf(from);
  const ends = begins + ((minutesOf(to) - minutesOf(from) + dayMinutes - 1) % dayMinutes) + 1;
  const group = String(place);
  if (ends <= weekMinutes) return [{ group, from: begins, to: ends }];
  return [
    { group, from: begins, to: weekMinutes },
    { group, from: 0, to: ends - weekMinutes },
  ];
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function twice(list: string, items: readonly (readonly Span[])[]): readonly Refusal[] {
  return items.flatMap((spans, index) => {
    const other = items.findIndex((each, before) => before < index && each.some((a) => spans.some((b) => meet(a, b))));
    if (other < 0) return [];
    const sentence = `It overlaps with the ${other + 1}. of the list, which is for the same place or person.`;
    return [{ code: 'turns-overlap', sentence, at: `/${list}/${index}` }];
  });
}

function meet(a: Span, b: Span): boolean {
  return a.group === b.group && a.from < b.to && b.from < a.to;
}
