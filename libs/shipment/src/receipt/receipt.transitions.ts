import type { TransitionTable } from '../transitions.js';
import type { ReceiptCommand, ReceiptStatus } from './receipt.js';

/** From the opened box to the last bag whose clock ends; a unit that was stored may be infused at any time after. A refusal may be reconsidered: there may be no other cells. */
export const receiptTable: TransitionTable<ReceiptStatus, ReceiptCommand['name']> = {
  subject: 'the receipt',
  initial: 'awaited',
  terminal: ['infused'],
  moves: [
    { command: 'RecordReceipt', from: ['awaited'], to: ['received'] },
    { command: 'AcceptProduct', from: ['received', 'refused'], to: ['accepted'] },
    { command: 'RefuseProduct', from: ['received'], to: ['refused'] },
    { command: 'StartInfusion', from: ['accepted'], to: ['infusing', 'infused', 'stored'] },
    { command: 'StartInfusion', from: ['infusing'], to: ['infusing', 'infused'] },
    { command: 'StartInfusion', from: ['stored'], to: ['infused'] },
  ],
};
