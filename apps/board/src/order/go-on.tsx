import { Link } from 'wouter';
import { useCoordinates, useMe } from '../api/questions.js';
import type { Shipment } from '../api/types.js';
import { keptSetUp } from './kept-set-ups.js';

/** The way back into the set-up of a shipment: while something typed here is not sent, or no plan stands that cells could travel by. */
export function GoOn({ shipment }: { readonly shipment: Shipment }) {
  const me = useMe().data;
  const coordinates = useCoordinates();
  if (me == null || !coordinates || shipment.status !== 'open') return null;
  const typed = keptSetUp(shipment.id, me.name) !== undefined;
  if (!typed && shipment.plans.length > 0) return null;
  return (
    <p className="order-go-on">
      {typed ? 'Not everything that was filled in for this shipment has been sent.' : 'No plan has been proposed yet.'}{' '}
      <Link href={`/shipments/${shipment.id}/set-up`} className="button">
        Go on setting up
      </Link>
    </p>
  );
}
