import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bodyFrom } from '../act/body.js';
import { textIn } from '../act/drafts.js';
import type { Field } from '../act/form-model.js';
import type { Courier } from '../api/types.js';
import { now } from '../time/now.js';
import { freeId, movedOnto, recordDrafts, type Differing } from './meanwhile.js';
import { putCourier, type Put } from './put-courier.js';

/** What a courier's form is told. */
export interface CourierSheetProps {
  /** Null: a new one. */
  readonly courier: Courier | null;
  /** JSON Schema of a record. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly close: () => void;
}

const known = { zoneOfAirport: () => undefined };

/** What stands in the form, and how it is written: on the revision that was read, never over another's unseen. */
export function useRecord({ courier, close }: CourierSheetProps, fields: readonly Field[]) {
  const client = useQueryClient();
  const form = useStanding(courier, fields);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [put, setPut] = useState<Put>();
  const made = bodyFrom(fields, form.drafts, { ...known, now: now() });
  const submit = async () => {
    setTried(true);
    if (busy || made.wrong.length > 0) return;
    setBusy(true);
    const answer = await putCourier(form.id, form.read?.revision ?? null, made.value);
    setBusy(false);
    setPut(answer);
    if (answer.kind === 'moved') form.moveOnto(answer.standing);
    await client.invalidateQueries({ queryKey: ['couriers'] });
    if (answer.kind === 'done') close();
  };
  return { ...form, busy, put, submit, wrong: tried ? made.wrong : [] };
}

/** The form's drafts and the record that they were typed on, moved on when somebody else has written it. */
function useStanding(courier: Courier | null, fields: readonly Field[]) {
  const [read, setRead] = useState(courier);
  const [drafts, setDrafts] = useState(() => recordDrafts(fields, courier));
  const [differing, setDiffering] = useState<readonly Differing[]>([]);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const id = read?.id ?? freeId(textIn(drafts['name']), taken);
  const moveOnto = (standing: Courier) => {
    if (read === null) return setTaken([...taken, standing.id]);
    const moved = movedOnto(fields, drafts, { read, standing });
    setRead(standing);
    setDrafts(moved.drafts);
    setDiffering(moved.differing);
  };
  return { id, read, drafts, setDrafts, differing, moveOnto };
}
