import { useState } from 'react';
import { bodyFrom } from '../act/body.js';
import { groupDraft } from '../act/drafts.js';
import type { Field } from '../act/form-model.js';
import { faultsIn, type Sent } from '../act/sent.js';
import { SentText } from '../act/sent-text.js';
import { WholeForm } from '../act/whole-form.js';
import type { Identity } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { now, ownZone } from '../time/now.js';
import { putIdentity, type Whom } from './identity-requests.js';
import { subjectName } from './identity-words.js';
import { t } from '../words/words.js';

interface RecordSheetProps {
  readonly whom: Whom;
  readonly fields: readonly Field[];
  /** Null: nothing is recorded, or it was erased. */
  readonly read: Identity | null;
  /** The revision that it is written on. */
  readonly revision: number;
  readonly close: () => void;
}

/** Who somebody is, to be entered or changed as a whole. What is typed is kept nowhere: it goes with the sheet. */
export function RecordSheet(props: RecordSheetProps) {
  const { whom, fields, close } = props;
  const { drafts, setDrafts, sent, busy, submit, wrong } = useRecording(props);
  return (
    <Sheet title={subjectName(whom.subject)} about={t('Encrypted, for your side of this shipment alone')} close={close}>
      <WholeForm
        {...{ fields, drafts, setDrafts, wrong, busy, submit, leave: close, autoComplete: 'off' }}
        {...{ faults: faultsIn(sent), button: t('Write the record'), underWay: t('Writing…') }}
      >
        <SentText sent={sent} shown={fields.map(({ name }) => `/${name}`)} confirm={() => undefined} />
      </WholeForm>
    </Sheet>
  );
}

function useRecording({ whom, fields, read, revision, close }: RecordSheetProps) {
  const [drafts, setDrafts] = useState(() => groupDraft(fields, read ?? {}, ownZone));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent>();
  const made = bodyFrom(fields, drafts, { now: now(), zoneOfAirport: () => undefined });
  const submit = async () => {
    setTried(true);
    if (busy || made.wrong.length > 0) return;
    setBusy(true);
    const answer = await putIdentity(whom, revision, made.value);
    setBusy(false);
    setSent(answer);
    if (answer.kind === 'done') close();
  };
  return { drafts, setDrafts, sent, busy, submit, wrong: tried ? made.wrong : [] };
}
