import { useState } from 'react';
import { useDeliveries, type DeliveriesAsked } from '../api/deliveries.js';
import { useMay } from '../api/questions.js';
import type { DeliveryLine } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Asked, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { Choice } from '../shell/choice.js';
import { DeliverySheet } from './delivery-sheet.js';
import { channelWords, statusWords, subjectText } from './delivery-words.js';
import { EndpointsSection } from './endpoints-section.js';
import { t } from '../words/words.js';

/** What people and programs of one's organisation are told, and what became of it. */
export function DeliveriesPage() {
  useTitle(t('Deliveries'));
  const [reads, makes] = [useMay('listDeliveries'), useMay('listEndpoints')];
  if (!makes)
    return <Nothing title={t('Deliveries are not yours to read')}>{t('They are read by coordinators.')}</Nothing>;
  return (
    <>
      {reads && <Deliveries />}
      <EndpointsSection />
    </>
  );
}

function Deliveries() {
  const [asked, ask] = useState<DeliveriesAsked>({ status: '', channel: '' });
  const [open, setOpen] = useState<string>();
  const deliveries = useDeliveries(asked);
  const items = deliveries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="register" aria-labelledby="deliveries-title">
      <div className="bar">
        <h1 id="deliveries-title">{t('Deliveries')}</h1>
        <small className="ink2">{t('What your people and programs are told')}</small>
        <Filter asked={asked} ask={ask} />
      </div>
      <Asked what={t('what was told')} lines={4} query={deliveries}>
        {() =>
          items.length === 0 ? <Nothing title={t('Nothing was told')} /> : <Lines items={items} open={setOpen} />
        }
      </Asked>
      {deliveries.hasNextPage && (
        <button type="button" className="plain" onClick={() => void deliveries.fetchNextPage()}>
          {t('Show earlier ones')}
        </button>
      )}
      {open !== undefined && <DeliverySheet id={open} close={() => setOpen(undefined)} />}
    </section>
  );
}

interface FilterProps {
  readonly asked: DeliveriesAsked;
  readonly ask: (asked: DeliveriesAsked) => void;
}

function Filter({ asked, ask }: FilterProps) {
  return (
    <>
      <Choice
        {...{ label: t('Status'), all: t('Every status'), value: asked.status, words: statusWords }}
        choose={(status) => ask({ ...asked, status })}
      />
      <Choice
        {...{ label: t('Channel'), all: t('Every channel'), value: asked.channel, words: channelWords }}
        choose={(channel) => ask({ ...asked, channel })}
      />
    </>
  );
}

interface LinesProps {
  readonly items: readonly DeliveryLine[];
  readonly open: (id: string) => void;
}

function Lines({ items, open }: LinesProps) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('What')}</th>
          <th scope="col">{t('To', {}, 'recipient of a message')}</th>
          <th scope="col">{t('When')}</th>
          <th scope="col">{t('Status')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Line key={item.id} item={item} open={open} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ item, open }: { readonly item: DeliveryLine; readonly open: LinesProps['open'] }) {
  const { id, about, channel, person, to, createdAt, status } = item;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="plain" onClick={() => open(id)}>
          {subjectText(item)}
        </button>
        <small className="block ink2">{about ?? channelWords[channel]}</small>
      </th>
      <td data-title={t('To', {}, 'recipient of a message')} className="id">
        {person ?? t('A program')}
        {to !== null && <small className="block ink2">{to}</small>}
      </td>
      <td data-title={t('When')} className="nowrap">
        {momentText(createdAt)}
      </td>
      <td data-title={t('Status')} className={status === 'failed' || status === 'unknown' ? 'warn' : undefined}>
        {statusWords[status]}
        <Tries item={item} />
      </td>
    </tr>
  );
}

function Tries({ item: { attempts, nextAt } }: { readonly item: DeliveryLine }) {
  const tried = attempts > 1 ? [t('{attempts} tries', { attempts })] : [];
  const next = nextAt !== null && attempts > 0 ? [t('next {moment}', { moment: momentText(nextAt) })] : [];
  const said = [...tried, ...next];
  return said.length === 0 ? null : <small className="block ink2">{said.join(', ')}</small>;
}
