import type { Shipment } from '../api/types.js';
import { TemperaturePanel } from '../temperature/temperature-panel.js';
import { Forecast } from './forecast.js';
import { Recipients } from './recipients.js';

/** Who gets how many of the cells, what becomes of them until then, and how warm they have been. */
export function Cells({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <Recipients shipment={shipment} />
      <Forecast shipment={shipment} />
      <TemperaturePanel shipment={shipment.id} />
    </>
  );
}
