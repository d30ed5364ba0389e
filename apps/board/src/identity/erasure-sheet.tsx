import { useState, type FormEvent } from 'react';
import type { Sent } from '../act/send-command.js';
import { SentText } from '../act/sent-text.js';
import type { Subject } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { eraseIdentity, eraseTogether, type Whom } from './identity-requests.js';
import { erasureLabels, lettersGo, reasonWords, subjectName, wordsGo, type Reason } from './identity-words.js';
import { t } from '../words/words.js';

interface ErasureSheetProps {
  readonly whom: Whom;
  readonly subject: Subject;
  readonly close: () => void;
}

/** What erasing somebody means, what stands against it, and who has to agree. */
export function ErasureSheet({ whom, subject, close }: ErasureSheetProps) {
  const { may, heldBy, asked } = subject.erasure;
  const [reason, setReason] = useState<Reason | null>(asked?.reason ?? null);
  const { sent, busy, send } = useErasing(close);
  const needsReason = may !== 'erase';
  const erase = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!needsReason) void send(eraseIdentity(whom, subject.revision));
    else if (reason !== null) void send(eraseTogether(whom, subject.revision, reason));
  };
  return (
    <Sheet title={t('Erase: {subject}', { subject: subjectName(subject.subject) })} close={close}>
      <form noValidate className="erasure" onSubmit={erase}>
        <Consequences subject={subject} />
        {heldBy !== null && <p>{heldBy}</p>}
        {needsReason && <p className="ink2">{togetherWords(subject)}</p>}
        {needsReason && <Reasons chosen={reason} choose={setReason} settled={may === 'confirm'} />}
        <SentText sent={sent} shown={[]} confirm={() => undefined} />
        <div className="sheet-foot">
          <Erase label={erasureLabels[may ?? 'erase']} busy={busy} unsaid={needsReason && reason === null} />
          <button type="button" className="button quiet" onClick={close}>
            {t('Leave')}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

/** What goes, and what stays. */
function Consequences({ subject }: Pick<ErasureSheetProps, 'subject'>) {
  return (
    <div className="consequences">
      <h3>{t('What follows')}</h3>
      <ul>
        <li>{t('The key is deleted: nobody can read the record again, here or in a backup of the data.')}</li>
        <li>{wordsGo(subject)}</li>
        <li>{lettersGo()}</li>
        <li>{t('With a backup of keys from before, an older backup can still be read until the keys are renewed.')}</li>
        <li>
          {t('The shipment’s log stays, without the words. So does the record of who looked, and of who erased.')}
        </li>
      </ul>
    </div>
  );
}

interface EraseProps {
  readonly label: string;
  readonly busy: boolean;
  /** A reason is still to be chosen. */
  readonly unsaid: boolean;
}

function Erase({ label, busy, unsaid }: EraseProps) {
  if (!unsaid)
    return (
      <button type="submit" className="button grave" aria-disabled={busy}>
        {label}
      </button>
    );
  return (
    <>
      <button type="submit" className="button unready" aria-disabled aria-describedby="erasure-why">
        {label}
      </button>
      <p id="erasure-why" className="ink2">
        {t('Choose a reason first.')}
      </p>
    </>
  );
}

function togetherWords({ erasure: { may, asked } }: Subject): string {
  if (may === 'confirm')
    return t('{person} asks for it. When you agree, it is done at once.', { person: asked?.person ?? t('Somebody') });
  return t('So a second person of your organisation has to agree, on this page.');
}

interface ReasonsProps {
  readonly chosen: Reason | null;
  readonly choose: (reason: Reason) => void;
  /** The one who asked has said why: it is agreed with, or not. */
  readonly settled: boolean;
}

function Reasons({ chosen, choose, settled }: ReasonsProps) {
  const offered = (Object.keys(reasonWords) as Reason[]).filter((reason) => !settled || reason === chosen);
  return (
    <fieldset className="field">
      <legend className="label">{t('Why')}</legend>
      <div className="radios tall">
        {offered.map((reason) => (
          <label key={reason} className="radio">
            <input type="radio" name="reason" checked={chosen === reason} onChange={() => choose(reason)} />
            {reasonWords[reason]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function useErasing(close: () => void) {
  const [sent, setSent] = useState<Sent>();
  const [busy, setBusy] = useState(false);
  const send = async (asked: Promise<Sent>) => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    setSent(answer);
    if (answer.kind === 'done') close();
  };
  return { sent, busy, send };
}
