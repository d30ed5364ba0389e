import { deviationWires } from './deviation.wire.js';
import { receiptWires } from './receipt.wire.js';

/** What comes in from the opened box on: the receipt, and what went otherwise. */
export const afterDeliveryWires = { ...receiptWires, ...deviationWires };
