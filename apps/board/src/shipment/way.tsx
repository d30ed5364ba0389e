import type { Shipment } from '../api/types.js';
import { RouteSection } from '../map/route-section.js';
import { Scans } from '../scans/scans.js';
import { Borders } from './borders.js';
import { Labels } from './labels.js';
import { Plans } from './plans.js';

/** The way that the cells go: the plans and the way on a map, what the borders on it ask for and have answered, and the labels of bags and box. */
export function Way({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <Plans shipment={shipment} />
      <RouteSection plans={shipment.plans} />
      <Borders shipment={shipment} />
      <Scans shipment={shipment} />
      <Labels shipment={shipment} />
    </>
  );
}
