import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import { doneOf } from '../api/people.js';
import type { OwnAccount } from '../api/types.js';
import { Copied } from '../shell/copied.js';
import { SmallForm, type Typed } from '../shell/small-form.js';
import { t } from '../words/words.js';

/** Most people never see one: what draws it is fetched when it is needed. */
const QrCode = lazy(() => import('./qr-code.js').then((made) => ({ default: made.QrCode })));

interface Begun {
  readonly secret: string;
  readonly uri: string;
}

const password = () =>
  ({
    name: 'password',
    label: t('Your password'),
    type: 'password',
    autoComplete: 'current-password',
    focus: true,
  }) as const;

/** One-time codes of an authenticator, asked for at sign-in besides the password; and codes for the day it is lost. */
export function SecondFactorSection({ factor }: { readonly factor: OwnAccount['secondFactor'] }) {
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const kept = () => {
    setCodes(undefined);
    void client.invalidateQueries({ queryKey: ['account'], exact: true });
  };
  return (
    <section aria-labelledby="second-title">
      <h2 id="second-title">{t('Second factor')}</h2>
      {codes !== undefined ? (
        <RecoveryCodes codes={codes} kept={kept} />
      ) : factor.set ? (
        <Standing left={factor.recoveryCodesLeft} renewed={setCodes} removed={kept} />
      ) : (
        <Setting set={setCodes} />
      )}
    </section>
  );
}

/** Two steps: the password, then a first code. */
function Setting({ set }: { readonly set: (codes: readonly string[]) => void }) {
  const [asked, setAsked] = useState(false);
  const [begun, setBegun] = useState<Begun>();
  const begin = async ({ password: given = '' }: Typed) =>
    bodyOf(await api.POST('/api/v1/account/second-factor', { body: { password: given } }));
  if (begun !== undefined) return <FirstCode begun={begun} set={set} />;
  return (
    <>
      <p>
        {t(
          'Not set. With one, whoever learns your password still cannot sign in: a code of an authenticator (an app on your telephone) is asked for too.',
        )}
      </p>
      {asked ? (
        <SmallForm lines={[password()]} button={t('Go on')} busy={t('Asking…')} send={begin} done={setBegun} />
      ) : (
        <button type="button" className="button first" onClick={() => setAsked(true)}>
          {t('Set a second factor')}
        </button>
      )}
    </>
  );
}

const codeLine = () =>
  ({
    name: 'code',
    label: t('The code that it shows'),
    hint: t('Six digits'),
    autoComplete: 'one-time-code',
    focus: true,
  }) as const;

function FirstCode({ begun, set }: { readonly begun: Begun; readonly set: (codes: readonly string[]) => void }) {
  const send = async ({ code = '' }: Typed) =>
    bodyOf(await api.PUT('/api/v1/account/second-factor', { body: { code } }));
  return (
    <div className="set-up">
      <Suspense fallback={<div className="qr" />}>
        <QrCode text={begun.uri} label={t('The secret for your authenticator, as a QR code')} />
      </Suspense>
      <div>
        <p>{t('Scan this with your authenticator, or type the secret into it.')}</p>
        <Copied text={begun.secret} label={t('Copy the secret')} />
        <SmallForm
          lines={[codeLine()]}
          button={t('Set the second factor')}
          busy={t('Looking…')}
          send={send}
          done={({ codes }) => set(codes)}
        />
      </div>
    </div>
  );
}

function RecoveryCodes({ codes, kept }: { readonly codes: readonly string[]; readonly kept: () => void }) {
  return (
    <div className="once" role="status">
      <p>
        <strong>{t('Keep these codes where you keep papers.')}</strong>{' '}
        {t('Each signs you in once without the authenticator. They are shown this once.')}
      </p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="button first" onClick={kept}>
        {t('I have kept them')}
      </button>
    </div>
  );
}

interface StandingProps {
  readonly left: number;
  readonly renewed: (codes: readonly string[]) => void;
  readonly removed: () => void;
}

function Left({ left }: Pick<StandingProps, 'left'>) {
  return (
    <p>
      {t('Set. {left, plural, one {# recovery code is} other {# recovery codes are}} left.', { left })}
      {left < 4 && <span className="warn"> {t('Make new ones.')}</span>}
    </p>
  );
}

function Standing({ left, renewed, removed }: StandingProps) {
  const [open, setOpen] = useState<'renew' | 'remove'>();
  const lines = [password()];
  const renew = async ({ password: given = '' }: Typed) =>
    bodyOf(await api.POST('/api/v1/account/recovery-codes', { body: { password: given } }));
  const remove = async ({ password: given = '' }: Typed) =>
    doneOf(await api.POST('/api/v1/account/second-factor/removal', { body: { password: given } }));
  return (
    <>
      <Left left={left} />
      {open === undefined && (
        <div className="sheet-foot">
          <button type="button" className="button" onClick={() => setOpen('renew')}>
            {t('New recovery codes')}
          </button>
          <button type="button" className="button quiet" onClick={() => setOpen('remove')}>
            {t('Remove the second factor')}
          </button>
        </div>
      )}
      {open === 'renew' && (
        <SmallForm
          lines={lines}
          button={t('Make new recovery codes')}
          busy={t('Making…')}
          send={renew}
          done={({ codes }) => renewed(codes)}
        />
      )}
      {open === 'remove' && (
        <SmallForm lines={lines} button={t('Remove it')} busy={t('Removing…')} send={remove} done={removed} grave />
      )}
    </>
  );
}
