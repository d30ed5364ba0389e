import { useReturn } from './account/use-return.js';
import { KeysHelp } from './keys/keys-help.js';
import { useKeyboard } from './keys/keyboard.js';
import { PaletteOpener } from './keys/palette-opener.js';
import { useLive } from './live/use-live.js';
import { Footer } from './shell/footer.js';
import { Header } from './shell/header.js';
import { Lines } from './shell/lines.js';
import type { Here } from './offline/here.js';
import { Pages } from './pages.js';
import { t } from './words/words.js';

/** Every page, within what all of them share: header, line, footer, keys. */
export function SignedIn({ me }: { readonly me: Here }) {
  useLive(me.asks.includes('live'));
  useReturn();
  useKeyboard();
  return (
    <>
      <a className="skip" href="#main">
        {t('Skip to the page')}
      </a>
      <Header me={me} />
      <Lines me={me} />
      <main id="main" tabIndex={-1}>
        <Pages />
      </main>
      <Footer me={me} />
      <KeysHelp />
      <PaletteOpener />
    </>
  );
}
