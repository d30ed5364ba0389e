import { t } from '../../words/words.js';
import { BoxStep } from './box-step.js';
import { ChecksStep } from './checks-step.js';
import { timeField, type Step } from './hand-over-steps.js';
import { LackingText } from './lacking-text.js';
import { SealStep } from './seal-step.js';
import { SignStep } from './sign-step.js';
import type { StepProps } from './step-props.js';
import { SummaryStep } from './summary-step.js';
import type { At } from './use-steps.js';

/** The step that it is. */
export function Steps({
  at: { index, count, current, lacking },
  parts,
}: {
  readonly at: At;
  readonly parts: StepProps;
}) {
  return (
    <>
      <p className="small ink2" aria-live="polite">
        {t('Step {step} of {steps}', { step: index + 1, steps: count })}
      </p>
      <Current current={current} parts={parts} />
      {lacking !== undefined && <LackingText lacking={lacking} />}
    </>
  );
}

/** On, or back; at the end the one confirming press. */
export function Foot({ at, busy, label }: { readonly at: At; readonly busy: boolean; readonly label: string }) {
  return (
    <div className="sheet-foot">
      {at.current === 'summary' ? (
        <button type="submit" className="button first big" aria-disabled={busy}>
          {busy ? t('Sending…') : label}
        </button>
      ) : (
        // By its key another button than the one that sends: a second press that comes late must not send.
        <button key={at.current} type="button" className="button first big" onClick={at.forward}>
          {t('Next')}
        </button>
      )}
      {at.index > 0 && (
        <button type="button" className="button quiet" onClick={at.back}>
          {t('Back')}
        </button>
      )}
    </div>
  );
}

function Current({ current, parts }: { readonly current: Step; readonly parts: StepProps }) {
  switch (current) {
    case 'checks':
      return <ChecksStep {...parts} />;
    case 'seal':
      return <SealStep {...parts} />;
    case 'box':
      return <BoxStep {...parts} />;
    case 'giver':
      return <SignStep {...parts} key="giver" who="givenBy" />;
    case 'taker':
      return <SignStep {...parts} key="taker" who="takenBy" />;
    default:
      return <SummaryStep {...parts} time={timeField(parts.fields)} />;
  }
}
