import type { Downtime } from '../api/types.js';
import { spanText } from '../time/duration.js';
import { whenText } from '../time/zone.js';
import { t } from '../words/words.js';

/** "Bells rang late or not at all from 02:10 to 04:25 Berlin (2 h 15)"; while what fell due is still being called out, since when. */
export function periodText(
  { from, to }: Pick<Downtime, 'from' | 'to'>,
  { zone, city, now }: { readonly zone: string; readonly city: string; readonly now: number },
): string {
  const start = whenText(Date.parse(from), zone, now);
  if (to === null)
    return t('Bells rang late or not at all since {start} {city}; what fell due is being called out now', {
      start,
      city,
    });
  const end = Date.parse(to);
  return t('Bells rang late or not at all from {start} to {end} {city} ({span})', {
    start,
    end: whenText(end, zone, now),
    city,
    span: spanText(end - Date.parse(from)),
  });
}

/** "14 things fell due meanwhile and were called a minute or more late; each is marked so." What came sooner than that is not late. */
export function summaryText({ total }: Pick<Downtime, 'total'>): string {
  return t(
    '{total, plural, one {# thing fell due meanwhile and was called a minute or more late; it is marked so.} other {# things fell due meanwhile and were called a minute or more late; each is marked so.}}',
    { total },
  );
}
