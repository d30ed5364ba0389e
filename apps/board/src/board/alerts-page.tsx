import { useAlerts } from '../api/questions.js';
import { AlertPanel } from '../shipment/alert-panel.js';
import { Asked, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';

/** Every alert that stands, worst first. */
export function AlertsPage() {
  const alerts = useAlerts();
  useTitle(t('Alerts'));
  return (
    <section className="alerts-page" aria-labelledby="alerts-title">
      <h1 id="alerts-title">{t('Alerts')}</h1>
      <Asked what={t('the alerts')} lines={3} query={alerts}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={t('No alert stands')}>
              {t('What falls due is on the board; an alert is raised when it is missed.')}
            </Nothing>
          ) : (
            items.map((alert) => <AlertPanel key={`${alert.shipment} ${alert.id}`} alert={alert} named />)
          )
        }
      </Asked>
    </section>
  );
}
