import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { ProviderButton } from '../account/provider-button.js';
import { api, bodyOf } from '../api/client.js';

interface Credentials {
  readonly name: string;
  readonly password: string;
}

/** Name and password, and nothing else, before anything is shown. */
export function SignIn() {
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: async (body: Credentials) => bodyOf(await api.POST('/api/v1/session', { body })),
    onSuccess: (me) => client.setQueryData(['me'], me),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate(credentialsIn(event.currentTarget));
  };
  return (
    <main className="sign-in">
      <h1>CellRelay</h1>
      <p className="ink2">Every shipment’s cells, deadlines and papers, from the order to the patient.</p>
      <form onSubmit={submit}>
        <label className="field">
          <span className="label">Name</span>
          <input name="name" autoComplete="username" required autoFocus />
        </label>
        <label className="field">
          <span className="label">Password</span>
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        {signIn.error !== null && (
          <p role="alert" className="said danger">
            {signIn.error.message}
          </p>
        )}
        <button type="submit" className="button first" aria-disabled={signIn.isPending}>
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
      <ProviderButton />
      <p className="ink2 small">
        The first account’s password was printed once when the server was first started. Lost:{' '}
        <code>npm run ops -- password</code>.
      </p>
    </main>
  );
}

function credentialsIn(form: HTMLFormElement): Credentials {
  const data = new FormData(form);
  const said = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { name: said('name'), password: said('password') };
}
