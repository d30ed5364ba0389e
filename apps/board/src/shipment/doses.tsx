import type { Shipment } from '../api/types.js';
import { Forecast } from './forecast.js';
import { Recipients } from './recipients.js';

/** What was asked for and counted, and what of it is to be left at infusion. */
export function Doses({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <Recipients shipment={shipment} />
      <Forecast shipment={shipment} />
    </>
  );
}
