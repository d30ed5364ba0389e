import type { Shipment } from '../api/types.js';
import { ReadyTick } from '../offline/ready-tick.js';
import { t } from '../words/words.js';

/** From where to where, and whether the phone has all of it. */
export function TripHead({ shipment }: { readonly shipment: Shipment }) {
  return (
    <header className="trip-head">
      <h1>
        {shipment.from.city} → {shipment.to.city}
      </h1>
      <p className="small ink2">
        {shipment.reference}
        {shipment.example && <span className="example">{t('EXAMPLE')}</span>}
      </p>
      <ReadyTick shipment={shipment.id} />
    </header>
  );
}
