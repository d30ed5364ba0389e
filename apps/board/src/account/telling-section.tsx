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

const channelWords = { mail: 'mail to', sms: 'SMS to', voice: 'a call to' } as const;

/** How one is told of alerts while one is on call. */
export function TellingSection() {
  const telling = useTelling();
  return (
    <section aria-labelledby="telling-title">
      <h2 id="telling-title">How you are told</h2>
      <p className="ink2">
        While you are on call, of each alert that nobody acknowledges. What is critical does not wait for the end of
        quiet hours.
      </p>
      <Asked what="how you are told" lines={2} query={telling}>
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
          button="Keep it"
          busy="Keeping…"
          send={(typed) => keep(wishTyped(wish, typed))}
          done={done}
        >
          <button type="button" className="button quiet" onClick={() => setChanging(false)}>
            Leave
          </button>
        </SmallForm>
      ) : (
        <button type="button" className="button" onClick={() => setChanging(true)}>
          Change it
        </button>
      )}
    </>
  );
}

function keep(wish: TellingWish): Promise<Telling> {
  return blamed(putTelling(wish), lineOfWish(wish));
}

function saidOf({ channels, quiet, zone }: Telling): string {
  if (channels.length === 0) return 'Nothing reaches you yet: no channel is known.';
  const ways = channels.map(({ channel, to }) => `${channelWords[channel]} ${to}`).join(', then ');
  return `By ${ways}. ${quiet === null ? 'No quiet hours.' : `Quiet from ${quiet.from} to ${quiet.to}, ${zone}.`}`;
}

function linesOf({ channels, quiet, zone }: Telling): readonly Line[] {
  const known = (way: string) => firstOf(channels, way)?.to ?? '';
  const optional = true;
  return [
    { name: 'mail', label: 'Mail address', type: 'email', start: known('mail'), optional },
    { name: 'sms', label: 'Number for SMS', start: known('sms'), hint: 'As +4930123456', optional },
    { name: 'voice', label: 'Number for a call', start: known('voice'), hint: 'As +4930123456', optional },
    { name: 'from', label: 'Quiet from', start: quiet?.from ?? '', hint: 'As 22:00; empty: no quiet hours', optional },
    { name: 'to', label: 'Quiet to', start: quiet?.to ?? '', optional },
    { name: 'zone', label: 'Time zone', start: channels.length === 0 ? ownZone : zone },
  ];
}
