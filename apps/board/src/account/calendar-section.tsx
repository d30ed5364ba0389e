import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import { doneOf, useOwnCalendar } from '../api/people.js';
import type { OwnCalendar } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Copied } from '../shell/copied.js';
import { Ending } from '../shell/ending.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { Asked } from '../shell/states.js';
import { t } from '../words/words.js';

const scopes = () => ({ all: t('Every deadline and flight I see'), tasks: t('Only what is mine to do') }) as const;

const lines = (): readonly Line[] => [
  { name: 'scope', label: t('What stands in it'), choices: Object.entries(scopes()) },
  { name: 'password', label: t('Your password'), type: 'password', autoComplete: 'current-password' },
];

/** The secret address by which a calendar program shows what is due. */
export function CalendarSection() {
  const calendar = useOwnCalendar();
  const [making, setMaking] = useState(false);
  const [address, setAddress] = useState<string>();
  const made = useMade(setAddress, () => setMaking(false));
  return (
    <section aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('Calendar')}</h2>
      <p className="ink2">
        {t(
          'Deadlines and flights in a calendar program that subscribes to an address. It shows nobody’s words and no names; whoever has the address reads it, so keep it to yourself.',
        )}
      </p>
      <Asked what={t('your calendar')} lines={1} query={calendar}>
        {({ calendar: own }) => (
          <>
            {own !== null && <Standing own={own} ended={() => setAddress(undefined)} />}
            {address !== undefined && <Once address={address} />}
            {making ? (
              <SmallForm
                lines={lines()}
                button={own === null ? t('Make it') : t('Make another')}
                busy={t('Making…')}
                {...made}
              >
                <button type="button" className="button quiet" onClick={() => setMaking(false)}>
                  {t('Leave')}
                </button>
              </SmallForm>
            ) : (
              <button type="button" className="button" onClick={() => setMaking(true)}>
                {own === null ? t('Make an address') : t('Make another address')}
              </button>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function Once({ address }: { readonly address: string }) {
  return (
    <div className="once" role="status">
      <p>
        {t(
          'The address is shown this once. In your calendar program it is a calendar from the internet to subscribe to.',
        )}
      </p>
      <Copied text={address} label={t('Copy the address')} />
    </div>
  );
}

function useMade(show: (address: string) => void, close: () => void) {
  const client = useQueryClient();
  const send = async ({ scope, password = '' }: Typed) =>
    bodyOf(await api.PUT('/api/v1/account/calendar', { body: { scope: scope as keyof typeof scopes, password } }));
  const done = ({ address }: { readonly address: string }) => {
    show(address);
    close();
    void client.invalidateQueries({ queryKey: ['account', 'calendar'] });
  };
  return { send, done };
}

function Standing({ own, ended }: { readonly own: OwnCalendar; readonly ended: () => void }) {
  const client = useQueryClient();
  const end = async () => {
    doneOf(await api.DELETE('/api/v1/account/calendar'));
    ended();
  };
  return (
    <ul className="lines">
      <li>
        <span>
          {scopes()[own.scope]}
          <small className="block ink2">
            {own.lastUsedAt === null
              ? t('made {made}, not fetched yet', { made: momentText(own.madeAt) })
              : t('made {made}, last fetched {fetched}', {
                  made: momentText(own.madeAt),
                  fetched: momentText(own.lastUsedAt),
                })}
          </small>
        </span>
        <Ending
          what={t('the calendar’s address')}
          follows={t('A calendar program that subscribes to it is turned away from now on.')}
          end={end}
          settled={() => client.invalidateQueries({ queryKey: ['account', 'calendar'] })}
        />
      </li>
    </ul>
  );
}
