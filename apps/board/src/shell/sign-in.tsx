import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ProviderButton } from '../account/provider-button.js';
import { api, bodyOf, Failure } from '../api/client.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';
import { LanguageChoice } from '../words/language-choice.js';
import { WaitingToSend } from '../offline/waiting-to-send.js';

interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: string;
}

/** Name and password, and the code of a second factor where one is set, before anything is shown. */
export function SignIn() {
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: async (body: Credentials) => bodyOf(await api.POST('/api/v1/session', { body })),
    onSuccess: (me) => client.setQueryData(['me'], me),
  });
  const [coded, setCoded] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (signIn.isPending) return;
    const onError = (error: Error) => needsCode(error) && setCoded(true);
    signIn.mutate(credentialsIn(event.currentTarget), { onError });
  };
  return (
    <main className="sign-in">
      <h1>CellRelay</h1>
      <p className="ink2">{t('Every shipment’s cells, deadlines and papers, from the order to the patient.')}</p>
      <WaitingToSend />
      <form onSubmit={submit}>
        <label className="field">
          <span className="label">{t('Name', {}, 'sign-in')}</span>
          <input name="name" autoComplete="username" required autoFocus />
        </label>
        <label className="field">
          <span className="label">{t('Password')}</span>
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        {coded && <CodeField />}
        {signIn.error !== null && <Said error={signIn.error} />}
        <button type="submit" className="button first" aria-disabled={signIn.isPending}>
          {signIn.isPending ? t('Signing in…') : t('Sign in')}
        </button>
      </form>
      <ProviderButton />
      <Lost />
      <LanguageChoice />
    </main>
  );
}

function Lost() {
  return (
    <p className="ink2 small">
      {rich('The first account’s password was printed once when the server was first started. Lost: {code}.', {
        code: <code>npm run ops -- password</code>,
      })}
    </p>
  );
}

function CodeField() {
  return (
    <label className="field">
      <span className="label">{t('Code')}</span>
      <input name="code" autoComplete="one-time-code" required autoFocus spellCheck={false} />
    </label>
  );
}

/** Being asked for the code is no fault of anybody's. */
function Said({ error }: { readonly error: Error }) {
  return (
    <p role="alert" className={needsCode(error) ? 'said' : 'said danger'}>
      {error.message}
    </p>
  );
}

function needsCode(error: Error): boolean {
  return error instanceof Failure && error.refusal.code === 'second-factor-needed';
}

function credentialsIn(form: HTMLFormElement): Credentials {
  const data = new FormData(form);
  const said = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const code = said('code');
  return { name: said('name'), password: said('password'), ...(code === '' ? {} : { code }) };
}
