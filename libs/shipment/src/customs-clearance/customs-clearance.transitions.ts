import type { TransitionTable } from '../transitions.js';
import type { CustomsClearanceCommand, CustomsRequestStatus } from './customs-clearance.js';

/**
 * One customs request. What a desk did is taken in whatever state it comes, even too late: a request that is not needed any
 * more and was submitted or granted all the same is to be withdrawn.
 */
export const customsRequestTable: TransitionTable<CustomsRequestStatus, CustomsClearanceCommand['name']> = {
  subject: 'one customs request',
  initial: 'wanted',
  terminal: ['cleared'],
  moves: [
    { command: 'CoverBorders', from: ['wanted'], to: ['wanted', 'withdrawn'] },
    { command: 'CoverBorders', from: ['submitted'], to: ['submitted', 'to-withdraw'] },
    { command: 'CoverBorders', from: ['granted'], to: ['granted', 'to-withdraw'] },
    { command: 'CoverBorders', from: ['refused'], to: ['refused', 'withdrawn'] },
    { command: 'CoverBorders', from: ['to-withdraw'], to: ['to-withdraw', 'wanted'] },
    { command: 'CoverBorders', from: ['withdrawn'], to: ['withdrawn', 'wanted'] },
    { command: 'RecordCustomsSubmitted', from: ['wanted', 'submitted'], to: ['submitted'] },
    { command: 'RecordCustomsSubmitted', from: ['granted'], to: ['granted'] },
    { command: 'RecordCustomsSubmitted', from: ['refused'], to: ['refused'] },
    { command: 'RecordCustomsSubmitted', from: ['to-withdraw', 'withdrawn'], to: ['to-withdraw'] },
    { command: 'RecordCustomsGranted', from: ['wanted', 'submitted', 'refused', 'granted'], to: ['granted'] },
    { command: 'RecordCustomsGranted', from: ['to-withdraw', 'withdrawn'], to: ['to-withdraw'] },
    { command: 'RecordCustomsRefused', from: ['wanted', 'submitted', 'granted', 'refused'], to: ['refused'] },
    { command: 'RecordCustomsRefused', from: ['to-withdraw', 'withdrawn'], to: ['withdrawn'] },
    { command: 'AskCustomsAgain', from: ['refused'], to: ['wanted'] },
    { command: 'RecordCustomsWithdrawn', from: ['to-withdraw', 'withdrawn'], to: ['withdrawn'] },
    { command: 'RecordCustomsWithdrawn', from: ['wanted', 'submitted', 'granted'], to: ['wanted'] },
    { command: 'RecordCustomsWithdrawn', from: ['refused'], to: ['refused'] },
    { command: 'RecordCustomsCleared', from: ['wanted', 'submitted', 'granted', 'refused'], to: ['cleared'] },
  ],
};
