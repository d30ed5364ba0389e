import { useQueryClient } from '@tanstack/react-query';
import { lazy, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useRoute } from 'wouter';
import { onSignedOut } from './api/client.js';
import { useMe } from './api/questions.js';
import { UntilSignIn } from './offline/until-sign-in.js';
import { sessionLost, usePhone } from './offline/use-phone.js';
import { Part } from './part.js';
import { SignIn } from './shell/sign-in.js';
import { Failing, Loading } from './shell/states.js';
import { SignedIn } from './signed-in.js';
import { useLanguage } from './words/language.js';
import { t } from './words/words.js';

const JoinPage = lazy(() => import('./join/join-page.js').then((made) => ({ default: made.JoinPage })));
const ByLinkPage = lazy(() => import('./links/by-link-page.js').then((made) => ({ default: made.ByLinkPage })));

/** The whole board in the reader's language. Drawn anew in another one, it keeps what is typed and where one is. */
export function App() {
  const { locale } = useLanguage();
  return (
    <I18nProvider locale={locale}>
      <Board />
    </I18nProvider>
  );
}

/** Behind the sign-in, which stands in place so that the address is kept. Whoever comes by a link has nothing to sign in with. */
function Board() {
  const client = useQueryClient();
  const me = useMe();
  usePhone(me.data);
  const [joins] = useRoute('/join');
  const [byLink] = useRoute('/by-link');
  useEffect(() => onSignedOut(() => void sessionLost(client)), [client]);
  if (joins || byLink) {
    return <Part waiting={<Loading what={t('the page')} />}>{joins ? <JoinPage /> : <ByLinkPage />}</Part>;
  }
  if (me.data != null) {
    return (
      <UntilSignIn me={me.data} signIn={<SignIn />}>
        <SignedIn key={me.data.name} me={me.data} />
      </UntilSignIn>
    );
  }
  if (me.isPending) {
    return (
      <main>
        <Loading what={t('the board')} />
      </main>
    );
  }
  if (me.error !== null) return <Failing what={t('The board')} error={me.error} again={() => void me.refetch()} />;
  return <SignIn />;
}
