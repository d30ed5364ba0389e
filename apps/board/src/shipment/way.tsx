import type { Shipment } from '../api/types.js';
import { Scans } from '../scans/scans.js';
import { Borders } from './borders.js';
import { Labels } from './labels.js';
import { Plans } from './plans.js';

/** The way that the cells go: the plans, what the borders on it ask for and have answered, and the labels of bags and box. */
export function Way({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <Plans shipment={shipment} />
      <Borders shipment={shipment} />
      <Scans shipment={shipment} />
      <Labels shipment={shipment} />
    </>
  );
}
