import type { Airports } from '../ports.js';
import { courierHandoffWires } from './courier-handoff.wire.js';
import { courierWires } from './courier.wire.js';

/** What comes in of whoever carries the box: the courier, and the box from hand to hand. */
export const custodyWires = (airports: Airports) => ({ ...courierWires, ...courierHandoffWires(airports) });
