import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { forgetForms } from '../act/kept-forms.js';
import { forgetSetUps } from '../order/kept-set-ups.js';
import { forgetAllWords } from '../letters/kept-words.js';
import type { Me } from '../api/types.js';
import { showKeys } from '../keys/keys-help.js';
import { useTheme, type Theme } from './theme.js';

const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** What is needed rarely: who is signed in, the theme, the keys. */
export function Footer({ me }: { readonly me: Me }) {
  const client = useQueryClient();
  const signOut = async () => {
    await api.DELETE('/api/v1/session');
    // The next to sign in here may be somebody else: neither answers nor typing of this one may stay.
    forgetForms();
    forgetSetUps();
    forgetAllWords();
    client.setQueryData(['me'], null);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  };
  return (
    <footer className="foot">
      <span>
        Signed in as {me.name}
        {me.person !== me.name && `, ${me.person}`}, {me.role} of {me.organisation.name}
      </span>
      <Link href="/account">My account</Link>
      <button type="button" className="plain" onClick={() => void signOut()}>
        Sign out
      </button>
      <ThemeChoice />
      <button type="button" className="plain" aria-keyshortcuts="?" onClick={showKeys}>
        Keys <kbd>?</kbd>
      </button>
      <a href="/api/docs">API</a>
    </footer>
  );
}

function ThemeChoice() {
  const [theme, setTheme] = useTheme();
  return (
    <label className="inline">
      Theme
      <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
        {themes.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
