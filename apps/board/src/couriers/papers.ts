import { calendarText } from '../time/named-day.js';
import type { Courier } from '../api/types.js';
import { t } from '../words/words.js';

/** A paper that lapses, and the day after which it does. */
export interface Paper {
  readonly what: string;
  readonly until: string;
}

/** The dated papers of a courier, the one that lapses first at the top. */
export function papersOf({
  trainedUntil,
  passports,
  visas,
}: Pick<Courier, 'trainedUntil' | 'passports' | 'visas'>): readonly Paper[] {
  const papers = [
    { what: t('training'), until: trainedUntil },
    ...passports.map(({ country, validUntil }) => ({ what: t('passport {country}', { country }), until: validUntil })),
    ...visas.flatMap(({ country, until }) =>
      until === null ? [] : [{ what: t('visa {country}', { country }), until }],
    ),
  ];
  return papers.sort((a, b) => a.until.localeCompare(b.until));
}

/** How visas stand, but for those that have lapsed: they are said among the papers, and what was held is held no longer. */
export function standingVisas(visas: Courier['visas'], today: string): Courier['visas'] {
  return visas.filter(({ until }) => until === null || until >= today);
}

/** Within so many days a paper is said to lapse soon: time enough for a passport and a visa. */
const SOON = 90;

/** How pressing a paper is on a day of the calendar: days left, and whether it has lapsed or soon will. */
export function lapse(
  until: string,
  today: string,
): { readonly days: number; readonly tone: 'danger' | 'warn' | 'plain' } {
  const days = Math.round((Date.parse(`${until}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / 86_400_000);
  return { days, tone: days < 0 ? 'danger' : days <= SOON ? 'warn' : 'plain' };
}

/** "lapsed on 1 Jan 2020", "lapsed 3 days ago", "in 41 days", "31 Jan 2030". */
export function lapseText(until: string, days: number): string {
  if (days < -SOON) return t('lapsed on {date}', { date: calendarText(until) });
  if (days < 0) return t('lapsed {days, plural, one {# day} other {# days}} ago', { days: -days });
  if (days === 0) return t('lapses today');
  return days <= SOON ? t('in {days, plural, one {# day} other {# days}}', { days }) : calendarText(until);
}

/** An id that may be had in the pool, made of a name: small letters, digits and hyphens. */
export function idFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
}
