import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type FormEvent } from 'react';
import type { Airport } from '../api/types.js';
import { now } from '../time/now.js';
import type { ActFormProps } from './act-form-props.js';
import { bodyFrom } from './body.js';
import type { DraftGroup } from './drafts.js';
import type { FormSurroundings } from './form-context.js';
import type { Field } from './form-model.js';
import { forgetForm, keepForm, keptForm } from './kept-forms.js';
import { newKey, sendCommand, type Sent } from './send-command.js';

type Airports = FormSurroundings['airports'];

/** The airports that the form's fields have looked up. */
function useAirportsSeen() {
  const [airports, setAirports] = useState<Airports>({});
  const learnAirports = useCallback(
    (found: readonly Airport[]) =>
      setAirports((known) => ({
        ...known,
        ...Object.fromEntries(found.map(({ iata, city, zone }) => [iata, { city, zone }])),
      })),
    [],
  );
  return { airports, learnAirports };
}

/** What becomes of an answer: the page is asked for anew, and the form is forgotten, or kept with the key that it must be sent with. */
function useAnswered(props: ActFormProps, drafts: DraftGroup, newTry: () => void) {
  const client = useQueryClient();
  return async (answer: Sent, key: string) => {
    const stale = client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    // What lies on the phone is as good as sent: it stands among what waits, and not in the form any more.
    if (answer.kind === 'done' || answer.kind === 'kept') {
      forgetForm(props.form);
      (props.done ?? props.close)();
      return;
    }
    // A refusal is an answer: nothing was done, and the next try is another one. Without an answer the key stays.
    if (answer.kind !== 'unknown') newTry();
    keepForm(props.form, { drafts, key: answer.kind === 'unknown' ? key : null });
    await stale;
    if (answer.kind === 'stale') await props.renew();
  };
}

/** Makes the body of what is typed and sends it: once for a double press, and with the same key until an answer has come. */
export function useSending(props: ActFormProps, fields: readonly Field[], drafts: DraftGroup) {
  const { airports, learnAirports } = useAirportsSeen();
  const [turn, setTurn] = useState(0);
  const [sent, setSent] = useState<Sent>();
  const [busy, setBusy] = useState(false);
  const [revision, setRevision] = useState(props.revision);
  const [key, setKey] = useState(() => keptForm(props.form)?.key ?? newKey());
  const answered = useAnswered(props, drafts, () => setKey(newKey()));
  const made = useMemo(
    () => bodyFrom(fields, drafts, { now: now(), zoneOfAirport: (iata) => airports[iata.toUpperCase()]?.zone }),
    [fields, drafts, airports],
  );

  const send = async (despiteRecord: boolean) => {
    setBusy(true);
    keepForm(props.form, { drafts, key });
    // After "somebody moved it" the form is sent on what stands now, which its reader has been told.
    const standing = sent?.kind === 'stale' ? props.revision : revision;
    setRevision(standing);
    const answer = await (props.send ?? sendCommand)({
      shipment: props.shipment,
      command: props.action.command,
      revision: standing,
      key,
      body: despiteRecord ? { ...(made.value as object), despiteRecord } : made.value,
    });
    setSent(answer);
    setBusy(false);
    setTurn(turn + 1);
    await answered(answer, key);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (made.wrong.length === 0) return void send(false);
    setSent(undefined);
    setTurn(turn + 1);
  };
  return { made, turn, sent, busy, submit, confirm: () => void send(true), airports, learnAirports };
}
