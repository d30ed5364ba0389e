/** Newer engines have the one, older ones the other; the types of neither are in the standard library yet. */
interface Weeks {
  readonly weekInfo?: { readonly weekend: readonly number[] };
  readonly getWeekInfo?: () => { readonly weekend: readonly number[] };
}

/** The days of a country's weekend as CLDR has them, as ISO weekdays: Saturday and Sunday where it knows nothing. */
export function weekendOf(country: string): readonly number[] {
  const weeks = new Intl.Locale(`und-${country}`) as Weeks;
  return weeks.getWeekInfo?.().weekend ?? weeks.weekInfo?.weekend ?? [6, 7];
}
