import type { TransitionTable } from '../transitions.js';
import type { CustomsClearanceCommand, CustomsRequestStatus, PinCalendars } from './customs-clearance.js';

/**
 * One customs request. What a desk did is taken in whatever state it comes, even too late: a request that is not needed any
 * more and was submitted or granted all the same is to be withdrawn. Goods that were released first stay to be regularised, whatever a desk
 * answers of the old request, until the papers are in order.
 */
export const customsRequestTable: TransitionTable<
  CustomsRequestStatus,
  Exclude<CustomsClearanceCommand, PinCalendars>['name']
> = {
  subject: 'one customs request',
  initial: 'wanted',
  terminal: ['cleared'],
  moves: [
    { command: 'CoverBorders', from: ['wanted'], to: ['wanted', 'withdrawn'] },
    { command: 'CoverBorders', from: ['submitted'], to: ['submitted', 'to-withdraw'] },
    { command: 'CoverBorders', from: ['granted'], to: ['granted', 'to-withdraw'] },
    { command: 'CoverBorders', from: ['refused'], to: ['refused', 'withdrawn'] },
    { command: 'CoverBorders', from: ['lapsed'], to: ['lapsed', 'withdrawn'] },
    { command: 'CoverBorders', from: ['to-be-regularised'], to: ['to-be-regularised'] },
    { command: 'CoverBorders', from: ['to-withdraw'], to: ['to-withdraw', 'wanted'] },
    { command: 'CoverBorders', from: ['withdrawn'], to: ['withdrawn', 'wanted'] },
    { command: 'RecordCustomsSubmitted', from: ['wanted', 'submitted'], to: ['submitted'] },
    { command: 'RecordCustomsSubmitted', from: ['granted'], to: ['granted'] },
    { command: 'RecordCustomsSubmitted', from: ['refused'], to: ['refused'] },
    { command: 'RecordCustomsSubmitted', from: ['lapsed'], to: ['lapsed'] },
    { command: 'RecordCustomsSubmitted', from: ['to-be-regularised'], to: ['to-be-regularised'] },
    { command: 'RecordCustomsSubmitted', from: ['to-withdraw', 'withdrawn'], to: ['to-withdraw'] },
    { command: 'RecordCustomsGranted', from: ['wanted', 'submitted', 'refused', 'lapsed', 'granted'], to: ['granted'] },
    { command: 'RecordCustomsGranted', from: ['to-be-regularised'], to: ['to-be-regularised'] },
    { command: 'RecordCustomsGranted', from: ['to-withdraw', 'withdrawn'], to: ['to-withdraw'] },
    { command: 'RecordCustomsRefused', from: ['wanted', 'submitted', 'granted', 'refused', 'lapsed'], to: ['refused'] },
    { command: 'RecordCustomsRefused', from: ['to-be-regularised'], to: ['to-be-regularised'] },
    { command: 'RecordCustomsRefused', from: ['to-withdraw', 'withdrawn'], to: ['withdrawn'] },
    { command: 'RecordCustomsEscalated', from: ['submitted'], to: ['submitted'] },
    { command: 'RecordCustomsEscalated', from: ['refused'], to: ['refused'] },
    { command: 'RecordCustomsEscalated', from: ['lapsed'], to: ['lapsed'] },
    { command: 'LapsePermit', from: ['granted'], to: ['lapsed'] },
    { command: 'AskCustomsAgain', from: ['refused', 'lapsed', 'granted'], to: ['wanted'] },
    { command: 'RecordCustomsWithdrawn', from: ['to-withdraw', 'withdrawn'], to: ['withdrawn'] },
    { command: 'RecordCustomsWithdrawn', from: ['wanted', 'submitted', 'granted'], to: ['wanted'] },
    { command: 'RecordCustomsWithdrawn', from: ['refused'], to: ['refused'] },
    { command: 'RecordCustomsWithdrawn', from: ['lapsed'], to: ['lapsed'] },
    { command: 'RecordCustomsWithdrawn', from: ['to-be-regularised'], to: ['to-be-regularised'] },
    { command: 'RecordReleasedFirst', from: ['wanted', 'submitted', 'refused', 'lapsed'], to: ['to-be-regularised'] },
    { command: 'RecordRegularised', from: ['to-be-regularised'], to: ['cleared'] },
    { command: 'RecordCustomsCleared', from: ['wanted', 'submitted', 'granted', 'refused', 'lapsed'], to: ['cleared'] },
  ],
};

/** The public holidays that a shipment is run by. */
export const calendarsTable: TransitionTable<'none' | 'pinned', PinCalendars['name']> = {
  subject: 'the pinned calendars',
  initial: 'none',
  terminal: [],
  moves: [
    { command: 'PinCalendars', from: ['none'], to: ['pinned'] },
    { command: 'PinCalendars', from: ['pinned'], to: ['pinned'] },
  ],
};
