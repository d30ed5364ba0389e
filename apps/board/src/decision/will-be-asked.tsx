import { Link } from 'wouter';
import type { CountDecision, Shipment } from '../api/types.js';
import { useNow } from '../time/now.js';
import { whenText } from '../time/zone.js';

interface WillBeAskedProps {
  readonly decision: CountDecision;
  readonly shipment: Shipment;
}

/** "Collection physician or transplant physician". */
function anyOf([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((each) => each.charAt(0).toLowerCase() + each.slice(1))].join(' or ');
}

/** Before the count: when it is due, and what is decided on it then, by whom. */
export function WillBeAsked({ decision: { due, asked }, shipment }: WillBeAskedProps) {
  const now = useNow();
  return (
    <section aria-labelledby="asked-title">
      <div className="bar">
        <h2 id="asked-title">What will be asked</h2>
      </div>
      <p>
        {due === null
          ? 'No collection is planned whose count could be waited for.'
          : `${due.what}: by ${whenText(Date.parse(due.dueAt), due.shownIn.zone, now)} ${due.shownIn.city}.`}{' '}
        It is recorded on <Link href={`/shipments/${shipment.id}`}>the shipment’s page</Link>; then this stands here:
      </p>
      <table className="dose stacked">
        <thead>
          <tr>
            <th scope="col">Decision</th>
            <th scope="col">Whose word</th>
            <th scope="col">When it can be taken</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ what, who, when, confirmed }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td data-label="Whose word">
                {anyOf(who)}
                {confirmed && <small className="block ink2">confirmed by a second person</small>}
              </td>
              <td data-label="When">{when}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
