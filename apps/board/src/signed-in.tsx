import { Link, Route, Switch } from 'wouter';
import { AlertsPage } from './board/alerts-page.js';
import { BoardPage } from './board/board-page.js';
import { FiguresPage } from './figures/figures-page.js';
import { KeysHelp } from './keys/keys-help.js';
import { useKeyboard } from './keys/keyboard.js';
import { useLive } from './live/use-live.js';
import { Footer } from './shell/footer.js';
import { Header } from './shell/header.js';
import { LostLine } from './shell/lost-line.js';
import { ShipmentPage } from './shipment/shipment-page.js';
import type { Me } from './api/types.js';
import { Nothing } from './shell/states.js';

/** Every page, within what all of them share: header, line, footer, keys. */
export function SignedIn({ me }: { readonly me: Me }) {
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
          <Route path="/figures" component={FiguresPage} />
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
