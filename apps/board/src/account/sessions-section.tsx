import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { doneOf, useOwnSessions } from '../api/people.js';
import type { OwnSession } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Asked } from '../shell/states.js';
import { t } from '../words/words.js';

/** Where one is signed in, without from where: addresses are not kept. */
export function SessionsSection() {
  const sessions = useOwnSessions();
  const { one, others } = useEnding();
  const error = one.error ?? others.error;
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('Where I am signed in')}</h2>
      <Asked what={t('your sessions')} lines={1} query={sessions}>
        {(items) => (
          <>
            <ul className="lines">
              {items.map((session) => (
                <SessionLine key={session.id} session={session} end={() => one.mutate(session.id)} />
              ))}
            </ul>
            {error !== null && (
              <p role="alert" className="said danger">
                {error.message}
              </p>
            )}
            {items.length > 1 && (
              <button type="button" className="button" aria-disabled={others.isPending} onClick={() => others.mutate()}>
                {t('Sign out everywhere but here')}
              </button>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function SessionLine({ session, end }: { readonly session: OwnSession; readonly end: () => void }) {
  return (
    <li>
      <span>
        {t('Since {moment}', { moment: momentText(session.since) })}
        <small className="block ink2">{t('last seen {moment}', { moment: momentText(session.lastSeenAt) })}</small>
      </span>
      {session.here ? (
        <span className="ink2">{t('here')}</span>
      ) : (
        <button
          type="button"
          className="plain"
          aria-label={t('End the session since {moment}', { moment: momentText(session.since) })}
          onClick={end}
        >
          {t('End')}
        </button>
      )}
    </li>
  );
}

function useEnding() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['account', 'sessions'] });
  return {
    one: useMutation({
      mutationFn: async (id: string) =>
        doneOf(await api.DELETE('/api/v1/account/sessions/{id}', { params: { path: { id } } })),
      onSettled,
    }),
    others: useMutation({
      mutationFn: async () => doneOf(await api.DELETE('/api/v1/account/sessions')),
      onSettled,
    }),
  };
}
