import type { Action, Shipment } from '../api/types.js';
import { DueFigure } from '../marks/due-figure.js';
import { t } from '../words/words.js';
import type { NextStep } from './next-step.js';
import { isOver } from './where-now.js';
import { placedTime } from './zone-words.js';

interface NextProps {
  readonly step: NextStep | undefined;
  /** Something lies on this phone and is not sent yet. */
  readonly waits: boolean;
  readonly shipment: Shipment;
  readonly act: (action: Action) => void;
}

/** What comes next, when and by when at the latest, and the one big button for it. */
export function TripNext({ step, waits, shipment, act }: NextProps) {
  return (
    <section className="trip-next" aria-labelledby="next-title">
      <h2 id="next-title">{t('Next')}</h2>
      {step === undefined ? (
        <p className="ink2">{isOver(shipment) ? t('Nothing: this trip is over for you.') : t('No plan stands yet.')}</p>
      ) : (
        <Step step={step} waits={waits} act={act} />
      )}
    </section>
  );
}

interface StepProps extends Pick<NextProps, 'waits' | 'act'> {
  readonly step: NextStep;
}

function Step({ step, waits, act }: StepProps) {
  const { what, at, latestAt, shownIn, action } = step;
  return (
    <>
      <p className="where">{what}</p>
      <p className="next-time">
        <DueFigure at={new Date(latestAt ?? at).toISOString()} />
        <span>
          {latestAt === null
            ? t('expected {when}', { when: placedTime(at, shownIn) })
            : t('at the latest {when}', { when: placedTime(latestAt, shownIn) })}
          {latestAt !== null && latestAt !== at && (
            <small className="block ink2">{t('expected {when}', { when: placedTime(at, shownIn) })}</small>
          )}
        </span>
      </p>
      {action === null ? (
        <p className="ink2">
          {waits
            ? t('It can be recorded once what waits on this phone has been sent.')
            : t('Nothing for you to record until then.')}
        </p>
      ) : (
        <button type="button" className="button first big" onClick={() => act(action)}>
          {action.label}
          {action.subject !== null && <small className="block">{action.subject}</small>}
        </button>
      )}
    </>
  );
}
