import { useEffect, useRef } from 'react';
import type { Sent } from '../act/sent.js';
import type { Action } from '../api/types.js';
import type { Queueing } from '../offline/outbox.js';
import type { Trip } from '../offline/trip.js';
import { useOutbox } from '../offline/use-outbox.js';
import { t } from '../words/words.js';
import { outcomeOf, type TroubleOutcome } from './trouble-outcome.js';
import { troubleName } from './trouble-words.js';
import type { TroubleKind } from './troubles.js';

/** A trouble that was pressed, and what became of it; undefined while it is under way. */
export interface Recorded {
  readonly kind: TroubleKind;
  readonly queueing: Queueing;
  readonly sent: Sent | undefined;
}

interface SaidProps {
  readonly recorded: Recorded;
  readonly trip: Trip;
  readonly close: () => void;
  readonly act: (action: Action) => void;
  /** Sends the same again, to be done once. */
  readonly again: () => void;
}

/** What became of the press, and the way to say more. */
export function TroubleSaid({ recorded, trip, close, act, again }: SaidProps) {
  const { kind, queueing, sent } = recorded;
  const row = useOutbox(trip.shipment.id).find(({ key }) => key === queueing.key);
  const outcome = outcomeOf(sent, row);
  const name = useRef<HTMLParagraphElement>(null);
  // What was pressed, here or to come here, is gone once it is under way.
  useEffect(() => {
    if (sent === undefined) name.current?.focus();
  }, [sent]);
  const more = trip.actions.find(({ command }) => command === 'OpenDeviation');
  const told = outcome.kind === 'done' || outcome.kind === 'kept';
  return (
    <div className="trouble-said" role="status">
      <p className="where takes-focus" ref={name} tabIndex={-1}>
        {troubleName(kind)}
      </p>
      <OutcomeText outcome={outcome} />
      {outcome.kind === 'unknown' && (
        <button type="button" className="button wide" onClick={again}>
          {t('Try again')}
        </button>
      )}
      {told && more !== undefined && (
        <button type="button" className="button wide" onClick={() => act(more)}>
          {t('Still to be said, when there is time: what happened, in words')}
        </button>
      )}
      <button type="button" className="button first big" onClick={close}>
        {t('Back to the trip')}
      </button>
    </div>
  );
}

function OutcomeText({ outcome }: { readonly outcome: TroubleOutcome }) {
  switch (outcome.kind) {
    case 'under-way':
      return <p>{t('Being recorded…')}</p>;
    case 'done':
      return <p className="ok">✓ {t('Recorded.')}</p>;
    case 'kept':
      return (
        <p className="ok">✓ {t('Kept on this phone, with its time. It is sent as soon as there is a network.')}</p>
      );
    case 'stopped':
      return (
        <p className="danger">
          {t('Not taken yet: {why} It stays under “On this phone” with its time and words.', { why: outcome.why })}
        </p>
      );
    case 'unknown':
      return (
        <p className="danger">
          {t(
            'No answer came, and this phone could not keep it. Trying again records it once; telephone if it is urgent.',
          )}
        </p>
      );
    default:
      return <p className="danger">{t('Not taken: {why}', { why: outcome.why })}</p>;
  }
}
