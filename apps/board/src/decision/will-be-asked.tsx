import { Link } from 'wouter';
import type { CountDecision, Shipment } from '../api/types.js';
import { useNow } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';

interface WillBeAskedProps {
  readonly decision: CountDecision;
  readonly shipment: Shipment;
}

/** "Collection physician or transplant physician". */
function anyOf([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((each) => each.charAt(0).toLowerCase() + each.slice(1))].join(t(' or '));
}

function dueText(due: CountDecision['due'], now: number): string {
  if (due === null) return t('No collection is planned whose count could be waited for.');
  const { what, dueAt, shownIn } = due;
  return t('{what}: by {when} {city}.', {
    ...{ what, when: whenText(Date.parse(dueAt), shownIn.zone, now), city: shownIn.city },
  });
}

/** Before the count: when it is due, and what is decided on it then, by whom. */
export function WillBeAsked({ decision: { due, asked }, shipment }: WillBeAskedProps) {
  const now = useNow();
  return (
    <section aria-labelledby="asked-title">
      <div className="bar">
        <h2 id="asked-title">{t('What will be asked')}</h2>
      </div>
      <p>
        {dueText(due, now)}{' '}
        {rich('It is recorded on {link}; then this stands here:', {
          link: <Link href={`/shipments/${shipment.id}`}>{t('the shipment’s page')}</Link>,
        })}
      </p>
      <table className="dose stacked">
        <thead>
          <tr>
            <th scope="col">{t('Decision')}</th>
            <th scope="col">{t('Whose word')}</th>
            <th scope="col">{t('When it can be taken')}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ what, who, when, confirmed }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td data-label={t('Whose word')}>
                {anyOf(who)}
                {confirmed && <small className="block ink2">{t('confirmed by a second person')}</small>}
              </td>
              <td data-label={t('When')}>{when}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
