import type { PlanPapers, Shipment } from '../api/types.js';
import { missingFacts } from './paper-standing.js';
import { WayToFact } from './way-to-fact.js';
import { t } from '../words/words.js';

interface MissingProps {
  readonly shipment: Shipment;
  readonly plans: readonly PlanPapers[];
}

/** What papers wait for, each fact once, with the way to enter it. */
export function MissingFacts({ shipment, plans }: MissingProps) {
  const facts = missingFacts(plans);
  if (facts.length === 0) return null;
  return (
    <ul className="missing-facts" aria-label={t('What papers wait for')}>
      {facts.map((missing) => (
        <li key={missing.fact}>
          <span>
            {missing.sentence}{' '}
            <small className="ink2 nowrap">
              {t('{count, plural, one {# paper waits} other {# papers wait}}', { count: missing.papers })}
            </small>
          </span>
          <WayToFact shipment={shipment} missing={missing} />
        </li>
      ))}
    </ul>
  );
}
