import type { Instant, LocalDate, ZonedInstant } from '@cellrelay/kernel';
import { DateTime, type DateTimeFormatOptions } from 'luxon';
import type { Language } from '../language.js';

/** Days, times, countries and figures in the reader's form. The ICU that comes with the runtime knows them; a spec holds one of each, so that a change of it is seen. */

type InForm = (language: Language) => string;

/** The region decides the order of day and month. */
const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  'zh-Hans': 'zh-Hans-CN',
  de: 'de-DE',
  'zh-Hant': 'zh-Hant-TW',
  ja: 'ja-JP',
  ko: 'ko-KR',
  it: 'it-IT',
  fr: 'fr-FR',
  es: 'es-ES',
};

const longDay: DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', calendar: 'gregory' };

function dayText(at: DateTime, language: Language): string {
  return at.setLocale(locales[language]).toLocaleString(longDay);
}

function offsetText(at: DateTime): string {
  return at.offset === 0 ? 'UTC' : `UTC${at.toFormat('Z').replace('-', '−')}`;
}

/** East Asian dates end with a sign of their own, and no comma. */
function afterDay(language: Language): string {
  return ['zh-Hans', 'zh-Hant', 'ja', 'ko'].includes(language) ? ' ' : ', ';
}

/** 4 September 2024, 19:30 (UTC+8): in the clock of its zone, which the offset names in every language. */
export function moment({ at, zone }: ZonedInstant): InForm {
  const local = DateTime.fromISO(at, { zone });
  return (language) =>
    `${dayText(local, language)}${afterDay(language)}${local.toFormat('HH:mm')} (${offsetText(local)})`;
}

/** The same day and time for a narrow column: 2024-09-04 19:30, read alike everywhere (ISO 8601). */
export function shortMoment(at: Instant, zone: string): string {
  return DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
}

/** 4 September 2024. */
export function day(date: LocalDate): InForm {
  return (language) => dayText(DateTime.fromISO(date, { zone: 'utc' }), language);
}

/** The day of a moment in the clock of its zone. */
export function dayOf({ at, zone }: ZonedInstant): InForm {
  return (language) => dayText(DateTime.fromISO(at, { zone }), language);
}

/** A country by its code; the code where nobody knows a name. */
export function country(code: string): InForm {
  if (!/^[A-Z]{2}$/.test(code)) return () => code;
  return (language) => new Intl.DisplayNames(locales[language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** A figure with as many decimals as it has, three at most. */
export function figure(amount: number): InForm {
  return (language) => amount.toLocaleString(locales[language], { maximumFractionDigits: 3 });
}

/** Money with the currency's code, which officers read alike; what is no code of a currency stands behind the figure. */
export function money(amount: number, currency: string): InForm {
  if (!/^[A-Z]{3}$/.test(currency)) return (language) => `${figure(amount)(language)} ${currency}`;
  return (language) =>
    amount
      .toLocaleString(locales[language], { style: 'currency', currency, currencyDisplay: 'code' })
      .replace(/\s/g, ' ');
}

/** Several names in a row. */
export function list(items: readonly string[]): InForm {
  return (language) => new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
}

/** Degrees, with the true minus sign. */
export function celsius(degrees: number): string {
  return String(degrees).replace('-', '−');
}
