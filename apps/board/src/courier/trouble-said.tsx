import type { Action } from '../api/types.js';
import type { Sent } from '../act/sent.js';
import type { Trip } from '../offline/trip.js';
import { t } from '../words/words.js';
import { troubleName } from './trouble-words.js';
import type { TroubleKind } from './troubles.js';

/** A trouble that was pressed, and what became of it; undefined while it is under way. */
export interface Recorded {
  readonly kind: TroubleKind;
  readonly action: Action;
  readonly sent: Sent | undefined;
}

interface SaidProps {
  readonly recorded: Recorded;
  readonly trip: Trip;
  readonly close: () => void;
  readonly act: (action: Action) => void;
}

/** What became of the press, and the way to say more. */
export function TroubleSaid({ recorded, trip, close, act }: SaidProps) {
  const { kind, sent } = recorded;
  const more = trip.actions.find(({ command }) => command === 'OpenDeviation');
  const told = sent?.kind === 'done' || sent?.kind === 'kept';
  return (
    <div className="trouble-said" role="status">
      <p className="where">{troubleName(kind)}</p>
      <Outcome sent={sent} />
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

function Outcome({ sent }: Pick<Recorded, 'sent'>) {
  if (sent === undefined) return <p>{t('Being recorded…')}</p>;
  if (sent.kind === 'done') return <p className="ok">✓ {t('Recorded.')}</p>;
  if (sent.kind === 'kept')
    return <p className="ok">✓ {t('Kept on this phone, with its time. It is sent as soon as there is a network.')}</p>;
  if (sent.kind === 'unknown')
    return <p className="danger">{t('No answer came. Look below under what waits; telephone if it is urgent.')}</p>;
  return <p className="danger">{t('Not taken: {why}', { why: sent.refusal.detail })}</p>;
}
