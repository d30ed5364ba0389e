import { useMemo, useState, type FormEvent } from 'react';
import type { ActFormProps } from '../../act/act-form-props.js';
import type { Draft, DraftGroup } from '../../act/drafts.js';
import { FormContext } from '../../act/form-context.js';
import { formOf } from '../../act/form-model.js';
import { SentText } from '../../act/sent-text.js';
import { useDrafts } from '../../act/use-drafts.js';
import { useSending } from '../../act/use-sending.js';
import type { Action } from '../../api/types.js';
import { t } from '../../words/words.js';
import { choicesOf } from './check-lines.js';
import { namesKnown, signedAnew } from './hand-over-steps.js';
import type { StepProps } from './step-props.js';
import { Foot, Steps } from './steps-view.js';
import { useSteps } from './use-steps.js';

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
  const drafts = underSignatures(useDrafts(given.form, fields, props), fields);
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

/** What is typed, of which no change leaves a signature standing under something else. */
function underSignatures(drafts: ReturnType<typeof useDrafts>, fields: StepProps['fields']) {
  const changeAll = (changed: DraftGroup) => drafts.changeAll(signedAnew(drafts.value, changed, fields));
  return { ...drafts, changeAll, change: (name: string, draft: Draft) => changeAll({ [name]: draft }) };
}

function withNames(action: ActFormProps['action'], names: ReturnType<typeof namesKnown>): ActFormProps['action'] {
  return { ...action, prefill: { ...names, ...action.prefill } };
}
