import { useLine, type LineState } from '../live/live-line.js';
import { ownZone, useNow, usePassed } from '../time/now.js';
import { closeSpanText } from '../time/duration.js';
import { cityOf, clockText } from '../time/zone.js';
import { t } from '../words/words.js';

/** Short breaks pass unseen; after this the page says since when its figures are old. */
const GRACE = 1000;

/** Says that the line is down and since when the figures are old. Figures stay, clocks go on, and forms can be filled. */
export function LostLine() {
  const line = useLine();
  const now = useNow('second');
  const longEnough = usePassed(line.since + GRACE);
  const lost = line.status !== 'live' && longEnough;
  return (
    <div role="status" className={lost ? 'lost' : 'unseen'}>
      {lost && (
        <p>
          <strong>{t('No line to the server.')}</strong>{' '}
          {t('{age} What you send is checked by the server when it answers.', { age: ageText(line, now) })}
        </p>
      )}
    </div>
  );
}

function ageText({ heardAt, since }: LineState, now: number): string {
  const at = heardAt ?? since;
  const clock = `${clockText(at, ownZone)} ${cityOf(ownZone)}`;
  if (heardAt === null) return t('It is tried again since {clock}.', { clock });
  return t('Figures are from {clock}, {closeSpan} old; clocks go on.', { clock, closeSpan: closeSpanText(now - at) });
}
