import type { TransitionTable } from '../transitions.js';
import type { ReceiptCommand, ReceiptStatus } from './receipt.js';

const opened = ['received', 'accepted', 'refused', 'infusing', 'infused', 'stored', 'not-used'] as const;

type OfTheProduct = Exclude<ReceiptCommand['name'], 'RecordFollowUp'>;

/**
 * From the opened box to the last bag whose clock ends; what is kept frozen may be infused at any time after, or be not used in the end. A refusal may be reconsidered, and
 * so may the word that a bag is not used: there may be no other cells. Nothing is infused that was not accepted, so that the product is accepted first where all its
 * bags were not to be used. Counts come when the laboratory has them, and mistakes are found late, so both are taken to the end.
 */
export const receiptTable: TransitionTable<ReceiptStatus, OfTheProduct> = {
  subject: 'the receipt',
  initial: 'awaited',
  terminal: [],
  moves: [
    { command: 'RecordReceipt', from: ['awaited'], to: ['received'] },
    { command: 'AcceptProduct', from: ['received', 'refused'], to: ['accepted'] },
    { command: 'AcceptProduct', from: ['not-used'], to: ['not-used'] },
    { command: 'RefuseProduct', from: ['received'], to: ['refused'] },
    { command: 'StartInfusion', from: ['accepted'], to: ['infusing', 'infused', 'stored'] },
    { command: 'StartInfusion', from: ['infusing'], to: ['infusing', 'infused'] },
    { command: 'StartInfusion', from: ['stored'], to: ['infused'] },
    { command: 'StartInfusion', from: ['infused'], to: ['infused'] },
    { command: 'StartInfusion', from: ['not-used'], to: ['infused', 'stored'] },
    { command: 'RecordBagNotUsed', from: ['received'], to: ['received', 'not-used'] },
    { command: 'RecordBagNotUsed', from: ['accepted'], to: ['accepted', 'not-used'] },
    { command: 'RecordBagNotUsed', from: ['refused'], to: ['refused', 'not-used'] },
    { command: 'RecordBagNotUsed', from: ['infusing'], to: ['infusing', 'infused', 'not-used'] },
    { command: 'RecordBagNotUsed', from: ['infused'], to: ['infused', 'not-used'] },
    { command: 'RecordBagNotUsed', from: ['stored'], to: ['not-used'] },
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
