import type { Shipment } from '../api/types.js';
import { TimeChart } from '../time-chart/time-chart.js';
import { AlertPanels } from './alert-panels.js';
import { LinkedForm } from './linked-form.js';

/** What somebody comes for at three in the morning: the form that they were sent to, what is wrong, and how the times lie. */
export function AtAGlance({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <LinkedForm shipment={shipment} />
      <AlertPanels shipment={shipment} />
      <TimeChart shipment={shipment} />
    </>
  );
}
