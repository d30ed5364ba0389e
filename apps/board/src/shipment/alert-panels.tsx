import { useState } from 'react';
import type { Shipment } from '../api/types.js';
import { whenText } from '../time/zone.js';
import { useNow } from '../time/now.js';
import { AlertPanel } from './alert-panel.js';
import { t } from '../words/words.js';

/** So many alerts stand in full; the rest are as pressing no more than those, and are named. */
const FEW = 3;

/** The alerts that stand, worst first as the server has them; those that are gone below, with why they went. */
export function AlertPanels({ shipment }: { readonly shipment: Shipment }) {
  const standing = shipment.alertsFull.filter(({ status }) => status !== 'resolved');
  const gone = shipment.alertsFull.filter(({ status }) => status === 'resolved');
  if (shipment.alertsFull.length === 0) return null;
  return (
    <section aria-label={t('Alerts')}>
      {standing.slice(0, FEW).map((alert, index) => (
        <AlertPanel key={alert.id} alert={alert} keys={index === 0} place={shipment.to} />
      ))}
      {standing.length > FEW && (
        <details className="fold more-alerts">
          <summary>
            {t('{count, plural, one {# more alert} other {# more alerts}}', { count: standing.length - FEW })}
            <small className="ink2">
              ,{' '}
              {standing
                .slice(FEW)
                .map(({ wrong }) => wrong)
                .join(' ')}
            </small>
          </summary>
          {standing.slice(FEW).map((alert) => (
            <AlertPanel key={alert.id} alert={alert} place={shipment.to} />
          ))}
        </details>
      )}
      {gone.length > 0 && <Gone alerts={gone} zone={shipment.to.zone} city={shipment.to.city} />}
    </section>
  );
}

interface GoneProps {
  readonly alerts: Shipment['alertsFull'];
  readonly zone: string;
  readonly city: string;
}

function Gone({ alerts, zone, city }: GoneProps) {
  const [open, setOpen] = useState(false);
  const now = useNow();
  return (
    <div className="gone">
      <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('{count, plural, one {# alert has gone} other {# alerts have gone}}', { count: alerts.length })}
      </button>
      {open && (
        <ul>
          {alerts.map((alert) => (
            <li key={alert.id}>
              {alert.wrong} <span className="ink2">{alert.resolution ?? t('resolved')}</span>{' '}
              {alert.resolvedAt !== null && (
                <small className="ink2">
                  {whenText(Date.parse(alert.resolvedAt), zone, now)} {city}
                </small>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
