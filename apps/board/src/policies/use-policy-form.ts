import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { textIn, type Draft, type DraftGroup } from '../act/drafts.js';
import { forgetForm, keepForm, keptForm } from '../act/kept-forms.js';
import { sendOnce, type Sent } from '../act/send-command.js';
import type { PolicyInFull } from '../api/types.js';
import { changeable, changedPolicy, changesIn, draftsAtFirst } from './changed-policy.js';

/** What stands in the form of a new version, kept in this tab until it has been entered, and how it is sent. */
export function usePolicyForm(policy: PolicyInFull, entered: (version: string) => void) {
  const figures = useMemo(() => changeable(policy), [policy]);
  const before = useMemo(() => draftsAtFirst(policy, figures), [policy, figures]);
  const kept = useKept(`policy/${policy.version}`, before);
  const changes = changesIn(figures, before, kept.drafts);
  const made = changedPolicy(policy, figures, before, kept.drafts);
  const sending = useEntering(made.value, () => {
    kept.forget();
    entered(textIn(kept.drafts['/policy/version']).trim());
  });
  const ready = made.wrong.length === 0 && changes.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sending.tryIt(ready);
  };
  return { ...sending, ...kept, figures, changes, submit, wrong: sending.turn === 0 ? [] : made.wrong };
}

function useKept(form: string, before: DraftGroup) {
  const [drafts, setDrafts] = useState<DraftGroup>(() => ({ ...before, ...keptForm(form)?.drafts }));
  const change = (name: string, draft: Draft) => {
    const next = { ...drafts, [name]: draft };
    setDrafts(next);
    keepForm(form, { drafts: next, key: null });
  };
  const forget = () => forgetForm(form);
  return { drafts, change, forget, beginAnew: () => (forget(), setDrafts(before)) };
}

/** A version that is sent again as it was is the same one: no key is needed to act once. */
function useEntering(body: unknown, done: () => void) {
  const client = useQueryClient();
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent>();
  const tryIt = async (ready: boolean) => {
    if (busy) return;
    setBusy(ready);
    const answer = ready ? await enter(body) : undefined;
    setBusy(false);
    setSent(answer);
    setTurn(turn + 1);
    if (answer?.kind !== 'done') return;
    await client.invalidateQueries({ queryKey: ['policies'] });
    done();
  };
  return { turn, busy, sent, tryIt };
}

function enter(body: unknown): Promise<Sent> {
  return sendOnce('/api/v1/policies', { method: 'POST', body });
}
