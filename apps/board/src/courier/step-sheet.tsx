import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import type { ActFormProps } from '../act/act-form-props.js';
import { placesOf } from '../act/places.js';
import { useMe } from '../api/questions.js';
import type { Action } from '../api/types.js';
import type { Trip } from '../offline/trip.js';
import { useQueueing } from '../offline/use-queueing.js';
import { Sheet } from '../shell/sheet.js';
import { now } from '../time/now.js';
import { HandOverForm } from './hand-over/hand-over-form.js';
import { withNow } from './stated-now.js';

interface StepSheetProps {
  readonly trip: Trip;
  readonly action: Action;
  readonly close: () => void;
}

/** What two persons sign on one phone; everything else is a form. */
const signedByTwo: readonly string[] = ['HandOverToCourier', 'RecordRelayHandover', 'DeliverToCentre'];

/** How a command is filled in on the phone: begun at the phone's now, kept on the phone when there is no network. */
export function StepSheet({ trip, action, close }: StepSheetProps) {
  const { shipment } = trip;
  const [begun] = useState(() => ({ ...action, prefill: withNow(action.prefill, now()) }));
  const me = useMe().data;
  const send = useQueueing(action);
  const id = `${shipment.id} ${action.command} ${action.label} ${action.subject ?? ''}`;
  const props: ActFormProps = {
    form: id,
    shipment: shipment.id,
    action: begun,
    revision: action.stageRevision,
    places: placesOf(shipment),
    close,
    ...(send === undefined ? {} : { send }),
    renew: () => Promise.resolve(),
  };
  const about = `${shipment.reference} · ${shipment.from.city} → ${shipment.to.city}`;
  return (
    <Sheet title={action.label} about={about} close={close}>
      {signedByTwo.includes(action.command) ? (
        <HandOverForm {...props} onRecord={action.onRecord} carrier={me?.role === 'courier' ? me.person : undefined} />
      ) : (
        <ActForm {...props} />
      )}
    </Sheet>
  );
}
