import type { Shipment } from '../api/types.js';
import { Borders } from './borders.js';
import { Plans } from './plans.js';

/** The way that the cells go: the plans, and what the borders on it ask for. */
export function Way({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <Plans shipment={shipment} />
      <Borders shipment={shipment} />
    </>
  );
}
