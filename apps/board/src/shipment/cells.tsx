import type { Shipment } from '../api/types.js';
import { TemperaturePanel } from '../temperature/temperature-panel.js';
import { Doses } from './doses.js';

/** Who gets how many of the cells, what becomes of them until then, and how warm they have been. */
export function Cells({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <Doses shipment={shipment} />
      <TemperaturePanel shipment={shipment.id} />
    </>
  );
}
