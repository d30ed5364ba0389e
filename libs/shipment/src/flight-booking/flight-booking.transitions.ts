import type { TransitionTable } from '../transitions.js';
import type { BookingStatus, FlightBookingCommand, PlanStatus } from './flight-booking.js';

type Name = FlightBookingCommand['name'];

/** The flights for one possible collection day. Flown is not the end: cargo may prove to have been left behind. */
export const planTable: TransitionTable<PlanStatus, Name> = {
  subject: 'one flight plan',
  initial: 'none',
  terminal: [],
  moves: [
    { command: 'ProposePlan', from: ['none', 'proposed', 'stood-down'], to: ['proposed'] },
    { command: 'ProposePlan', from: ['confirmed'], to: ['confirmed'] },
    { command: 'RebookLeg', from: ['proposed'], to: ['proposed'] },
    { command: 'RebookLeg', from: ['confirmed'], to: ['confirmed'] },
    { command: 'ConfirmPlan', from: ['proposed'], to: ['confirmed'] },
    { command: 'StandDownPlan', from: ['proposed', 'confirmed'], to: ['stood-down'] },
    { command: 'RecordArrival', from: ['confirmed'], to: ['confirmed', 'flown'] },
    { command: 'RecordNotLoaded', from: ['confirmed', 'flown'], to: ['confirmed'] },
  ],
};

/**
 * The seats on one flight. What an airline did is taken even when it comes too late: seats held or ticketed that nobody needs any
 * more are to be given up. A unit that travels alone may be left behind by any of them, even by one that has landed. Only a hold lapses: of seats to be given up it is not known whether they were held or ticketed.
 */
export const bookingTable: TransitionTable<BookingStatus, Name> = {
  subject: 'one seat booking',
  initial: 'wanted',
  terminal: [],
  moves: [
    { command: 'RecordSeatsHeld', from: ['wanted', 'held'], to: ['held'] },
    { command: 'RecordSeatsHeld', from: ['refused', 'lapsed'], to: ['held', 'to-give-up'] },
    { command: 'RecordSeatsHeld', from: ['ticketed'], to: ['ticketed'] },
    { command: 'RecordSeatsHeld', from: ['cancelled'], to: ['cancelled'] },
    { command: 'RecordSeatsHeld', from: ['to-give-up', 'given-up'], to: ['to-give-up'] },
    { command: 'RecordSeatsRefused', from: ['wanted', 'held', 'refused'], to: ['refused'] },
    { command: 'RecordSeatsRefused', from: ['lapsed'], to: ['lapsed'] },
    { command: 'RecordSeatsRefused', from: ['cancelled'], to: ['cancelled'] },
    { command: 'RecordSeatsRefused', from: ['to-give-up'], to: ['to-give-up'] },
    { command: 'RecordSeatsRefused', from: ['given-up'], to: ['given-up'] },
    { command: 'RecordSeatsTicketed', from: ['wanted', 'held', 'ticketed'], to: ['ticketed'] },
    { command: 'RecordSeatsTicketed', from: ['refused', 'lapsed'], to: ['ticketed', 'to-give-up'] },
    { command: 'RecordSeatsTicketed', from: ['cancelled'], to: ['cancelled'] },
    { command: 'RecordSeatsTicketed', from: ['to-give-up', 'given-up'], to: ['to-give-up'] },
    { command: 'RecordSeatsGivenUp', from: ['to-give-up', 'given-up'], to: ['given-up'] },
    { command: 'RecordSeatsGivenUp', from: ['cancelled'], to: ['cancelled'] },
    { command: 'RecordHoldLapsed', from: ['held'], to: ['lapsed'] },
    { command: 'RecordFlightCancelled', from: ['wanted', 'held', 'ticketed', 'to-give-up'], to: ['cancelled'] },
    { command: 'RecordFlightCancelled', from: ['refused'], to: ['refused'] },
    { command: 'RecordFlightCancelled', from: ['lapsed'], to: ['lapsed'] },
    { command: 'RecordFlightCancelled', from: ['given-up'], to: ['given-up'] },
    { command: 'RecordFlightEstimate', from: ['wanted'], to: ['wanted'] },
    { command: 'RecordFlightEstimate', from: ['held'], to: ['held'] },
    { command: 'RecordFlightEstimate', from: ['ticketed'], to: ['ticketed'] },
    { command: 'RecordFlightEstimate', from: ['to-give-up'], to: ['to-give-up'] },
    { command: 'RecordFlightEstimate', from: ['given-up'], to: ['given-up'] },
    { command: 'RecordDeparture', from: ['held'], to: ['held'] },
    { command: 'RecordDeparture', from: ['ticketed'], to: ['ticketed'] },
    { command: 'RecordDeparture', from: ['to-give-up'], to: ['to-give-up'] },
    { command: 'RecordDeparture', from: ['given-up'], to: ['given-up'] },
    { command: 'RecordArrival', from: ['held', 'ticketed'], to: ['flown'] },
    { command: 'RecordArrival', from: ['to-give-up'], to: ['to-give-up'] },
    { command: 'RecordArrival', from: ['given-up'], to: ['given-up'] },
    { command: 'RecordNotLoaded', from: ['wanted', 'held', 'ticketed', 'flown'], to: ['not-loaded'] },
    { command: 'RebookLeg', from: ['not-loaded'], to: ['not-loaded'] },
    { command: 'RebookLeg', from: ['wanted'], to: ['given-up'] },
    { command: 'RebookLeg', from: ['held', 'ticketed'], to: ['to-give-up'] },
    { command: 'RebookLeg', from: ['refused'], to: ['refused'] },
    { command: 'RebookLeg', from: ['lapsed'], to: ['lapsed'] },
    { command: 'RebookLeg', from: ['cancelled'], to: ['cancelled'] },
    { command: 'ProposePlan', from: ['wanted'], to: ['wanted', 'given-up'] },
    { command: 'ProposePlan', from: ['held'], to: ['held', 'to-give-up'] },
    { command: 'ProposePlan', from: ['ticketed'], to: ['ticketed', 'to-give-up'] },
    { command: 'StandDownPlan', from: ['wanted'], to: ['given-up'] },
    { command: 'StandDownPlan', from: ['held', 'ticketed'], to: ['to-give-up'] },
  ],
};
