import { useState, type ReactNode } from 'react';
import { t } from '../words/words.js';
import { AskedSignIn } from './asked-sign-in.js';
import type { Here } from './here.js';

interface UntilProps {
  readonly me: Here;
  readonly signIn: ReactNode;
  readonly children: ReactNode;
}

/** The pages of whoever is here. Whom the server has signed out goes to the sign-in when they want to, and back: without network their trip is all they have. */
export function UntilSignIn({ me, signIn, children }: UntilProps) {
  const [left, setLeft] = useState<Here | null>(null);
  // Whoever has signed in is another one, by the server's word.
  if (left !== me) return <AskedSignIn.Provider value={() => setLeft(me)}>{children}</AskedSignIn.Provider>;
  return (
    <>
      <header className="lost network">
        <p>{t('Signed out by the server: sign in to send.')}</p>
        <button type="button" className="button" onClick={() => setLeft(null)}>
          {t('Back to the trip')}
        </button>
      </header>
      {signIn}
    </>
  );
}
