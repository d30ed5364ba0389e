import { useId, useState, type FormEvent } from 'react';
import type { Action, Place, Shipment } from '../api/types.js';
import { useNow, now } from '../time/now.js';
import { understandTime, type Understood } from '../time/typed-time.js';
import { t } from '../words/words.js';
import { asksOf, estimateBody } from './troubles.js';
import { placedTime } from './zone-words.js';

interface DelayProps {
  readonly leg: Shipment['plans'][number]['legs'][number];
  readonly action: Action;
  readonly record: (body: unknown) => void;
}

/** The one thing that a delay still needs: the new time, in the clock of the airport. */
export function DelayForm({ leg, action, record }: DelayProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const near = useNow();
  const { end, zone } = asksOf(leg);
  const airport = end === 'departs' ? leg.flight.from : leg.flight.to;
  const understood = understandTime(typed, { zone, near });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (understood.kind === 'moment') record(estimateBody(action, leg, { newAt: understood.at, at: now() }));
  };
  return (
    <form noValidate onSubmit={send}>
      <div className="field">
        <label className="label" htmlFor={id}>
          {questionOf(leg)}
        </label>
        <input
          id={id}
          value={typed}
          placeholder="14:20"
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          aria-invalid={tried && understood.kind !== 'moment'}
          aria-describedby={`${id}-said`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Echo id={`${id}-said`} understood={understood} tried={tried} airport={airport} />
      </div>
      <button type="submit" className="button first big">
        {t('Record the delay')}
      </button>
    </form>
  );
}

function questionOf(leg: DelayProps['leg']): string {
  const { designator: flight, from, to } = leg.flight;
  return asksOf(leg).end === 'departs'
    ? t('When does {flight} leave {city} now?', { flight, city: from.city })
    : t('When does {flight} land in {city} now?', { flight, city: to.city });
}

interface EchoProps {
  readonly id: string;
  readonly understood: Understood;
  readonly tried: boolean;
  readonly airport: Place;
}

/** What was understood, or once it was tried what is wrong with it. */
function Echo({ id, understood, tried, airport }: EchoProps) {
  const wrong = tried && understood.kind !== 'moment';
  return (
    <p id={id} className={wrong ? 'said danger' : 'hint'} aria-live="polite">
      {understood.kind === 'moment' && placedTime(understood.at, airport)}
      {wrong && understood.kind === 'wrong' && understood.sentence}
      {wrong &&
        understood.kind === 'repeated' &&
        t('This time comes twice that night: record it under “What else you can record”.')}
    </p>
  );
}
