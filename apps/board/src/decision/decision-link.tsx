import { Link } from 'wouter';
import type { Offer } from '../api/types.js';
import { t } from '../words/words.js';

interface DecisionLinkProps {
  readonly shipment: string;
  readonly offers: readonly Pick<Offer, 'command'>[];
}

/** The way to the decision's own screen, wherever one of its choices is offered. */
export function DecisionLink({ shipment, offers }: DecisionLinkProps) {
  if (!offers.some(({ command }) => command === 'DecideOnCount')) return null;
  return (
    <Link className="to-decision" href={`/shipments/${shipment}/decision`}>
      {t('Compare what can be decided')}
    </Link>
  );
}
