import type { PlanPapers, Shipment } from '../api/types.js';
import { missingFacts } from './paper-standing.js';
import { papersText } from './paper-words.js';
import { WayToFact } from './way-to-fact.js';

interface MissingProps {
  readonly shipment: Shipment;
  readonly plans: readonly PlanPapers[];
}

/** What papers wait for, each fact once, with the way to enter it. */
export function MissingFacts({ shipment, plans }: MissingProps) {
  const facts = missingFacts(plans);
  if (facts.length === 0) return null;
  return (
    <ul className="missing-facts" aria-label="What papers wait for">
      {facts.map((missing) => (
        <li key={missing.fact}>
          <span>
            {missing.sentence}{' '}
            <small className="ink2 nowrap">
              {papersText(missing.papers)} {missing.papers === 1 ? 'waits' : 'wait'}
            </small>
          </span>
          <WayToFact shipment={shipment} missing={missing} />
        </li>
      ))}
    </ul>
  );
}
