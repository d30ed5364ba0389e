import type { Place } from '../../api/types.js';
import { saidOf } from '../../api/refusal.js';
import { distanceText } from '../../time/duration.js';
import { now, useNow } from '../../time/now.js';
import { dayWord, understandTime, type Understood } from '../../time/typed-time.js';
import { cityOf, clockText, dayText, readingsOf } from '../../time/zone.js';
import { partsIn, textIn } from '../drafts.js';
import { useSurroundings } from '../form-context.js';
import type { FieldProps } from './field-props.js';
import { Frame } from './frame.js';
import { t } from '../../words/words.js';

/** A moment, typed as people type it, in the clock of a place; what was understood is said below as it is typed. */
export function TimeField({ field, at, draft, change }: FieldProps) {
  const { places } = useSurroundings();
  const parts = partsIn(draft);
  const [typed, zone, offset] = [textIn(parts['typed']), textIn(parts['zone']), textIn(parts['offset'])];
  const city = places.find((place) => place.zone === zone)?.city ?? cityOf(zone);
  // Another time or another clock is another question: the offset that was chosen goes with it.
  const put = (changed: object) => change({ typed, zone, offset: '', ...changed });
  const echo = { at, typed, offset, place: { city, zone }, choose: (chosen: string) => put({ offset: chosen }) };
  return (
    <Frame field={field} at={at} within after={<TimeEcho {...echo} />}>
      {(ties) => (
        <span className="with-zone">
          <input
            {...ties}
            value={typed}
            placeholder="14:20"
            autoComplete="off"
            onChange={(event) => put({ typed: event.target.value })}
          />
          <ZoneChoice
            label={t('{label}: in whose clock', { label: field.label })}
            zone={zone}
            places={places}
            change={(next) => put({ zone: next })}
          />
          <button type="button" className="plain" onClick={() => put({ typed: nowTyped(zone) })}>
            {t('Now')}
          </button>
        </span>
      )}
    </Frame>
  );
}

const nowTyped = (zone: string) => `${dayText(now(), zone, true)} ${clockText(now(), zone)}`;

interface ZoneChoiceProps {
  readonly label: string;
  readonly zone: string;
  readonly places: readonly Place[];
  readonly change: (zone: string) => void;
}

function ZoneChoice({ label, zone, places, change }: ZoneChoiceProps) {
  const known = places.some((place) => place.zone === zone);
  return (
    <select aria-label={label} value={zone} onChange={(event) => change(event.target.value)}>
      {!known && <option value={zone}>{cityOf(zone)}</option>}
      {places.map((place) => (
        <option key={place.zone} value={place.zone}>
          {place.city}
        </option>
      ))}
    </select>
  );
}

interface TimeEchoProps {
  readonly at: string;
  readonly typed: string;
  readonly place: Place;
  readonly offset: string;
  readonly choose: (offset: string) => void;
}

/** What was understood: city, day and distance from now; a repeated local time is asked back as two buttons. */
export function TimeEcho({ at, typed, place, offset, choose }: TimeEchoProps) {
  const { faults } = useSurroundings();
  const near = useNow();
  if (typed.trim() === '') return null;
  const understood = understandTime(typed, { zone: place.zone, near, ...(offset === '' ? {} : { offset }) });
  const asked = readingsAsked(
    understood,
    saidOf(at, faults, true).flatMap(({ allowed }) => allowed),
    place.zone,
  );
  return (
    <div className="echo" aria-live="polite">
      {understood.kind === 'moment' && <p>{echoText(understood.at, place, near)}</p>}
      {understood.kind === 'wrong' && <p className="ink2">{understood.sentence}</p>}
      {asked.length > 1 && (
        <div className="asked">
          <p>
            {t('{city} puts its clocks back over this time, so it happens twice. Which is meant?', {
              city: place.city,
            })}
          </p>
          {asked.map((reading, index) => (
            <button key={reading.offset} type="button" className="button" onClick={() => choose(reading.offset)}>
              {index === 0 ? t('The first') : t('The second')}, {reading.offset} ({distanceText(reading.at - near)})
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Asked by our own reading, or by the server's where its time-zone data knows more than the browser's. */
function readingsAsked(understood: Understood, allowed: readonly string[], zone: string) {
  if (understood.kind === 'repeated') return understood.readings;
  const offsets = allowed.filter((one) => /^[+-]\d{2}:\d{2}$/.test(one));
  if (understood.kind !== 'moment' || understood.offset !== undefined || offsets.length < 2) return [];
  const known = readingsOf(understood.local, zone);
  return offsets.map(
    (offset) =>
      known.find((one) => one.offset === offset) ?? { offset, at: Date.parse(`${understood.local}${offset}`) },
  );
}

function echoText(at: number, place: Place, near: number): string {
  const word = dayWord(at, place.zone, near);
  const day = `${dayText(at, place.zone, true)}${word === '' ? '' : `, ${word}`}`;
  return `${clockText(at, place.zone)} ${place.city}, ${day} · ${distanceText(at - near)}`;
}
