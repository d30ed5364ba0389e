import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Asked } from '../shell/states.js';
import { ownZone } from '../time/now.js';
import { dateText } from '../time/zone.js';
import { goLink, unlink, useProviderLink, useProviderName } from './provider.js';
import { t } from '../words/words.js';

/** Whether one can sign in by the site's provider, and how that is begun and ended; nothing where the site has none. */
export function OidcSection() {
  const name = useProviderName();
  return name === null ? null : <Section name={name} />;
}

function Section({ name }: { readonly name: string }) {
  const link = useProviderLink();
  return (
    <section aria-labelledby="oidc-title">
      <h2 id="oidc-title">{t('Sign-in by {name}', { name })}</h2>
      <Asked what={t('the link')} lines={2} query={link}>
        {({ since }) =>
          since === null ? (
            <>
              <p className="ink2">
                {t(
                  'Your account is not linked to {name}. Once it is, signing in there signs you in here, without this password.',
                  { name },
                )}
              </p>
              <PasswordForm says={t('Link sign-in by {name}', { name })} send={goLink} sent={() => undefined} />
            </>
          ) : (
            <>
              <p>{t('Linked to {name} since {date}.', { name, date: dateText(Date.parse(since), ownZone) })}</p>
              <PasswordForm says={t('Unlink')} send={unlink} sent={() => void link.refetch()} />
            </>
          )
        }
      </Asked>
    </section>
  );
}

interface PasswordFormProps {
  /** What its button says. */
  readonly says: string;
  readonly send: (password: string) => Promise<void>;
  readonly sent: () => void;
}

/** The password once more: a board left alone must not be enough. */
function PasswordForm({ says, send, sent }: PasswordFormProps) {
  const sending = useMutation({ mutationFn: send, onSuccess: sent });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    if (!sending.isPending && typeof password === 'string') sending.mutate(password);
  };
  return (
    <form className="again" onSubmit={submit}>
      <label className="field">
        <span className="label">{t('Your password')}</span>
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          aria-invalid={sending.error !== null}
          aria-describedby={sending.error === null ? undefined : 'oidc-said'}
        />
      </label>
      {sending.error !== null && (
        <p id="oidc-said" role="alert" className="said danger">
          {sending.error.message}
        </p>
      )}
      <button type="submit" className="button" aria-disabled={sending.isPending}>
        {says}
      </button>
    </form>
  );
}
