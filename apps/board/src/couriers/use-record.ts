import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bodyFrom } from '../act/body.js';
import { groupDraft, textIn, type DraftGroup } from '../act/drafts.js';
import type { Field } from '../act/form-model.js';
import type { Sent } from '../act/send-command.js';
import type { Courier } from '../api/types.js';
import { now, ownZone } from '../time/now.js';
import { localText } from '../time/zone.js';
import { idFrom } from './papers.js';
import { putCourier } from './put-courier.js';

/** What a courier's form is told. */
export interface CourierSheetProps {
  /** Null: a new one. */
  readonly courier: Courier | null;
  /** JSON Schema of a record. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly close: () => void;
  readonly renew: () => Promise<unknown>;
}

/** Known values as a form has them: a moment in its place's clock. */
function knownOf(courier: Courier | null): Readonly<Record<string, unknown>> {
  if (courier === null) return {};
  const { restUntil, ...rest } = courier;
  if (restUntil === null) return rest;
  return { ...rest, restUntil: { local: localText(Date.parse(restUntil.at), restUntil.zone), zone: restUntil.zone } };
}

const known = { now: now(), zoneOfAirport: () => undefined };

/** What stands in the form, and how it is written: on the revision that was read, never over another's. */
export function useRecord({ courier, close, renew }: CourierSheetProps, fields: readonly Field[]) {
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<DraftGroup>(() => groupDraft(fields, knownOf(courier), ownZone));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent>();
  const made = bodyFrom(fields, drafts, { ...known, now: now() });
  const id = courier?.id ?? idFrom(textIn(drafts['name']));
  const submit = async () => {
    setTried(true);
    if (busy || made.wrong.length > 0) return;
    setBusy(true);
    const answer = await putCourier(id, courier?.revision ?? null, made.value);
    setBusy(false);
    setSent(answer);
    await client.invalidateQueries({ queryKey: ['couriers'] });
    if (answer.kind === 'done') close();
    else if (answer.kind === 'stale') await renew();
  };
  const faults = sent !== undefined && sent.kind !== 'done' ? sent.refusal.fields : [];
  return { drafts, setDrafts, busy, sent, submit, faults, id, wrong: tried ? made.wrong : [] };
}
