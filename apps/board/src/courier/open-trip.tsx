import { useState } from 'react';
import type { Action } from '../api/types.js';
import { OutboxList } from '../offline/outbox-list.js';
import type { Trip } from '../offline/trip.js';
import { useOutbox } from '../offline/use-outbox.js';
import { Part } from '../part.js';
import { asIfSent } from './as-if-sent.js';
import { nextStep, records } from './next-step.js';
import { Opened, type Open } from './opened.js';
import { Rest } from './rest.js';
import { ScanButton } from './scan-button.js';
import { TripBar } from './trip-bar.js';
import { TripHead } from './trip-head.js';
import { TripNext } from './trip-next.js';
import { TripNow, WorstAlert } from './trip-now.js';

/** The trip from top to bottom, and what is open over it. */
export function OpenTrip({ trip: told }: { readonly trip: Trip }) {
  const [open, setOpen] = useState<Open>();
  const waiting = useOutbox(told.shipment.id);
  const shipment = asIfSent(told, waiting);
  const trip = { ...told, shipment };
  const step = nextStep(trip, waiting);
  const actions = trip.actions.filter((action) => !waiting.some((queued) => records(queued, action)));
  const act = (action: Action) => setOpen({ kind: 'step', action });
  return (
    <article className="courier">
      <TripHead shipment={shipment} />
      <TripNow shipment={shipment} />
      <TripNext step={step} waits={waiting.length > 0} shipment={shipment} act={act} />
      <WorstAlert shipment={shipment} />
      <ScanButton trip={trip} action={step?.action} open={() => setOpen({ kind: 'scan' })} />
      <OutboxList shipment={shipment.id} />
      <Rest shipment={shipment.id} actions={actions} without={step?.action} act={act} />
      <TripBar open={setOpen} />
      <Part waiting={null}>
        <Opened trip={trip} open={open} close={() => setOpen(undefined)} act={act} />
      </Part>
    </article>
  );
}
