import { useEffect } from 'react';
import { Link } from 'wouter';
import { useShipment } from '../api/questions.js';
import type { Shipment } from '../api/types.js';
import { useClockPlaces } from '../shell/clock-places.js';
import { Failing, Loading, Nothing } from '../shell/states.js';
import type { Failure } from '../api/client.js';
import { ActionsPanel } from './actions-panel.js';
import { AgendaTable } from './agenda-table.js';
import { AlertPanels } from './alert-panels.js';
import { LogList } from './log-list.js';
import { Plans } from './plans.js';
import { Recipients } from './recipients.js';
import { ShipmentHead } from './shipment-head.js';
import { StageBand } from './stage-band.js';
import { Timeline } from './timeline.js';

/** Where is it, how much time is left, and what can still be done? */
export function ShipmentPage({ id }: { readonly id: string }) {
  const shipment = useShipment(id);
  useClockPlaces(shipment.data?.from, shipment.data?.to);
  const reference = shipment.data?.reference;
  useEffect(() => {
    document.title = `${reference ?? 'Shipment'} · CellRelay`;
  }, [reference]);
  if (shipment.data !== undefined) return <Sections shipment={shipment.data} />;
  if (shipment.isPending) return <Loading what="the shipment" lines={6} />;
  if ((shipment.error as Failure).status === 404) {
    return (
      <Nothing title="There is no such shipment">
        <Link href="/">Go to the board</Link>
      </Nothing>
    );
  }
  return <Failing what="The shipment" error={shipment.error} again={() => void shipment.refetch()} />;
}

function Sections({ shipment }: { readonly shipment: Shipment }) {
  return (
    <article className="shipment">
      <ShipmentHead shipment={shipment} />
      <StageBand strip={shipment.strip} />
      <AlertPanels shipment={shipment} />
      <div className="columns">
        <Timeline shipment={shipment} />
        <div>
          <ActionsPanel id={shipment.id} />
          <Plans shipment={shipment} />
        </div>
        <AgendaTable id={shipment.id} />
        <Recipients shipment={shipment} />
      </div>
      <LogList shipment={shipment} />
    </article>
  );
}
