import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, bodyOf } from '../api/client.js';
import { useDelivery } from '../api/deliveries.js';
import type { DeliveryInFull } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Sheet } from '../shell/sheet.js';
import { Asked } from '../shell/states.js';
import { channelWords, perhapsTwice, statusWords, subjectText, tryText } from './delivery-words.js';
import { t } from '../words/words.js';

/** One delivery: what it says, as text alone, and each try. */
export function DeliverySheet({ id, close }: { readonly id: string; readonly close: () => void }) {
  const delivery = useDelivery(id);
  const { channel, person } = delivery.data ?? {};
  const about =
    channel &&
    (person === null
      ? channelWords[channel]
      : t('{channel} to {person}', { channel: channelWords[channel], person: person ?? '' }));
  return (
    <Sheet
      title={delivery.data === undefined ? t('A delivery') : subjectText(delivery.data)}
      {...(about === undefined ? {} : { about })}
      close={close}
    >
      <Asked what={t('what was told')} lines={4} query={delivery}>
        {(whole) => <Whole delivery={whole} />}
      </Asked>
    </Sheet>
  );
}

function Whole({ delivery }: { readonly delivery: DeliveryInFull }) {
  const { id, about, channel, lines, links, event, to, nextAt, replays, shipment, tries } = delivery;
  return (
    <>
      {to !== null && <p className="ink2 id">{to}</p>}
      <About about={about} shipment={shipment} />
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      {links.map(({ label, path }) => (
        <p key={path}>
          <Link href={path}>{label}</Link>
        </p>
      ))}
      {event !== null && <pre className="wrapped">{JSON.stringify(event, null, 2)}</pre>}
      <h3>{statusWords[delivery.status]}</h3>
      {nextAt !== null && <p className="ink2">{t('Tried next {moment}', { moment: momentText(nextAt) })}</p>}
      {perhapsTwice(delivery) && <p className="warn">{t('It may have been told twice.')}</p>}
      <ul className="lines">
        {tries.map((each) => (
          <li key={each.number}>
            <span>
              {momentText(each.at)}
              <small className="block ink2">{tryText(each)}</small>
            </span>
          </li>
        ))}
      </ul>
      {channel === 'mail' && (
        <p>
          <a href={`/api/v1/deliveries/${id}/mail`} download>
            {t('Download as .eml')}
          </a>
        </p>
      )}
      {replays && <Again id={id} />}
    </>
  );
}

/** What a program was told of, and the way there. */
function About({ about, shipment }: Pick<DeliveryInFull, 'about' | 'shipment'>) {
  if (about === null) return null;
  return (
    <>
      <p>{about}</p>
      {shipment !== null && (
        <p>
          <Link href={`/shipments/${shipment}`}>{t('Open the shipment')}</Link>
        </p>
      )}
    </>
  );
}

function Again({ id }: { readonly id: string }) {
  const client = useQueryClient();
  const replay = useMutation({
    mutationFn: async () =>
      bodyOf(await api.POST('/api/v1/deliveries/{id}/replay', { params: { path: { id } }, body: {} })),
    onSettled: () => client.invalidateQueries({ queryKey: ['deliveries'] }),
  });
  return (
    <div className="sheet-foot">
      <button type="button" className="button" aria-disabled={replay.isPending} onClick={() => replay.mutate()}>
        {t('Tell it again')}
      </button>
      {replay.error !== null && (
        <p role="alert" className="said danger">
          {replay.error.message}
        </p>
      )}
    </div>
  );
}
