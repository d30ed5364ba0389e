import { useState } from 'react';
import { Sheet } from '../shell/sheet.js';
import { t } from '../words/words.js';
import { throwAway } from './outbox.js';
import { useOutbox } from './use-outbox.js';
import { forgetTrips } from './whose-phone.js';

interface SignOutProps {
  /** The account that is signed in. */
  readonly account: string;
  readonly end: () => Promise<unknown>;
}

/** Signs out, and takes trips and papers off the phone. What waits to be sent is not thrown away unasked. */
export function SignOut({ account, end }: SignOutProps) {
  const waiting = useOutbox().length;
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const leave = async (also?: () => Promise<unknown>) => {
    setAsking(false);
    setFailed(false);
    try {
      // The server first: a session that was not ended would open again, on a phone that has forgotten whose it is.
      await end();
    } catch {
      setFailed(true);
      return;
    }
    await Promise.all([forgetTrips(null), also?.()]).catch(() => undefined);
  };
  return (
    <>
      <button type="button" className="plain" onClick={() => (waiting > 0 ? setAsking(true) : void leave())}>
        {t('Sign out')}
      </button>
      {failed && <span role="alert">{t('The server did not answer: you are signed in still.')}</span>}
      {asking && (
        <Question
          waiting={waiting}
          stay={() => setAsking(false)}
          keep={() => void leave()}
          drop={() => void leave(() => throwAway(account))}
        />
      )}
    </>
  );
}

interface QuestionProps {
  readonly waiting: number;
  readonly stay: () => void;
  readonly keep: () => void;
  readonly drop: () => void;
}

/** What is to become of the entries that were not sent. */
function Question({ waiting, stay, keep, drop }: QuestionProps) {
  return (
    <Sheet title={t('Sign out with entries that were not sent?')} close={stay}>
      <p>
        {t('{count, plural, one {# entry lies} other {# entries lie}} on this phone, not sent yet.', {
          count: waiting,
        })}
      </p>
      <p>{t('Kept, they are sent when you sign in on this phone again. Nobody else can see or send them.')}</p>
      <div className="sheet-foot">
        <button type="button" className="button first" onClick={stay}>
          {t('Stay signed in')}
        </button>
        <button type="button" className="button" onClick={keep}>
          {t('Sign out, keep them')}
        </button>
        <button type="button" className="button grave" onClick={drop}>
          {t('Sign out, throw them away')}
        </button>
      </div>
    </Sheet>
  );
}
