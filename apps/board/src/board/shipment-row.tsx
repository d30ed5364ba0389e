import { memo } from 'react';
import { Link } from 'wouter';
import type { Row } from '../api/types.js';
import { BagBar } from '../marks/bag-bar.js';
import { DueFigure } from '../marks/due-figure.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { StageStrip, StripHeads } from '../marks/stage-strip.js';
import { owners, plainName, severityTone, toneOf, statusText } from '../marks/words.js';
import { useNow } from '../time/now.js';
import { whenText } from '../time/zone.js';
import type { ListStore } from './list-store.js';
import { useChanged } from './use-changed.js';
import { useRow } from './use-list.js';
import { t } from '../words/words.js';
import { useLanguage } from '../words/language.js';

/** Rows count from one, and the heads are the first. */
const FIRST = 2;

/** The heads of the list's columns. */
export function ListHead() {
  return (
    <div role="rowgroup" className="list-head">
      <div role="row" className="row" aria-rowindex={1}>
        <div role="columnheader">{t('Time to next due')}</div>
        <div role="columnheader">{t('Shipment')}</div>
        <div role="columnheader">
          <span className="unseen">{t('Stages')}</span>
          <StripHeads />
        </div>
        <div role="columnheader">{t('Oldest bag, now → at infusion')}</div>
        <div role="columnheader">{t('Due next')}</div>
        <div role="columnheader">{t('Alerts')}</div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly store: ListStore;
  readonly id: string;
  readonly place: number;
  /** Tab stops at one row; from there one goes on by arrows. */
  readonly stop: boolean;
}

/** One shipment: each cell is one strong line and one small line. The whole row is the link. Drawn anew when this row changes, and for no other. */
export const ShipmentRow = memo(function ShipmentRow({ store, id, place, stop }: RowProps) {
  const row = useRow(store, id);
  useLanguage();

  if (row === undefined) return <EmptyRow place={place} />;
  return (
    <div role="row" className="row" aria-rowindex={place + FIRST} data-row={id}>
      <DueCell row={row} />
      <div role="cell" className="c-ship">
        <span className="line">
          <Link className="open" href={`/shipments/${id}`} tabIndex={stop ? 0 : -1}>
            {row.from.city} → {row.to.city}
          </Link>
          {row.example && <span className="example">{t('EXAMPLE')}</span>}
        </span>
        <small>
          {row.reference} · {row.product}
        </small>
      </div>
      <StripCell row={row} />
      <BagCell row={row} />
      <NextCell row={row} />
      <AlertsCell row={row} />
    </div>
  );
});

/** A row that is on its way. */
export function EmptyRow({ place }: { readonly place: number }) {
  return (
    <div role="row" className="row empty-row" aria-rowindex={place + FIRST}>
      <div role="cell">
        <span className="unseen">{t('Loading')}</span>
      </div>
    </div>
  );
}

function DueCell({ row }: { readonly row: Row }) {
  const due = row.dueNext;
  if (due === null) {
    return (
      <div role="cell" className="c-due">
        <strong className="figure ink2">—</strong>
        <small>{row.status === 'open' ? t('nothing due') : statusText(row.status)}</small>
      </div>
    );
  }
  return (
    <div role="cell" className="c-due">
      <DueFigure at={due.dueAt} />
      <small>{plainName(due.stage)}</small>
    </div>
  );
}

function StripCell({ row }: { readonly row: Row }) {
  const changed = useChanged(row.sentence.text + row.strip.map(({ mark }) => mark).join());
  return (
    <div role="cell" className={`c-strip ${changed ? 'changed' : ''}`}>
      <StageStrip strip={row.strip} />
      <small className={toneOf(row.sentence.mark)} title={row.sentence.text}>
        {row.sentence.text}
      </small>
    </div>
  );
}

/** No bar where no clock runs: an empty bar would read as zero. */
function BagCell({ row }: { readonly row: Row }) {
  const now = useNow();
  if (row.oldestBag !== null) {
    return (
      <div role="cell" className="c-bag">
        <BagBar clock={row.oldestBag} />
        <RecordedLight light={row.light} />
      </div>
    );
  }
  const planned = row.clockPlannedAt;
  return (
    <div role="cell" className="c-bag idle">
      <small>
        <strong>
          {planned === null
            ? t('no clock')
            : t('starts {when} {city}', {
                when: whenText(Date.parse(planned), row.from.zone, now),
                city: row.from.city,
              })}
        </strong>
      </small>
    </div>
  );
}

const lightWords = () => ({ amber: t('by the readings: look at it'), red: t('by the readings: act') }) as const;
const lightTones = { amber: 'warn', red: 'danger' } as const;

/** What readings say of the cells, where it is not as planned; from the record, not from the moment. */
function RecordedLight({ light }: Pick<Row, 'light'>) {
  if (light === null || light === 'green') return null;
  const tone = lightTones[light];
  return (
    <small className={`recorded-light with-icon ${tone}`}>
      <ToneIcon tone={tone} /> <span>{lightWords()[light]}</span>
    </small>
  );
}

function NextCell({ row }: { readonly row: Row }) {
  const due = row.dueNext;
  const now = useNow();
  const changed = useChanged(due === null ? '' : due.key + due.dueAt);
  if (due === null) return <div role="cell" className="c-next" />;
  return (
    <div role="cell" className={`c-next ${changed ? 'changed' : ''}`}>
      <strong title={due.what}>{due.what}</strong>
      <small>
        {t('by {when} {city} · {owner}', {
          when: whenText(Date.parse(due.dueAt), due.shownIn.zone, now),
          city: due.shownIn.city,
          owner: owners[due.owner],
        })}
      </small>
    </div>
  );
}

function AlertsCell({ row }: { readonly row: Row }) {
  const [worst, ...others] = row.alerts;
  const changed = useChanged(row.alerts.map(({ id, status }) => id + status).join());
  const tone = worst === undefined ? 'plain' : severityTone[worst.severity];
  return (
    <div role="cell" className={`c-alerts ${changed ? 'changed' : ''}`}>
      {worst !== undefined && (
        <>
          <strong className={`with-icon ${tone}`}>
            <ToneIcon tone={tone} /> <span title={worst.wrong}>{worst.wrong}</span>
          </strong>
          {(others.length > 0 || worst.status !== 'raised') && (
            <small>
              {[
                worst.status === 'raised' ? '' : statusText(worst.status),
                others.length > 0 ? t('{count} more', { count: others.length }) : '',
              ]
                .filter(Boolean)
                .join(', ')}
            </small>
          )}
        </>
      )}
    </div>
  );
}
