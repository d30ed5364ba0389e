import { useQueryClient } from '@tanstack/react-query';
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
import { standingAction } from './standing-action.js';
import { withNow } from './stated-now.js';

interface StepSheetProps {
  readonly trip: Trip;
  /** As it was offered when it was opened. */
  readonly action: Action;
  readonly close: () => void;
}

/** What two persons sign on one phone; everything else is a form. */
const signedByTwo: readonly string[] = ['HandOverToCourier', 'RecordRelayHandover', 'DeliverToCentre'];

/** How a command is filled in on the phone: begun at the phone's now, kept on the phone when there is no network. */
export function StepSheet({ trip, action: opened, close }: StepSheetProps) {
  const { shipment } = trip;
  const action = standingAction(opened, trip.actions);
  const [prefill] = useState(() => withNow(opened.prefill, now()));
  const client = useQueryClient();
  const me = useMe().data;
  const send = useQueueing(action);
  const id = `${shipment.id} ${opened.command} ${opened.label} ${opened.subject ?? ''}`;
  const props: ActFormProps = {
    form: id,
    shipment: shipment.id,
    action: { ...action, prefill },
    revision: action.stageRevision,
    places: placesOf(shipment),
    close,
    ...(send === undefined ? {} : { send }),
    renew: () => client.invalidateQueries({ queryKey: ['shipment', shipment.id] }),
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
