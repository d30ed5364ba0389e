import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import { doneOf, useOwnTokens } from '../api/people.js';
import type { OwnToken } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Copied } from '../shell/copied.js';
import { Ending } from '../shell/ending.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { Asked } from '../shell/states.js';
import { t } from '../words/words.js';

const scopes = () => ({ read: t('Read'), command: t('Read and command') }) as const;

const lines = (): readonly Line[] => [
  { name: 'name', label: t('What it is for'), hint: t('Such as the report at month’s end'), focus: true },
  { name: 'scope', label: t('It may'), choices: Object.entries(scopes()) },
  {
    ...{ name: 'days', label: t('It is good for'), start: '90' },
    choices: [
      ['7', t('a week')],
      ['30', t('a month')],
      ['90', t('three months')],
      ['365', t('a year')],
    ],
  },
  { name: 'password', label: t('Your password'), type: 'password', autoComplete: 'current-password' },
];

/** Tokens by which programs act as oneself. */
export function TokensSection() {
  const tokens = useOwnTokens();
  const [making, setMaking] = useState(false);
  const [token, setToken] = useState<string>();
  const made = useMade(setToken, () => setMaking(false));
  return (
    <section aria-labelledby="tokens-title">
      <h2 id="tokens-title">{t('Tokens for programs')}</h2>
      <About />
      <Asked what={t('your tokens')} lines={1} query={tokens}>
        {(items) => (
          <ul className="lines">
            {items.map((each) => (
              <TokenLine key={each.id} token={each} />
            ))}
          </ul>
        )}
      </Asked>
      {token !== undefined && (
        <div className="once" role="status">
          <p>{t('The token is shown this once. Give it to the program as a secret.')}</p>
          <Copied text={token} label={t('Copy the token')} />
        </div>
      )}
      {making ? (
        <SmallForm lines={lines()} button={t('Make it')} busy={t('Making…')} {...made}>
          <button type="button" className="button quiet" onClick={() => setMaking(false)}>
            {t('Leave')}
          </button>
        </SmallForm>
      ) : (
        <button type="button" className="button" onClick={() => setMaking(true)}>
          {t('Make a token')}
        </button>
      )}
    </section>
  );
}

function About() {
  return (
    <p className="ink2">
      {t('A program that brings one acts as you, as far as the token goes; never with people or accounts.')}{' '}
      <a href="/api/docs">{t('The API')}</a>
    </p>
  );
}

function useMade(show: (token: string) => void, close: () => void) {
  const client = useQueryClient();
  const send = async ({ name = '', scope, days, password = '' }: Typed) =>
    bodyOf(
      await api.POST('/api/v1/account/tokens', {
        body: { name, scope: scope as keyof typeof scopes, days: Number(days), password },
      }),
    );
  const done = ({ token }: { readonly token: string }) => {
    show(token);
    close();
    void client.invalidateQueries({ queryKey: ['account', 'tokens'] });
  };
  return { send, done };
}

function TokenLine({ token: { id, name, scope, expiresAt, lastUsedAt } }: { readonly token: OwnToken }) {
  const client = useQueryClient();
  const end = async () => doneOf(await api.DELETE('/api/v1/account/tokens/{id}', { params: { path: { id } } }));
  return (
    <li>
      <span>
        {name}: {scopes()[scope].toLowerCase()}
        <small className="block ink2">
          {lastUsedAt === null
            ? t('until {moment}, not used yet', { moment: momentText(expiresAt) })
            : t('until {moment}, last used {used}', { moment: momentText(expiresAt), used: momentText(lastUsedAt) })}
        </small>
      </span>
      <Ending
        what={t('the token {name}', { name })}
        follows={t('A program that brings it is turned away from now on.')}
        end={end}
        settled={() => client.invalidateQueries({ queryKey: ['account', 'tokens'] })}
      />
    </li>
  );
}
