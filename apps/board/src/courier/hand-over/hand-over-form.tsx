import { useMemo, useState, type FormEvent } from 'react';
import type { ActFormProps } from '../../act/act-form-props.js';
import { FormContext } from '../../act/form-context.js';
import { formOf } from '../../act/form-model.js';
import { SentText } from '../../act/sent-text.js';
import { useDrafts } from '../../act/use-drafts.js';
import { useSending } from '../../act/use-sending.js';
import { textIn } from '../../act/drafts.js';
import type { Action } from '../../api/types.js';
import { t } from '../../words/words.js';
import { BoxStep } from './box-step.js';
import { choicesOf, linesOf } from './check-lines.js';
import { ChecksStep } from './checks-step.js';
import { lackingAt, namesKnown, stepsOf, timeField, type Step } from './hand-over-steps.js';
import { LackingText } from './lacking-text.js';
import { SealStep } from './seal-step.js';
import type { StepProps } from './step-props.js';
import { SignStep } from './sign-step.js';
import { SummaryStep } from './summary-step.js';

interface HandOverProps extends ActFormProps {
  /** The name of whoever carries the box, where they hold the phone. */
  readonly carrier: string | undefined;
  readonly onRecord: Action['onRecord'];
}

/** A hand-over on one phone, step by step: checks, seal, who gives, who takes, and one confirming press. What is answered is kept through a reload. */
export function HandOverForm({ onRecord, carrier, ...given }: HandOverProps) {
  const [action] = useState(() => withNames(given.action, namesKnown(given.action.command, onRecord, carrier)));
  const props = { ...given, action };
  const fields = useMemo(() => formOf(action.fields), [action.fields]);
  const drafts = useDrafts(given.form, fields, props);
  const sending = useSending(props, fields, drafts.value);
  const parts: StepProps = {
    ...{ fields, drafts, onRecord },
    choices: choicesOf(fields.find(({ name }) => name === 'checks')),
  };
  const at = useSteps(parts);
  const wrong = sending.turn === 0 ? [] : sending.made.wrong;
  const told = sending.sent?.kind === 'refused' || sending.sent?.kind === 'stale' ? sending.sent.refusal.fields : [];
  const { airports, learnAirports, sent, busy, confirm } = sending;
  // Enter in a field is no confirming press: only the last step sends, and only where nothing lacks.
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at.mayBeSent()) sending.submit(event);
  };
  return (
    <FormContext value={{ places: given.places, wrong, faults: told, airports, learnAirports }}>
      <form noValidate onSubmit={submit} className="hand-over">
        <Steps at={at} parts={parts} />
        {wrong.map(({ pointer, detail }) => (
          <p key={pointer + detail} className="said danger">
            {detail}
          </p>
        ))}
        <SentText sent={sent} shown={[]} confirm={confirm} />
        <Foot at={at} busy={busy} label={action.label} />
        {drafts.kept && (
          <button type="button" className="plain" onClick={drafts.clear}>
            {t('Begin anew')}
          </button>
        )}
      </form>
    </FormContext>
  );
}

function withNames(action: ActFormProps['action'], names: ReturnType<typeof namesKnown>): ActFormProps['action'] {
  return { ...action, prefill: { ...names, ...action.prefill } };
}

/** Which step it is, kept with what is typed. A step is left forwards only when nothing lacks there. */
function useSteps({ fields, drafts, choices, onRecord }: StepProps) {
  const steps = stepsOf(fields);
  const index = Math.max(0, steps.indexOf(textIn(drafts.value['step']) as Step));
  const current = steps[index] ?? 'checks';
  const [asked, setAsked] = useState<Step>();
  const lines = linesOf(choices, drafts.value['checks']);
  const standing = { drafts: drafts.value, lines, sealOnRecord: onRecord['seal'] };
  const lacking = lackingAt(current, standing);
  const go = (to: Step) => drafts.change('step', to);
  return {
    ...{ index, current, count: steps.length },
    lacking: asked === current ? lacking : undefined,
    forward: () => (lacking === undefined ? go(steps[index + 1] ?? current) : setAsked(current)),
    back: () => go(steps[index - 1] ?? current),
    /** Only from the last step; where something was undone since, its step is shown. */
    mayBeSent: (): boolean => {
      const open = steps.find((step) => lackingAt(step, standing) !== undefined);
      if (current !== 'summary') return false;
      if (open === undefined) return true;
      setAsked(open);
      go(open);
      return false;
    },
  };
}

type At = ReturnType<typeof useSteps>;

function Steps({ at: { index, count, current, lacking }, parts }: { readonly at: At; readonly parts: StepProps }) {
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

function Foot({ at, busy, label }: { readonly at: At; readonly busy: boolean; readonly label: string }) {
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
