import { localDateAt, type LocalDate, type Zone } from '@cellrelay/kernel';
import type { EndedFact } from '../facts/missing.js';
import type { Carrier, PaperFacts, Passport } from '../facts/paper-facts.js';

/**
 * The last day of the trip where it ends, by the flights as they are to be flown and the last one's fallback; null before there are any. Whoever flies later than that has another plan,
 * and other papers.
 */
function lastDayOf({ legs }: Pick<PaperFacts, 'legs'>): LocalDate | null {
  const last = legs.at(-1);
  if (last === undefined) return null;
  const days = [last.flight, ...(last.fallback === null ? [] : [last.fallback])].map(({ arrivesAt, to }) =>
    // The zone of an airport was looked up in the same time-zone data.
    localDateAt(arrivesAt.at, to.zone as Zone),
  );
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

/** Whether it still holds on the trip's last day; what has no end known, or no trip, is not said to have ended. */
function endsBefore(until: LocalDate | null | undefined, lastDay: LocalDate | null): boolean {
  return until !== null && until !== undefined && lastDay !== null && until < lastDay;
}

/** What of the courier ends before the trip does. A paper that vouches for somebody, or names a passport, is not made then: an officer would see it first. */
export function courierEnded({ courier, passport, ...facts }: PaperFacts): readonly EndedFact[] {
  return ended({ who: courier, passport }, lastDayOf(facts), ['courier-papers-run-out', 'courier-passport-runs-out']);
}

/** The same of the substitute. */
export function substituteEnded({ substitute, substitutePassport, ...facts }: PaperFacts): readonly EndedFact[] {
  return ended({ who: substitute, passport: substitutePassport }, lastDayOf(facts), [
    'substitute-papers-run-out',
    'substitute-passport-runs-out',
  ]);
}

/** Of a traveller whose visa is asked for. */
export function passportEnded(passport: Passport | null, facts: Pick<PaperFacts, 'legs'>): readonly EndedFact[] {
  return endsBefore(passport?.validUntil, lastDayOf(facts)) ? ['traveller-passport-runs-out'] : [];
}

interface Traveller {
  readonly who: Carrier | undefined;
  readonly passport: Passport | undefined;
}

function ended(
  { who, passport }: Traveller,
  lastDay: LocalDate | null,
  [papers, pass]: readonly [EndedFact, EndedFact],
) {
  return [
    ...(endsBefore(who?.fitUntil, lastDay) ? [papers] : []),
    ...(endsBefore(passport?.validUntil, lastDay) ? [pass] : []),
  ];
}
