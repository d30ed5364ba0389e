import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { forgetSetUps } from '../order/kept-set-ups.js';
import { showKeys } from '../keys/keys-help.js';
import { endSession } from '../offline/end-session.js';
import type { Here } from '../offline/here.js';
import { SignOut } from '../offline/sign-out.js';
import { forgetTab } from './forget-tab.js';
import { useTheme, type Theme } from './theme.js';
import { t } from '../words/words.js';
import { roleText } from '../people/people-words.js';
import { LanguageChoice } from '../words/language-choice.js';

const themes = (): readonly { readonly value: Theme; readonly label: string }[] => [
  { value: 'system', label: t('As the system') },
  { value: 'light', label: t('Light') },
  { value: 'dark', label: t('Dark') },
];

/** What is needed rarely: who is signed in, the theme, the keys. */
export function Footer({ me }: { readonly me: Here }) {
  const client = useQueryClient();
  const signOut = async () => {
    await endSession(me);
    // The next to sign in here may be somebody else: neither answers nor typing of this one may stay.
    forgetSetUps(me.name);
    await client.cancelQueries({ queryKey: ['me'] });
    client.setQueryData(['me'], null);
    forgetTab(client);
  };
  return (
    <footer className="foot">
      <span>
        {t('Signed in as {who}, {role} of {organisation}', {
          who: me.person === me.name ? me.name : `${me.name}, ${me.person}`,
          role: roleText(me.role).toLowerCase(),
          organisation: me.organisation.name,
        })}
      </span>
      <Link href="/account">{t('My account')}</Link>
      <SignOut account={me.name} end={signOut} />
      <ThemeChoice />
      <LanguageChoice />
      <button type="button" className="plain" aria-keyshortcuts="?" onClick={showKeys}>
        {t('Keys')} <kbd>?</kbd>
      </button>
      <a href="/api/docs">API</a>
    </footer>
  );
}

function ThemeChoice() {
  const [theme, setTheme] = useTheme();
  return (
    <label className="inline">
      {t('Theme')}
      <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
        {themes().map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
