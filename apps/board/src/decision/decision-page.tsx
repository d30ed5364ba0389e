import { Link } from 'wouter';
import type { Failure } from '../api/client.js';
import { useShipment } from '../api/questions.js';
import type { CountDecision, Shipment } from '../api/types.js';
import { useClockPlaces } from '../shell/clock-places.js';
import { Asked, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { t } from '../words/words.js';
import { Choices } from './choices.js';
import { CountedCells } from './counted-cells.js';
import { DecisionHead } from './decision-head.js';
import { Taken } from './taken.js';
import { useDecision } from './use-decision.js';
import { WillBeAsked } from './will-be-asked.js';

/** What was counted, whether it is enough, what can be decided, what each choice means, and who has the word. */
export function DecisionPage({ id }: { readonly id: string }) {
  const shipment = useShipment(id);
  const decision = useDecision(id);
  useClockPlaces(shipment.data?.from, shipment.data?.to);
  useTitle(t('{shipment}, decision', { shipment: shipment.data?.reference ?? t('Shipment') }));
  if (shipment.data === undefined && (shipment.error as Failure | null)?.status === 404) {
    return (
      <Nothing title={t('There is no such shipment')}>
        <Link href="/">{t('Go to the board')}</Link>
      </Nothing>
    );
  }
  return (
    <Asked what={t('the shipment')} lines={3} query={shipment}>
      {(view) => (
        <Asked what={t('the decision')} lines={6} query={decision}>
          {(asked) => <Decision shipment={view} decision={asked} />}
        </Asked>
      )}
    </Asked>
  );
}

interface DecisionProps {
  readonly shipment: Shipment;
  readonly decision: CountDecision;
}

function Decision({ shipment, decision }: DecisionProps) {
  const counted = decision.standing !== 'not-counted';
  return (
    <article className="decision shipment">
      <DecisionHead shipment={shipment} decision={decision} />
      <Taken taken={decision.taken} place={shipment.from} />
      {counted && <CountedCells decision={decision} place={shipment.from} />}
      {decision.options.length > 0 && <Choices shipment={shipment} decision={decision} />}
      {!counted && <WillBeAsked decision={decision} shipment={shipment} />}
    </article>
  );
}
