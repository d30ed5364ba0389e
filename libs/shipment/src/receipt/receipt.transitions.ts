import type { TransitionTable } from '../transitions.js';
import type { ReceiptCommand, ReceiptStatus } from './receipt.js';

const opened = ['received', 'accepted', 'refused', 'infusing', 'infused', 'stored'] as const;

type OfTheProduct = Exclude<ReceiptCommand['name'], 'RecordFollowUp'>;

/**
 * From the opened box to the last bag whose clock ends; a unit that was stored may be infused at any time after. A refusal may be reconsidered: there may be no other
 * cells. Counts come when the laboratory has them, and mistakes are found late, so both are taken to the end.
 */
export const receiptTable: TransitionTable<ReceiptStatus, OfTheProduct> = {
  subject: 'the receipt',
  initial: 'awaited',
  terminal: [],
  moves: [
    { command: 'RecordReceipt', from: ['awaited'], to: ['received'] },
    { command: 'AcceptProduct', from: ['received', 'refused'], to: ['accepted'] },
    { command: 'RefuseProduct', from: ['received'], to: ['refused'] },
    { command: 'StartInfusion', from: ['accepted'], to: ['infusing', 'infused', 'stored'] },
    { command: 'StartInfusion', from: ['infusing'], to: ['infusing', 'infused'] },
    { command: 'StartInfusion', from: ['stored'], to: ['infused'] },
    ...opened.flatMap((state) => [
      { command: 'CorrectReceipt' as const, from: [state], to: [state] },
      { command: 'RecordArrivalCount' as const, from: [state], to: [state] },
      { command: 'CorrectArrivalCount' as const, from: [state], to: [state] },
    ]),
    { command: 'CorrectInfusionStart', from: ['infusing'], to: ['infusing'] },
    { command: 'CorrectInfusionStart', from: ['infused'], to: ['infused'] },
    { command: 'CorrectInfusionStart', from: ['stored'], to: ['stored'] },
  ],
};

export type FollowUpStatus = 'asked' | 'answered';

/** What is asked of one recipient on one day after the infusion. An answer may be given again: the later one counts. */
export const followUpTable: TransitionTable<FollowUpStatus, 'RecordFollowUp'> = {
  subject: 'one follow-up',
  initial: 'asked',
  terminal: [],
  moves: [{ command: 'RecordFollowUp', from: ['asked', 'answered'], to: ['answered'] }],
};
