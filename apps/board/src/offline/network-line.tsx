import { useMe } from '../api/questions.js';
import { useNow, usePassed } from '../time/now.js';
import { t } from '../words/words.js';
import { useAskedSignIn } from './asked-sign-in.js';
import { isOnItsWay } from './next-to-send.js';
import { hereText } from './times.js';
import { useNetwork } from './use-network.js';
import { useOutbox } from './use-outbox.js';

/** Short breaks pass unseen. */
const GRACE = 1_000;

/** Says that there is no network and since when, that there is no session, and how much waits on this phone to be sent. */
export function NetworkLine() {
  const { reached, since } = useNetwork();
  const now = useNow();
  const longEnough = usePassed(since + GRACE);
  const rows = useOutbox();
  const waiting = rows.filter((row) => isOnItsWay(row, rows)).length;
  const lost = !reached && longEnough;
  const out = useMe().data?.lost === true;
  return (
    <div role="status" className={lost || out || waiting > 0 ? 'lost network' : 'unseen'}>
      {lost && (
        <p>
          <strong>{t('No network since {time}.', { time: hereText(since, now) })}</strong>{' '}
          {t('Go on: what you enter is kept on this phone and sent later, with its own time.')}
        </p>
      )}
      {waiting > 0 && <p>{waitingText(waiting, lost || out)}</p>}
      {out && <SignedOut />}
    </div>
  );
}

function SignedOut() {
  const signIn = useAskedSignIn();
  return (
    <>
      <p>
        <strong>{t('Signed out by the server: sign in to send.')}</strong>
      </p>
      <button type="button" className="button" onClick={signIn}>
        {t('Sign in')}
      </button>
    </>
  );
}

function waitingText(count: number, held: boolean): string {
  return held
    ? t('{count, plural, one {# entry waits} other {# entries wait}} to be sent.', { count })
    : t('{count, plural, one {# entry is} other {# entries are}} being sent.', { count });
}
