import { useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'cellrelay.theme';

function stored(): Theme {
  const value = document.documentElement.dataset['theme'];
  return value === 'light' || value === 'dark' ? value : 'system';
}

function choose(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset['theme'];
    localStorage.removeItem(KEY);
  } else {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(KEY, theme);
  }
}

/** The chosen theme, kept in this browser; public/theme.js sets it before the first paint. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(stored);
  const change = (next: Theme) => {
    choose(next);
    setTheme(next);
  };
  return [theme, change];
}
