import { useState } from 'react';
import { bodyFrom } from '../act/body.js';
import { groupDraft } from '../act/drafts.js';
import type { Field } from '../act/form-model.js';
import type { Sent } from '../act/send-command.js';
import { now, ownZone } from '../time/now.js';
import type { EntryPlace } from './entry.js';
import { putEntry } from './put-entry.js';

const nothingKnown = { zoneOfAirport: () => undefined };

/**
 * What stands in the form, and how it is entered: on the revision and for whom its reader had read. The page around it may learn of a newer one meanwhile: the form takes it up once a refusal has said so, and
 * never unseen.
 */
export function useEntry(place: EntryPlace, fields: readonly Field[], done: () => void) {
  const [read, setRead] = useState<Pick<EntryPlace, 'entry' | 'known'>>(place);
  const [drafts, setDrafts] = useState(() => groupDraft(fields, place.known, ownZone));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent>();
  const made = bodyFrom(fields, drafts, { ...nothingKnown, now: now() });
  const submit = async () => {
    setTried(true);
    if (busy || made.wrong.length > 0) return;
    setBusy(true);
    const { of } = read.entry;
    const body = { ...(made.value as object), ...(typeof of === 'string' ? { of } : {}) };
    const answer = await putEntry(place.path, read.entry, body);
    // Old figures stay where asking again fails: the next try is refused again then.
    const standing = await place.again().catch(() => read);
    if (answer.kind === 'stale') setRead(standing);
    setSent(answer);
    setBusy(false);
    if (answer.kind === 'done') done();
  };
  return { read, drafts, setDrafts, busy, sent, submit, wrong: tried ? made.wrong : [] };
}
