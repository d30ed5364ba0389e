import type { TransitionTable } from '../transitions.js';
import type { CourierCommand, CourierStatus } from './courier.js';

/** Whoever carries the box, if anybody does: named, checked, in town. Another person starts over at being checked; a new substitute changes nothing else. */
export const courierTable: TransitionTable<CourierStatus, CourierCommand['name']> = {
  subject: 'the courier',
  initial: 'wanted',
  terminal: [],
  moves: [
    { command: 'NominateCourier', from: ['wanted', 'nominated'], to: ['nominated'] },
    { command: 'NominateCourier', from: ['fit-to-travel'], to: ['fit-to-travel', 'nominated'] },
    { command: 'NominateCourier', from: ['positioned'], to: ['positioned', 'nominated'] },
    { command: 'NominateCourier', from: ['not-needed'], to: ['nominated'] },
    {
      command: 'BookCargo',
      from: ['wanted', 'nominated', 'fit-to-travel', 'positioned', 'not-needed'],
      to: ['not-needed'],
    },
    { command: 'RecordCourierFit', from: ['nominated', 'fit-to-travel'], to: ['fit-to-travel'] },
    { command: 'RecordCourierFit', from: ['positioned'], to: ['positioned'] },
    { command: 'RecordVisa', from: ['fit-to-travel'], to: ['fit-to-travel'] },
    { command: 'RecordVisa', from: ['positioned'], to: ['positioned'] },
    { command: 'RecordPositioningTrip', from: ['nominated'], to: ['nominated'] },
    { command: 'RecordPositioningTrip', from: ['fit-to-travel'], to: ['fit-to-travel'] },
    { command: 'RecordCourierInPosition', from: ['fit-to-travel'], to: ['positioned'] },
    { command: 'SendSubstitute', from: ['nominated', 'fit-to-travel', 'positioned'], to: ['nominated'] },
  ],
};
