import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, Route, Switch } from 'wouter';
import { onSignedOut, type Failure } from './api/client.js';
import { useMe } from './api/questions.js';
import type { Me } from './api/types.js';
import { AlertsPage } from './board/alerts-page.js';
import { BoardPage } from './board/board-page.js';
import { KeysHelp } from './keys/keys-help.js';
import { useKeyboard } from './keys/keyboard.js';
import { useLive } from './live/use-live.js';
import { Footer } from './shell/footer.js';
import { Header } from './shell/header.js';
import { LostLine } from './shell/lost-line.js';
import { SignIn } from './shell/sign-in.js';
import { Failing, Loading, Nothing } from './shell/states.js';
import { ShipmentPage } from './shipment/shipment-page.js';

/** The whole board: behind the sign-in, which stands in place so that the address is kept. */
export function App() {
  const client = useQueryClient();
  const me = useMe();
  useEffect(() => onSignedOut(() => client.setQueryData(['me'], (old: Me | undefined) => (old === undefined ? old : null))), [client]);
  if (me.data != null) return <SignedIn me={me.data} />;
  if (me.isPending) return <Loading what="the board" />;
  const status = (me.error as Failure | null)?.status;
  if (status !== undefined && status !== 401) return <Failing what="The board" error={me.error} again={() => void me.refetch()} />;
  return <SignIn />;
}

function SignedIn({ me }: { readonly me: Me }) {
  useLive();
  useKeyboard();
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Header />
      <LostLine />
      <main id="main" tabIndex={-1}>
        <Switch>
          <Route path="/" component={BoardPage} />
          <Route path="/alerts" component={AlertsPage} />
          <Route path="/shipments/:id">{({ id }) => <ShipmentPage key={id} id={id} />}</Route>
          <Route>
            <Nothing title="There is no such page">
              <Link href="/">Go to the board</Link>
            </Nothing>
          </Route>
        </Switch>
      </main>
      <Footer me={me} />
      <KeysHelp />
    </>
  );
}
