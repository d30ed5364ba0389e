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

/** What people and programs of one's organisation are told, and what became of it. */
export function DeliveriesPage() {
  useTitle('Deliveries');
  const [reads, makes] = [useMay('listDeliveries'), useMay('listEndpoints')];
  if (!makes) return <Nothing title="Deliveries are not yours to read">They are read by coordinators.</Nothing>;
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
        <h1 id="deliveries-title">Deliveries</h1>
        <small className="ink2">What your people and programs are told</small>
        <Filter asked={asked} ask={ask} />
      </div>
      <Asked what="what was told" lines={4} query={deliveries}>
        {() => (items.length === 0 ? <Nothing title="Nothing was told" /> : <Lines items={items} open={setOpen} />)}
      </Asked>
      {deliveries.hasNextPage && (
        <button type="button" className="plain" onClick={() => void deliveries.fetchNextPage()}>
          Show earlier ones
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
        {...{ label: 'Status', all: 'Every status', value: asked.status, words: statusWords }}
        choose={(status) => ask({ ...asked, status })}
      />
      <Choice
        {...{ label: 'Channel', all: 'Every channel', value: asked.channel, words: channelWords }}
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
          <th scope="col">What</th>
          <th scope="col">To</th>
          <th scope="col">When</th>
          <th scope="col">Status</th>
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
      <td data-title="To" className="id">
        {person ?? 'A program'}
        {to !== null && <small className="block ink2">{to}</small>}
      </td>
      <td data-title="When" className="nowrap">
        {momentText(createdAt)}
      </td>
      <td data-title="Status" className={status === 'failed' || status === 'unknown' ? 'warn' : undefined}>
        {statusWords[status]}
        <Tries item={item} />
      </td>
    </tr>
  );
}

function Tries({ item: { attempts, nextAt } }: { readonly item: DeliveryLine }) {
  const tried = attempts > 1 ? [`${attempts} tries`] : [];
  const next = nextAt !== null && attempts > 0 ? [`next ${momentText(nextAt)}`] : [];
  const said = [...tried, ...next];
  return said.length === 0 ? null : <small className="block ink2">{said.join(', ')}</small>;
}
