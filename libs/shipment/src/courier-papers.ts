import type { LocalDate } from '@cellrelay/kernel';

/** What must hold of anybody who carries a box (standards.md 1.2), and how it is held against a journey: the courier's, the substitute's, a relay's alike. */

/** `expeditable`: not held, and to be had by express once it is called in. */
export type VisaStanding = 'not-needed' | 'held' | 'applied' | 'expeditable';

/** A visa or waiver for a country; `until` null: not stated. */
export interface Visa {
  readonly country: string;
  readonly standing: VisaStanding;
  readonly until: LocalDate | null;
}

export interface CourierPapers {
  readonly trainedUntil: LocalDate;
  readonly passportValidUntil: LocalDate;
  /** A visa or waiver for each country entered: held, applied for, or to be had by express. */
  readonly visas: readonly Visa[];
}

/** What papers have to cover; `lastDay` null while no plan says when the journey ends. */
export interface PapersNeeded {
  readonly countriesEntered: readonly string[];
  readonly lastDay: LocalDate | null;
}

/** Which of the papers end before the journey does. */
export function papersRunningOut(papers: CourierPapers, { lastDay }: PapersNeeded): readonly string[] {
  if (lastDay === null) return [];
  return [
    ...(papers.trainedUntil < lastDay ? ['the training runs out under way'] : []),
    ...(papers.passportValidUntil < lastDay ? ['the passport runs out under way'] : []),
    ...papers.visas
      .filter(({ standing, until }) => standing === 'held' && until !== null && until < lastDay)
      .map(({ country }) => `the visa for ${country} runs out under way`),
  ];
}

/** Those that are not held, and can still come. */
export function visasNotHeld({ visas }: Pick<CourierPapers, 'visas'>): readonly Visa[] {
  return visas.filter(({ standing }) => standing === 'applied' || standing === 'expeditable');
}

/** Of them those for the countries that are entered; nothing is said where the papers are not known. */
export function visasNotHeldFor(
  papers: CourierPapers | null,
  { countriesEntered }: Pick<PapersNeeded, 'countriesEntered'>,
): readonly Visa[] {
  return papers == null ? [] : visasNotHeld(papers).filter(({ country }) => countriesEntered.includes(country));
}

/** How a visa stands that is not held: "applied for, but not held". */
export function notHeldSaid({ standing }: Visa): string {
  return standing === 'applied' ? 'applied for, but not held' : 'still to be had by express';
}

/** Of which countries nothing is said. */
export function countriesNotNamed(papers: CourierPapers, { countriesEntered }: PapersNeeded): readonly string[] {
  return countriesEntered.filter((country) => !papers.visas.some((visa) => visa.country === country));
}
