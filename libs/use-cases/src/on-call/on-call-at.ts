import { localDateAt, plusDays, ruleTime, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';
import { DateTime } from 'luxon';
import { within, type DatedShift, type Roster, type Shift } from './roster.js';

/** Who is on call for so long, the first first. */
export interface OnCallSpan {
  readonly from: Instant;
  readonly to: Instant;
  /** Accounts, by their places. Empty: a gap. */
  readonly accounts: readonly string[];
}

interface Turn {
  readonly place: number;
  readonly account: string | null;
  readonly from: Instant;
  readonly to: Instant;
}

/** Who is on call at a moment, by their places: a dated turn goes before the week's, and whoever is absent is stood in for. Nobody is named twice. */
export function onCallAt(roster: Roster, at: Instant): readonly string[] {
  const dated = roster.exceptions.filter(({ from, to }) => within(at, from.at, to.at));
  const weekly = turnsBetween(roster, at, at).filter(({ from, to }) => within(at, from, to));
  const places = [...new Set([...dated, ...weekly].map(({ place }) => place))].sort((a, b) => a - b);
  const found = places.flatMap((place) => accountAt(place, dated, weekly) ?? []);
  return [...new Set(found.map((account) => standingIn(roster, account, at)))];
}

function accountAt(place: number, dated: readonly DatedShift[], weekly: readonly Turn[]): string | null {
  const exception = dated.find((each) => each.place === place);
  return (exception ?? weekly.find((each) => each.place === place))?.account ?? null;
}

/** Whoever stands in may be stood in for as well; a ring of people who stand in for each other ends where it began. */
function standingIn({ substitutions }: Roster, account: string, at: Instant, seen: readonly string[] = []): string {
  const found = substitutions.find((each) => each.absent === account && within(at, each.from.at, each.to.at));
  if (found === undefined || seen.includes(account)) return account;
  return standingIn({ substitutions } as Roster, found.by, at, [...seen, account]);
}

/** Who is on call from one moment to another, without a break; what follows on alike is one span. */
export function onCallBetween(roster: Roster, from: Instant, to: Instant): readonly OnCallSpan[] {
  const changes = [...turnsBetween(roster, from, to), ...datedTurns(roster)].flatMap((each) => [each.from, each.to]);
  const marks = [from, ...new Set(changes.filter((at) => from < at && at < to))].sort();
  return marks.reduce<readonly OnCallSpan[]>((spans, at, index) => {
    const span = { from: at, to: marks[index + 1] ?? to, accounts: onCallAt(roster, at) };
    const last = spans.at(-1);
    const alike = last !== undefined && last.accounts.join() === span.accounts.join();
    return alike ? [...spans.slice(0, -1), { ...last, to: span.to }] : [...spans, span];
  }, []);
}

function datedTurns({
  exceptions,
  substitutions,
}: Roster): readonly { readonly from: Instant; readonly to: Instant }[] {
  return [...exceptions, ...substitutions].map(({ from, to }) => ({ from: from.at, to: to.at }));
}

/** The week's turns that may touch that time. */
function turnsBetween({ shifts, zone }: Roster, from: Instant, to: Instant): readonly Turn[] {
  return daysBetween(plusDays(localDateAt(from, zone), -1), localDateAt(to, zone)).flatMap((date) =>
    shifts.filter(({ weekday }) => weekday === weekdayOf(date)).map((shift) => turnOn(date, shift, zone)),
  );
}

/** A turn on its day. Its ends are rules: where the clocks skip one, it is the first moment after the gap, and of two readings the earlier. */
function turnOn(date: LocalDate, { account, place, from, to }: Shift, zone: Zone): Turn {
  const ends = to <= from ? plusDays(date, 1) : date;
  return { account, place, from: ruleTime(date, from, zone), to: ruleTime(ends, to, zone) };
}

function daysBetween(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  return first > last ? [] : [first, ...daysBetween(plusDays(first, 1), last)];
}

function weekdayOf(date: LocalDate): number {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday;
}
