import { Link } from 'wouter';
import type { Shipment } from '../api/types.js';
import { Namesakes } from '../act/namesakes.js';
import { GoOn } from '../order/go-on.js';
import { BagFigure } from '../marks/bag-bar.js';
import { DueFigure } from '../marks/due-figure.js';
import { useNow } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { t } from '../words/words.js';

/** Route and the only two great figures: time to what is due next, and the age of the oldest bag. */
export function ShipmentHead({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <header className="shipment-head">
        <div className="title">
          <p className="crumbs">
            <Link href="/">{t('Board')}</Link> / {shipment.reference}
            {shipment.example && <span className="example">{t('EXAMPLE')}</span>}
          </p>
          <Namesakes reference={shipment.reference} id={shipment.id} />
          <h1>
            {shipment.from.city} → {shipment.to.city}
          </h1>
          <p className="ink2">
            {[
              shipment.product,
              shipment.donorGrid === null ? '' : `GRID ${shipment.donorGrid}`,
              shipment.unitDin === null ? '' : `unit ${shipment.unitDin}`,
              `policy ${shipment.policyVersion}`,
              statusText(shipment.status),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <DueNext shipment={shipment} />
        <OldestBag shipment={shipment} />
      </header>
      <GoOn shipment={shipment} />
    </>
  );
}

const statusText = (status: Shipment['status']): string => (status === 'open' ? '' : status);

function DueNext({ shipment }: { readonly shipment: Shipment }) {
  const due = shipment.dueNext;
  const now = useNow();
  return (
    <div className="great">
      <p className="small ink2">{due === null ? t('Due next') : due.what}</p>
      {due === null ? <strong className="figure ink2">{t('nothing')}</strong> : <DueFigure at={due.dueAt} />}
      {due !== null && (
        <p className="small ink2">
          {t('by {when} {city}', {
            when: whenText(Date.parse(due.dueAt), due.shownIn.zone, now),
            city: due.shownIn.city,
          })}
        </p>
      )}
    </div>
  );
}

function OldestBag({ shipment }: { readonly shipment: Shipment }) {
  const now = useNow();
  const clock = shipment.oldestBag;
  if (clock === null) {
    const planned = shipment.clockPlannedAt;
    const starts =
      planned === null
        ? t('No clock runs.')
        : t('Starts {when} {city}.', {
            when: whenText(Date.parse(planned), shipment.from.zone, now),
            city: shipment.from.city,
          });
    return (
      <div className="great bag">
        <p className="small ink2">{t('Oldest bag')}</p>
        <p className="none">{starts}</p>
      </div>
    );
  }
  return (
    <BagFigure
      clock={clock}
      className="great bag"
      says={(lines) => t('Oldest bag, target {target}, limit {limit}', lines)}
    />
  );
}
