import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Action, Airport, Place } from '../api/types.js';
import { now } from '../time/now.js';
import { bodyFrom } from './body.js';
import { groupDraft, type Draft, type DraftGroup } from './drafts.js';
import { FieldView } from './fields/field-view.js';
import { FormContext, type FormSurroundings } from './form-context.js';
import { formOf, type Field } from './form-model.js';
import { forgetForm, keepForm, keptForm } from './kept-forms.js';
import { newKey, sendCommand, type Sent } from './send-command.js';
import { SentText } from './sent-text.js';

export interface ActFormProps {
  /** Names the form, so that what was typed is found again. */
  readonly form: string;
  readonly shipment: string;
  readonly action: Pick<Action, 'command' | 'label' | 'fields' | 'prefill' | 'consequences'>;
  readonly revision: number | null;
  readonly places: readonly Place[];
  readonly close: () => void;
  /** Called once the server has taken it, instead of `close`. */
  readonly done?: () => void;
  /** Asks anew what may be done, after somebody else has moved the stage. */
  readonly renew: () => Promise<unknown>;
}

/** One command as a form. What is typed is kept until the server has taken it; a second press acts once. */
export function ActForm(props: ActFormProps) {
  const { action, close, form } = props;
  const fields = useMemo(() => formOf(action.fields), [action.fields]);
  const drafts = useDrafts(form, fields, props);
  const sending = useSending(props, fields, drafts.value);
  const element = useRef<HTMLFormElement>(null);
  const { turn } = sending;
  useEffect(() => {
    if (turn > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [turn]);
  const surroundings = useSurroundingsOf(props.places, sending);
  const grave = action.consequences.length > 0;
  return (
    <FormContext value={surroundings}>
      <form ref={element} noValidate onSubmit={sending.submit} onKeyDown={grave ? keepEnter : undefined}>
        {fields.map((field) => (
          <FieldView
            key={field.name}
            field={field}
            at={`/${field.name}`}
            draft={drafts.value[field.name]}
            change={(draft) => drafts.change(field.name, draft)}
          />
        ))}
        {fields.length === 0 && <p className="ink2">Nothing needs to be filled in.</p>}
        {grave && <Consequences items={action.consequences} />}
        <SentText sent={sending.sent} shown={sending.shownPointers(fields)} />
        <div className="sheet-foot">
          <button type="submit" className={`button ${grave ? 'grave' : 'first'}`} aria-disabled={sending.busy}>
            {sending.busy ? 'Sending…' : sending.sent === undefined ? action.label : `Send again: ${action.label}`}
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Leave, keep what is typed
          </button>
          {drafts.kept && (
            <button type="button" className="plain" onClick={drafts.clear}>
              Begin anew
            </button>
          )}
        </div>
      </form>
    </FormContext>
  );
}

/** A grave act is not sent by Enter in a field: only by its own button. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

function Consequences({ items }: { readonly items: readonly string[] }) {
  return (
    <div className="consequences">
      <h3>What follows</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

function useDrafts(form: string, fields: readonly Field[], props: ActFormProps) {
  const zone = props.places[0]?.zone ?? 'UTC';
  const [before] = useState(() => keptForm(form)?.drafts);
  const [kept, setKept] = useState(before !== undefined);
  const [value, setValue] = useState<DraftGroup>(() => ({ ...groupDraft(fields, props.action.prefill, zone), ...before }));
  const put = (next: DraftGroup) => {
    setValue(next);
    setKept(true);
    keepForm(form, { drafts: next, key: keptForm(form)?.key ?? null });
  };
  return {
    value,
    kept,
    change: (name: string, draft: Draft) => put({ ...value, [name]: draft }),
    clear: () => {
      forgetForm(form);
      setKept(false);
      setValue(groupDraft(fields, props.action.prefill, zone));
    },
  };
}

type Airports = Readonly<Record<string, string>>;

function useSending(props: ActFormProps, fields: readonly Field[], drafts: DraftGroup) {
  const client = useQueryClient();
  const [airports, setAirports] = useState<Airports>({});
  const [turn, setTurn] = useState(0);
  const [sent, setSent] = useState<Sent>();
  const [busy, setBusy] = useState(false);
  const [revision, setRevision] = useState(props.revision);
  const [key, setKey] = useState(() => keptForm(props.form)?.key ?? newKey());
  const made = useMemo(() => bodyFrom(fields, drafts, { now: now(), zoneOfAirport: (iata) => airports[iata.toUpperCase()] }), [fields, drafts, airports]);

  const answered = async (answer: Sent) => {
    const stale = client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    if (answer.kind === 'done') {
      forgetForm(props.form);
      (props.done ?? props.close)();
      return;
    }
    // A refusal is an answer: nothing was done, and the next try is another one. Without an answer the key stays.
    if (answer.kind !== 'unknown') setKey(newKey());
    keepForm(props.form, { drafts, key: answer.kind === 'unknown' ? key : null });
    await stale;
    if (answer.kind === 'stale') await props.renew();
  };
  const send = async () => {
    setBusy(true);
    keepForm(props.form, { drafts, key });
    const { shipment, action } = props;
    // After "somebody moved it" the form is sent on what stands now, which its reader has been told.
    const standing = sent?.kind === 'stale' ? props.revision : revision;
    setRevision(standing);
    const answer = await sendCommand({ shipment, command: action.command, revision: standing, key, body: made.value });
    setSent(answer);
    setBusy(false);
    setTurn(turn + 1);
    await answered(answer);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (made.wrong.length === 0) return void send();
    setSent(undefined);
    setTurn(turn + 1);
  };
  const learnAirports = (found: readonly Airport[]) =>
    setAirports((known) => ({ ...known, ...Object.fromEntries(found.map(({ iata, zone }) => [iata, zone])) }));
  return { made, turn, sent, busy, submit, airports, learnAirports, shownPointers };
}

/** The fields beside which something can be said; what the server says of other places stands below the form. */
const shownPointers = (fields: readonly Field[]): readonly string[] => fields.map(({ name }) => `/${name}`);

function useSurroundingsOf(places: readonly Place[], sending: ReturnType<typeof useSending>): FormSurroundings {
  const { made, turn, sent, airports, learnAirports } = sending;
  const told = sent?.kind === 'refused' || sent?.kind === 'stale' ? sent.refusal.fields : [];
  return {
    places,
    wrong: turn === 0 ? [] : made.wrong,
    faults: told,
    zoneOfAirport: (iata) => airports[iata.toUpperCase()],
    learnAirports,
  };
}
