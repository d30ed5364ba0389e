import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { api, bodyOf } from '../api/client.js';
import type { Me } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { roleText } from '../people/people-words.js';
import { SmallForm, type Typed } from '../shell/small-form.js';
import { Asked } from '../shell/states.js';
import { useHash } from '../shell/use-hash.js';
import { useTitle } from '../shell/use-title.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';

const lines = () =>
  [
    {
      name: 'name',
      label: t('Sign-in name'),
      hint: t('Small letters, digits and . _ @ + -, such as your mail address'),
      autoComplete: 'username',
      focus: true,
    },
    {
      name: 'password',
      label: t('Password'),
      hint: t('Twelve characters or more. Several words are easier to remember than one.'),
      type: 'password',
      autoComplete: 'new-password',
    },
  ] as const;

/** Where an invitation's link leads: a name and a password of one's own choice, and one is in. */
export function JoinPage() {
  // What stands after # is sent to no server by itself: it is read here and goes in the body.
  const token = useHash();
  const invited = useQuery({
    queryKey: ['invited', token],
    queryFn: async () => bodyOf(await api.POST('/api/v1/join/look', { body: { token } })),
    retry: false,
  });
  useTitle(t('Join'));
  const unknown = (invited.error as { status?: number } | null)?.status;
  return (
    <main className="sign-in">
      <h1>CellRelay</h1>
      {unknown === 404 || unknown === 400 ? (
        <GoneLink />
      ) : (
        <Asked what={t('the invitation')} query={invited}>
          {({ person, role, organisation, expiresAt }) => (
            <>
              <p>
                {rich(
                  '{person}, you are invited to act for {strong} as {role}.',
                  { strong: <strong>{organisation.name}</strong> },
                  { person, role: roleText(role).toLowerCase() },
                )}
              </p>
              <JoinForm key={token} token={token} />
              <p className="ink2 small">
                {t('The link is good until {moment}, once.', { moment: momentText(expiresAt) })}
              </p>
            </>
          )}
        </Asked>
      )}
    </main>
  );
}

function GoneLink() {
  return (
    <div role="alert">
      <p>
        {t(
          'This link is good for nothing: it was used, withdrawn, or has run out. Ask whoever invited you for another.',
        )}
      </p>
      <p>
        <Link href="/">{t('Sign in')}</Link>
      </p>
    </div>
  );
}

function JoinForm({ token }: { readonly token: string }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const send = async ({ name = '', password = '' }: Typed) =>
    bodyOf(await api.POST('/api/v1/join', { body: { token, name, password } }));
  const joined = (me: Me) => {
    client.clear();
    client.setQueryData(['me'], me);
    go('/account', { replace: true });
  };
  return <SmallForm lines={lines()} button={t('Join')} busy={t('Joining…')} send={send} done={joined} />;
}
