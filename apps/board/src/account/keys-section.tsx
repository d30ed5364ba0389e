import { LettersSwitch } from '../keys/letters-switch.js';
import { t } from '../words/words.js';

/** Whether single letters do something, in this browser: whoever dictates puts them off. */
export function KeysSection() {
  return (
    <section aria-labelledby="keys-title">
      <h2 id="keys-title">{t('Keys')}</h2>
      <p className="hint">{t('Kept in this browser. Keys with Ctrl or Cmd, arrows and Tab work always.')}</p>
      <LettersSwitch />
    </section>
  );
}
