import type { TransitionTable } from '../transitions.js';
import type { ReceiptCommand, ReceiptStatus } from './receipt.js';

/** From the opened box to the last bag whose clock ends. */
export const receiptTable: TransitionTable<ReceiptStatus, ReceiptCommand['name']> = {
  subject: 'the receipt',
  initial: 'awaited',
  terminal: ['refused', 'infused'],
  moves: [
    { command: 'RecordReceipt', from: ['awaited'], to: ['received'] },
    { command: 'AcceptProduct', from: ['received'], to: ['accepted'] },
    { command: 'RefuseProduct', from: ['received'], to: ['refused'] },
    { command: 'StartInfusion', from: ['accepted', 'infusing'], to: ['infusing', 'infused'] },
  ],
};
