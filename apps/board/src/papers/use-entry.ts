import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { bodyFrom } from '../act/body.js';
import { groupDraft } from '../act/drafts.js';
import { formOf } from '../act/form-model.js';
import type { Sent } from '../act/send-command.js';
import { now, ownZone } from '../time/now.js';
import { putPaperFact } from './use-paper-facts.js';

/** A fact of a shipment's papers as it stands, and where it is entered. */
export interface StandingFact {
  readonly shipment: string;
  readonly which: string;
  /** Whom or what it is about now: sent back, so that nothing of one is kept as another's. */
  readonly of: string;
  readonly revision: number;
  readonly entered: { readonly by: string; readonly at: string } | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** What stands in the form's fields; nothing where it was entered of another. */
  readonly known: Readonly<Record<string, unknown>>;
}

/**
 * What stands in the form, and how it is entered: on the revision that was read. What is typed stays through a refusal, and is kept nowhere else: it may be results of a
 * donor's tests.
 */
export function useEntry(fact: StandingFact) {
  const client = useQueryClient();
  const fields = useMemo(() => formOf(fact.fields), [fact.fields]);
  const fresh = () => groupDraft(fields, fact.known, ownZone);
  const [drafts, setDrafts] = useState(fresh);
  const [revision, setRevision] = useState(fact.revision);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent>();
  const made = bodyFrom(fields, drafts, { now: now(), zoneOfAirport: () => undefined });
  const submit = async () => {
    setTried(true);
    if (busy || made.wrong.length > 0) return;
    setBusy(true);
    // After "somebody has entered it meanwhile" it is sent on what stands now, which its author has been told.
    const standing = sent?.kind === 'stale' ? fact.revision : revision;
    const { shipment, which, of } = fact;
    const answer = await putPaperFact({ shipment, which, revision: standing, body: { ...(made.value as object), of } });
    await client.invalidateQueries({ queryKey: ['shipment', shipment] });
    setRevision(answer.kind === 'done' ? standing + 1 : standing);
    setSent(answer);
    setBusy(false);
  };
  const takeOver = () => setDrafts(fresh());
  return { fields, drafts, setDrafts, sent, busy, submit, takeOver, wrong: tried ? made.wrong : [] };
}
