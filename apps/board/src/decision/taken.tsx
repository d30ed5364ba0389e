import type { CountDecision, Place } from '../api/types.js';
import { clockText, dateText } from '../time/zone.js';
import { t } from '../words/words.js';

interface TakenProps {
  readonly taken: CountDecision['taken'];
  readonly place: Place;
}

type One = TakenProps['taken'][number];

const namesText = (names: readonly string[]): string => names.join(t(' and ', undefined, 'between names'));

/** Whose word it is, and who confirmed it. */
function wordOf({ who, person, confirmedBy }: One): string {
  const people = [who, person].filter((each) => each !== null).join(', ');
  return confirmedBy === null ? people : t('{people}, confirmed by {confirmedBy}', { people, confirmedBy });
}

/** What was decided so far: what, on whose word, when and why. */
export function Taken({ taken, place }: TakenProps) {
  if (taken.length === 0) return null;
  return (
    <section aria-labelledby="taken-title">
      <div className="bar">
        <h2 id="taken-title">{t('Decided so far')}</h2>
      </div>
      <ol className="taken">
        {taken.map((one) => (
          <li key={`${one.at} ${one.what}`}>
            <strong>
              {one.recipients === null
                ? one.what
                : t('{what} for {recipients}', { what: one.what, recipients: namesText(one.recipients) })}
            </strong>
            <span>{wordOf(one)}</span>
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
