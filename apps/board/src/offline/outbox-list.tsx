import { useState } from 'react';
import { ToneIcon } from '../marks/mark-icon.js';
import { useNow } from '../time/now.js';
import { cityOf, whenText } from '../time/zone.js';
import { t } from '../words/words.js';
import { mayStand, mayTakeBack, waitsFor } from './next-to-send.js';
import { sendAgain, sendConfirmed, takeBack } from './outbox.js';
import type { Queued } from './queued.js';
import { StaleText } from './stale-text.js';
import { statedTime } from './stated-time.js';
import { hereText } from './times.js';
import { useOutbox } from './use-outbox.js';

/** What lies on this phone and was not sent, or not taken, and why: nothing of it goes away unseen. */
export function OutboxList({ shipment }: { readonly shipment?: string }) {
  const rows = useOutbox(shipment);
  if (rows.length === 0) return null;
  return (
    <section className="outbox" aria-labelledby="outbox-title">
      <h2 id="outbox-title">{t('On this phone')}</h2>
      <ol>
        {rows.map((row) => (
          <OutboxLine key={row.key} row={row} rows={rows} />
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  readonly row: Queued;
  readonly rows: readonly Queued[];
}

function OutboxLine({ row, rows }: LineProps) {
  const stopped = row.state === 'refused' || row.state === 'stale';
  const title = `outbox-${row.key}`;
  return (
    <li aria-labelledby={title}>
      <h3 id={title} className="with-icon">
        {stopped && <ToneIcon tone="warn" />}
        {row.label}
      </h3>
      <Times row={row} />
      <div role="status">
        <Standing row={row} rows={rows} />
      </div>
      <Ways row={row} stopped={stopped} />
    </li>
  );
}

/** When it happened by its author's word, in the clock of its place, and when it was entered. */
function Times({ row: { body, queuedAt } }: Pick<LineProps, 'row'>) {
  const now = useNow();
  const stated = statedTime(body);
  const entered = hereText(queuedAt, now);
  if (stated === undefined) return <p className="ink2">{t('Entered {entered}', { entered })}</p>;
  const happened = `${whenText(stated.at, stated.zone, now)} ${cityOf(stated.zone)}`;
  return <p className="ink2">{t('Happened {happened}, entered {entered}', { happened, entered })}</p>;
}

function Standing({ row, rows }: LineProps) {
  if (row.state === 'refused') return <Refused row={row} />;
  if (row.state === 'stale') return <StaleText row={row} />;
  const held = waitsFor(row, rows);
  if (held !== undefined)
    return <p>{t('Waits until “{label}” is settled: it was entered on top of it.', { label: held.label })}</p>;
  if (row.state === 'sending')
    return <p>{t('Sent, no answer yet. It is sent again until one comes, and done once.')}</p>;
  return <p>{t('Waits to be sent.')}</p>;
}

function Refused({ row }: Pick<LineProps, 'row'>) {
  const { refusal } = row;
  const rest = (refusal?.fields ?? []).filter(({ detail }) => detail !== refusal?.detail);
  return (
    <>
      <p>
        <strong>{t('Refused, and nothing has changed.')}</strong> {refusal?.detail}
      </p>
      {rest.map(({ pointer, detail }) => (
        <p key={pointer + detail}>{detail}</p>
      ))}
      {mayStand(row) && <p>{t('If it is right as it stands, the record is wrong.')}</p>}
    </>
  );
}

interface WaysProps {
  readonly row: Queued;
  readonly stopped: boolean;
}

/** What can be done about it. Throwing something away is asked back once. */
function Ways({ row, stopped }: WaysProps) {
  const [asking, setAsking] = useState(false);
  if (!mayTakeBack(row)) return null;
  const ofIt = <span className="unseen">: {row.label}</span>;
  return (
    <p className="outbox-ways">
      {stopped && (
        <button type="button" className="button first" onClick={() => void sendAgain(row.key)}>
          {row.state === 'stale' ? t('Apply again on what stands now') : t('Send again')}
          {ofIt}
        </button>
      )}
      {mayStand(row) && (
        <button type="button" className="button" onClick={() => void sendConfirmed(row.key)}>
          {t('It stands: record the conflict')}
          {ofIt}
        </button>
      )}
      {asking ? (
        <>
          <button type="button" className="button grave" onClick={() => void takeBack(row.key)}>
            {t('Throw it away')}
            {ofIt}
          </button>
          <button type="button" className="button quiet" onClick={() => setAsking(false)}>
            {t('Keep it')}
          </button>
        </>
      ) : (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t('Take back')}
          {ofIt}
        </button>
      )}
    </p>
  );
}
