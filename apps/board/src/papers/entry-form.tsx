import type { FormEvent } from 'react';
import { FieldView } from '../act/fields/field-view.js';
import { FormContext } from '../act/form-context.js';
import { ownPlace } from '../act/places.js';
import { SentText } from '../act/sent-text.js';
import { momentText } from '../people/moment-text.js';
import { useEntry, type StandingFact } from './use-entry.js';

interface EntryProps {
  readonly fact: StandingFact;
  /** What the button says, such as "Enter the value". */
  readonly button: string;
}

/** One fact of papers as a form. What the server refuses stands beside its field; what somebody else has entered meanwhile is said before it is written over. */
export function EntryForm({ fact, button }: EntryProps) {
  const { fields, drafts, setDrafts, sent, busy, submit, takeOver, wrong } = useEntry(fact);
  const faults = sent === undefined || sent.kind === 'done' ? [] : sent.refusal.fields;
  const around = { places: [ownPlace], wrong, faults, airports: {}, learnAirports: () => undefined };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <FormContext value={around}>
      <form noValidate autoComplete="off" onSubmit={send}>
        {fields.map((field) => (
          <FieldView
            key={field.name}
            field={field}
            at={`/${field.name}`}
            draft={drafts[field.name]}
            change={(draft) => setDrafts({ ...drafts, [field.name]: draft })}
          />
        ))}
        {sent?.kind === 'stale' ? (
          <Meanwhile entered={fact.entered} takeOver={takeOver} />
        ) : (
          <SentText sent={sent} shown={fields.map(({ name }) => `/${name}`)} confirm={() => undefined} />
        )}
        <div className="sheet-foot">
          <button type="submit" className="button first" aria-disabled={busy}>
            {busy ? 'Entering…' : button}
          </button>
          <span role="status">{sent?.kind === 'done' && !busy && 'Entered.'}</span>
        </div>
      </form>
    </FormContext>
  );
}

interface MeanwhileProps extends Pick<StandingFact, 'entered'> {
  readonly takeOver: () => void;
}

/** Somebody else was quicker: who, when, and what sending again does to it. */
function Meanwhile({ entered, takeOver }: MeanwhileProps) {
  return (
    <div className="refused" role="alert">
      <p>
        <strong>Not entered yet.</strong>{' '}
        {entered === null
          ? 'Somebody else has changed it since you opened it.'
          : `${entered.by} has entered it since you opened it, ${momentText(entered.at)}.`}{' '}
        What you typed is still here: enter it again to have it so.
      </p>
      <button type="button" className="button" onClick={takeOver}>
        Show what stands now
      </button>
    </div>
  );
}
