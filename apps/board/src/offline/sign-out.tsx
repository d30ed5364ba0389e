import { lazy, Suspense, useState } from 'react';
import { t } from '../words/words.js';
import { throwAway } from './outbox.js';
import { useOutbox } from './use-outbox.js';
import { forgetTrips } from './whose-phone.js';

/** Fetched when it is asked: the phone has it, and its first page is lighter without. */
const Question = lazy(() => import('./sign-out-question.js').then((made) => ({ default: made.SignOutQuestion })));

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
    // Once more: what was on its way when the session ended may have been kept since.
    await Promise.all([forgetTrips(null), also?.()]).catch(() => undefined);
  };
  return (
    <>
      <button type="button" className="plain" onClick={() => (waiting > 0 ? setAsking(true) : void leave())}>
        {t('Sign out')}
      </button>
      {failed && <span role="alert">{t('The server did not answer: you are signed in still.')}</span>}
      {asking && (
        <Suspense fallback={null}>
          <Question
            waiting={waiting}
            stay={() => setAsking(false)}
            keep={() => void leave()}
            drop={() => void leave(() => throwAway(account))}
          />
        </Suspense>
      )}
    </>
  );
}
