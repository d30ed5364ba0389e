import { useLine } from '../live/live-line.js';
import { ownZone, useNow } from '../time/now.js';
import { closeSpanText } from '../time/duration.js';
import { cityOf, clockText } from '../time/zone.js';

/** Short breaks pass unseen; after this the page says since when its figures are old. */
const GRACE = 1000;

/** Says that the line is down and since when the figures are old. Figures stay, clocks go on, and forms can be filled. */
export function LostLine() {
  const line = useLine();
  const now = useNow('second');
  const lost = line.status !== 'live' && now - line.since >= GRACE;
  return (
    <div role="status" className={lost ? 'lost' : 'unseen'}>
      {lost && (
        <p>
          <strong>No line to the server.</strong> Figures are from {clockText(line.heardAt, ownZone)} {cityOf(ownZone)}, {closeSpanText(now - line.heardAt)}{' '}
          old; clocks go on. What you send is checked by the server when it answers.
        </p>
      )}
    </div>
  );
}
