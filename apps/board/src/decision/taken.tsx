import type { CountDecision, Place } from '../api/types.js';
import { clockText, dateText } from '../time/zone.js';

interface TakenProps {
  readonly taken: CountDecision['taken'];
  readonly place: Place;
}

/** What was decided so far: what, on whose word, when and why. */
export function Taken({ taken, place }: TakenProps) {
  if (taken.length === 0) return null;
  return (
    <section aria-labelledby="taken-title">
      <div className="bar">
        <h2 id="taken-title">Decided so far</h2>
      </div>
      <ol className="taken">
        {taken.map((one) => (
          <li key={`${one.at} ${one.what}`}>
            <strong>
              {one.what}
              {one.recipients !== null && ` for ${one.recipients.join(' and ')}`}
            </strong>
            <span>
              {[one.who, one.person].filter((each) => each !== null).join(', ')}
              {one.confirmedBy !== null && `, confirmed by ${one.confirmedBy}`}
            </span>
            <span className="ink2">
              {dateText(Date.parse(one.at), place.zone)} {clockText(Date.parse(one.at), place.zone)} {place.city}
            </span>
            {one.reason !== null && <span className="ink2">{one.reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
