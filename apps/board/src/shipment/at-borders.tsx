import type { Shipment } from '../api/types.js';
import { Scans } from '../scans/scans.js';
import { Borders } from './borders.js';

/** What borders ask for, and what they have answered. */
export function AtBorders({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <Borders shipment={shipment} />
      <Scans shipment={shipment} />
    </>
  );
}
