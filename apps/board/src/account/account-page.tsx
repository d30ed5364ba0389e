import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.js';
import { doneOf, useOwnAccount } from '../api/people.js';
import { SmallForm, type Typed } from '../shell/small-form.js';
import { Asked } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { CalendarSection } from './calendar-section.js';
import { KeysSection } from './keys-section.js';
import { OidcSection } from './oidc-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';
import { TellingSection } from './telling-section.js';
import { TokensSection } from './tokens-section.js';
import { Whose } from './whose-account.js';
import { t } from '../words/words.js';

/** One's own account: password, second factor, sessions, programs and calendar. */
export function AccountPage() {
  const account = useOwnAccount();
  useTitle(t('My account'));
  return (
    <section className="register account" aria-labelledby="account-title">
      <div className="bar">
        <h1 id="account-title">{t('My account')}</h1>
      </div>
      <Asked what={t('your account')} lines={4} query={account}>
        {(own) => (
          <>
            <Whose account={own} />
            <div className="account-parts">
              <div>
                <SecondFactorSection factor={own.secondFactor} />
                <TellingSection />
                <PasswordSection />
              </div>
              <div>
                <OidcSection />
                <SessionsSection />
                <TokensSection />
                <CalendarSection />
                <KeysSection />
              </div>
            </div>
          </>
        )}
      </Asked>
    </section>
  );
}

const lines = () =>
  [
    { name: 'password', label: t('Present password'), type: 'password', autoComplete: 'current-password' },
    {
      name: 'newPassword',
      label: t('New password'),
      type: 'password',
      autoComplete: 'new-password',
      hint: t('Twelve characters or more. Several words are easier to remember than one.'),
    },
  ] as const;

function PasswordSection() {
  const client = useQueryClient();
  const [changed, setChanged] = useState(false);
  const send = async ({ password = '', newPassword = '' }: Typed) =>
    doneOf(await api.PUT('/api/v1/account/password', { body: { password, newPassword } }));
  const done = () => {
    setChanged(true);
    void client.invalidateQueries({ queryKey: ['account'] });
    void client.invalidateQueries({ queryKey: ['provider-link'] });
  };
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title">{t('Password')}</h2>
      {changed && (
        <p role="status">
          {t(
            'Changed. You are signed out everywhere but here. Your programs’ tokens, links to a provider and the address of your calendar have ended too: make those that you need anew.',
          )}
        </p>
      )}
      <SmallForm lines={lines()} button={t('Change the password')} busy={t('Changing…')} send={send} done={done} />
    </section>
  );
}
