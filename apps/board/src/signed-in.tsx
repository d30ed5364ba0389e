import { useReturn } from './account/use-return.js';
import { KeysHelp } from './keys/keys-help.js';
import { useKeyboard } from './keys/keyboard.js';
import { PaletteOpener } from './keys/palette-opener.js';
import { useLive } from './live/use-live.js';
import { OnCallLine } from './on-call/on-call-line.js';
import { BellsLine } from './shell/bells-line.js';
import { Footer } from './shell/footer.js';
import { Header } from './shell/header.js';
import { LostLine } from './shell/lost-line.js';
import type { Me } from './api/types.js';
import { NetworkLine } from './offline/network-line.js';
import { NewVersionLine } from './offline/new-version-line.js';
import { carries } from './offline/whose-phone.js';
import { Pages } from './pages.js';
import { t } from './words/words.js';

/** Every page, within what all of them share: header, line, footer, keys. */
export function SignedIn({ me }: { readonly me: Me }) {
  const hears = me.asks.includes('live');
  useLive(hears);
  useReturn();
  useKeyboard();
  return (
    <>
      <a className="skip" href="#main">
        {t('Skip to the page')}
      </a>
      <Header me={me} />
      <NewVersionLine />
      {carries(me) ? <NetworkLine /> : hears && <LostLine />}
      <BellsLine />
      <OnCallLine />
      <main id="main" tabIndex={-1}>
        <Pages />
      </main>
      <Footer me={me} />
      <KeysHelp />
      <PaletteOpener />
    </>
  );
}
