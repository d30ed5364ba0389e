import type { Action } from '../api/types.js';
import type { Trip } from '../offline/trip.js';
import { useOutbox } from '../offline/use-outbox.js';
import { t } from '../words/words.js';
import { isUnsent } from './next-step.js';
import { actionFor, asDeviation, commandOf, troubleKinds, type TroubleKind } from './troubles.js';
import { troubleName } from './trouble-words.js';

interface KindsProps {
  readonly trip: Trip;
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly press: (kind: TroubleKind, action: Action) => void;
}

/** What can go wrong, each a press; and the courier's own words, where there is time for some before it. */
export function TroubleKinds({ trip, words, setWords, press }: KindsProps) {
  const waits = useOutbox(trip.shipment.id).some(isUnsent);
  return (
    <>
      <ul className="troubles">
        {troubleKinds.map((kind) => (
          <Kind key={kind} {...{ kind, trip, press, waits }} />
        ))}
      </ul>
      <label className="field">
        <span className="label">
          {t('In your words')}{' '}
          <span className="optional">{t('optional, before the press; a delay takes a time alone')}</span>
        </span>
        <textarea rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
    </>
  );
}

interface KindProps extends Pick<KindsProps, 'trip' | 'press'> {
  readonly kind: TroubleKind;
  /** Something of this trip lies on the phone: what the API says cannot be done may be so only until that is sent. */
  readonly waits: boolean;
}

function Kind({ kind, trip, press, waits }: KindProps) {
  const action = actionFor(kind, trip);
  if (action === undefined)
    return waits ? <AfterWaiting {...{ kind, trip, press }} /> : <NotNow kind={kind} trip={trip} />;
  return (
    <li>
      <button type="button" className="button wide big" onClick={() => press(kind, action)}>
        {troubleName(kind)}
        {action.subject !== null && <small className="block">{action.subject}</small>}
      </button>
      {action.consequences.map((follows) => (
        <small key={follows} className="block ink2">
          {follows}
        </small>
      ))}
    </li>
  );
}

function NotNow({ kind, trip }: Pick<KindProps, 'kind' | 'trip'>) {
  const why = trip.notNow.find(({ command }) => command === commandOf(kind))?.why;
  return (
    <li className="ink2">
      <strong>{troubleName(kind)}</strong> <small className="block">{t('Not now. {why}', { why: why ?? '' })}</small>
    </li>
  );
}

/** It cannot be recorded as itself before the server has what waits; as a deviation it may be at once. */
function AfterWaiting({ kind, trip, press }: Omit<KindProps, 'waits'>) {
  const deviation = asDeviation(kind, trip);
  const why = t('It can be recorded once what waits on this phone has been sent.');
  if (deviation === undefined)
    return (
      <li className="ink2">
        <strong>{troubleName(kind)}</strong> <small className="block">{why}</small>
      </li>
    );
  return (
    <li>
      <button type="button" className="button wide big" onClick={() => press(kind, deviation)}>
        {troubleName(kind)}
        <small className="block">{t('recorded as a deviation')}</small>
      </button>
      <small className="block ink2">{why}</small>
    </li>
  );
}
