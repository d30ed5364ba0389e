import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.js';
import { doneOf } from '../api/people.js';
import { SmallForm, type Typed } from '../shell/small-form.js';
import { t } from '../words/words.js';

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

/** Another password; whoever knew the old one is signed out by it. */
export function PasswordSection() {
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
