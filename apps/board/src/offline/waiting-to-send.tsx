import { t } from '../words/words.js';
import { useAllQueued } from './use-outbox.js';

/** At the sign-in: how much waits on this phone. Whose it is and what is not said to whoever stands here. */
export function WaitingToSend() {
  const count = useAllQueued().length;
  if (count === 0) return null;
  return (
    <p role="status" className="said">
      {t('{count, plural, one {# entry lies} other {# entries lie}} on this phone, not sent yet.', { count })}{' '}
      {t('Sign in to send them. Only the person who wrote them can.')}
    </p>
  );
}
