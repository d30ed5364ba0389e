import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { putTelling, useTelling } from '../api/on-call.js';
import type { Telling } from '../api/types.js';
import { NotSent } from '../on-call/not-sent.js';
import { blamed } from '../shell/blamed.js';
import { SmallForm, type Line } from '../shell/small-form.js';
import { Asked } from '../shell/states.js';
import { ownZone } from '../time/now.js';
import { firstOf, lineOfWish, wishTyped, type TellingWish } from './telling-wish.js';
import { t } from '../words/words.js';

const channelWords = {
  mail: (to: string) => t('mail to {to}', { to }),
  sms: (to: string) => t('SMS to {to}', { to }),
  voice: (to: string) => t('a call to {to}', { to }),
} as const;

/** How one is told of alerts while one is on call. */
export function TellingSection() {
  const telling = useTelling();
  return (
    <section aria-labelledby="telling-title">
      <h2 id="telling-title">{t('How you are told')}</h2>
      <p className="ink2">
        {t(
          'While you are on call, of each alert that nobody acknowledges. What is critical does not wait for the end of quiet hours.',
        )}
      </p>
      <Asked what={t('how you are told')} lines={2} query={telling}>
        {(wish) => (
          <>
            <NotSent sends={wish.sends} />
            <Wish key={JSON.stringify(wish)} wish={wish} />
          </>
        )}
      </Asked>
    </section>
  );
}

function Wish({ wish }: { readonly wish: Telling }) {
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const done = () => {
    setChanging(false);
    void client.invalidateQueries({ queryKey: ['telling'] });
    void client.invalidateQueries({ queryKey: ['on-call'] });
  };
  return (
    <>
      <p>{saidOf(wish)}</p>
      {changing ? (
        <SmallForm
          lines={linesOf(wish)}
          button={t('Keep it')}
          busy={t('Keeping…')}
          send={(typed) => keep(wishTyped(wish, typed))}
          done={done}
        >
          <button type="button" className="button quiet" onClick={() => setChanging(false)}>
            {t('Leave')}
          </button>
        </SmallForm>
      ) : (
        <button type="button" className="button" onClick={() => setChanging(true)}>
          {t('Change it')}
        </button>
      )}
    </>
  );
}

function keep(wish: TellingWish): Promise<Telling> {
  return blamed(putTelling(wish), lineOfWish(wish));
}

function saidOf({ channels, quiet, zone }: Telling): string {
  if (channels.length === 0) return t('Nothing reaches you yet: no channel is known.');
  const ways = channels.map(({ channel, to }) => channelWords[channel](to)).join(t(', then '));
  return quiet === null
    ? t('By {ways}. No quiet hours.', { ways })
    : t('By {ways}. Quiet from {from} to {to}, {zone}.', { ways, from: quiet.from, to: quiet.to, zone });
}

function linesOf({ channels, quiet, zone }: Telling): readonly Line[] {
  const known = (way: string) => firstOf(channels, way)?.to ?? '';
  const optional = true;
  return [
    { name: 'mail', label: t('Mail address'), type: 'email', start: known('mail'), optional },
    { name: 'sms', label: t('Number for SMS'), start: known('sms'), hint: t('As +4930123456'), optional },
    { name: 'voice', label: t('Number for a call'), start: known('voice'), hint: t('As +4930123456'), optional },
    {
      name: 'from',
      label: t('Quiet from'),
      start: quiet?.from ?? '',
      hint: t('As 22:00; empty: no quiet hours'),
      optional,
    },
    { name: 'to', label: t('Quiet to'), start: quiet?.to ?? '', optional },
    { name: 'zone', label: t('Time zone'), start: channels.length === 0 ? ownZone : zone },
  ];
}
