import { Fragment, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Place } from '../api/types.js';
import type { ActFormProps } from './act-form-props.js';
import { textIn } from './drafts.js';
import { isSettled, SettledField } from './fields/settled-field.js';
import { FormContext, type FormSurroundings } from './form-context.js';
import { formOf, type Field } from './form-model.js';
import { SentText } from './sent-text.js';
import { withStatedBy } from './stated-by.js';
import { useDrafts } from './use-drafts.js';
import { useSending } from './use-sending.js';
import { t } from '../words/words.js';

/** One command as a form. What is typed is kept until the server has taken it; a second press acts once. */
export function ActForm(props: ActFormProps) {
  const { action, close, form } = props;
  const fields = useMemo(() => withStatedBy(formOf(action.fields)), [action.fields]);
  const drafts = useDrafts(form, fields, props);
  const sending = useSending(props, fields, drafts.value);
  const element = useRef<HTMLFormElement>(null);
  useFocus(element, sending.turn);
  const surroundings = useSurroundingsOf(props.places, sending);
  const [opened, setOpened] = useState(false);
  const said = action.subject !== null && !opened;
  const grave = action.consequences.length > 0;
  return (
    <FormContext value={surroundings}>
      <form ref={element} noValidate onSubmit={sending.submit} onKeyDown={grave ? keepEnter : undefined}>
        {said && <About subject={action.subject} open={() => setOpened(true)} />}
        {fields.map((field) => (
          <Fragment key={field.name}>
            <SettledField
              settled={isSettled(field, action.prefill[field.name])}
              said={said}
              field={field}
              at={`/${field.name}`}
              draft={drafts.value[field.name]}
              change={(draft) => drafts.change(field.name, draft)}
            />
            {props.under?.[field.name]?.(textIn(drafts.value[field.name]))}
          </Fragment>
        ))}
        {fields.length === 0 && <p className="ink2">{t('Nothing needs to be filled in.')}</p>}
        {grave && <Consequences items={action.consequences} />}
        <SentText sent={sending.sent} shown={pointersOf(fields)} confirm={sending.confirm} />
        <FormFoot {...{ grave, drafts, sending }} close={props.alone === true ? null : close} label={action.label} />
      </form>
    </FormContext>
  );
}

/** The first field takes the focus, and after each try that did not go through the first one that is wrong. */
function useFocus(form: RefObject<HTMLFormElement | null>, turn: number): void {
  useEffect(() => {
    const first = turn === 0 ? 'input, select, textarea' : '[aria-invalid="true"]';
    form.current?.querySelector<HTMLElement>(first)?.focus();
  }, [form, turn]);
}

/** What the form is about, as the server says it, instead of the numbers and keys that name it in the body. */
function About({ subject, open }: { readonly subject: string | null; readonly open: () => void }) {
  return (
    <p className="settled">
      <strong>{t('About')}</strong> {subject}
      <button type="button" className="plain" onClick={open}>
        {t('Change')}
      </button>
    </p>
  );
}

interface FormFootProps {
  readonly label: string;
  readonly grave: boolean;
  /** Null where there is nothing to go back to. */
  readonly close: (() => void) | null;
  readonly drafts: ReturnType<typeof useDrafts>;
  readonly sending: ReturnType<typeof useSending>;
}

function FormFoot({ label, grave, close, drafts, sending }: FormFootProps) {
  const press = sending.sent === undefined ? label : t('Send again: {label}', { label });
  return (
    <div className="sheet-foot">
      <button type="submit" className={`button ${grave ? 'grave' : 'first'}`} aria-disabled={sending.busy}>
        {sending.busy ? t('Sending…') : press}
      </button>
      {close !== null && (
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave, keep what is typed')}
        </button>
      )}
      {drafts.kept && (
        <button type="button" className="plain" onClick={drafts.clear}>
          {t('Begin anew')}
        </button>
      )}
    </div>
  );
}

/** A grave act is not sent by Enter in a field: only by its own button. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

function Consequences({ items }: { readonly items: readonly string[] }) {
  return (
    <div className="consequences">
      <h3>{t('What follows')}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

/** The fields beside which something can be said; what the server says of other places stands below the form. */
const pointersOf = (fields: readonly Field[]): readonly string[] => fields.map(({ name }) => `/${name}`);

function useSurroundingsOf(places: readonly Place[], sending: ReturnType<typeof useSending>): FormSurroundings {
  const { made, turn, sent, airports, learnAirports } = sending;
  const told = sent?.kind === 'refused' || sent?.kind === 'stale' ? sent.refusal.fields : [];
  return {
    places,
    wrong: turn === 0 ? [] : made.wrong,
    faults: told,
    airports,
    learnAirports,
  };
}
