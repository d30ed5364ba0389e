import type { Shipment } from '../api/types.js';
import { Borders } from './borders.js';
import { Labels } from './labels.js';

/** What travels with the cells besides the box: what the borders ask for, and the labels of bags and box. */
export function WhatTravels({ shipment }: { readonly shipment: Shipment }) {
  return (
    <>
      <Borders shipment={shipment} />
      <Labels shipment={shipment} />
    </>
  );
}
