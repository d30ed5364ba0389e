import type { TransitionTable } from '../transitions.js';
import type { OrderCommand, OrderStatus, RecordPartyTold } from './order.js';

/** The shipment as a whole: opened once, closed when the cells are infused, everything is stopped, or somebody cancels it. */
export const orderTable: TransitionTable<OrderStatus, Exclude<OrderCommand, RecordPartyTold>['name']> = {
  subject: 'the order',
  initial: 'none',
  terminal: ['closed', 'stopped', 'cancelled'],
  moves: [
    { command: 'OpenShipment', from: ['none'], to: ['open'] },
    { command: 'NameParty', from: ['open'], to: ['open'] },
    { command: 'RecordRegistryConsent', from: ['open'], to: ['open'] },
    { command: 'ChangeProduct', from: ['open'], to: ['open'] },
    { command: 'RecordBloodGroups', from: ['open'], to: ['open'] },
    { command: 'DecideOnProcessing', from: ['open'], to: ['open'] },
    { command: 'MoveOrderedDays', from: ['open'], to: ['open'] },
    { command: 'AdoptPolicy', from: ['open'], to: ['open'] },
    { command: 'DecideOnChangedLimit', from: ['open'], to: ['open'] },
    { command: 'DivertShipment', from: ['open'], to: ['open'] },
    { command: 'CloseShipment', from: ['open'], to: ['closed', 'stopped', 'cancelled'] },
    // The closing itself follows by CloseShipment, at once or when cells that are delivered anyway have been dealt with.
    { command: 'CancelShipment', from: ['open'], to: ['open', 'cancelled'] },
  ],
};

/** One party of a shipment that was cancelled. */
export const partyTable: TransitionTable<'to-tell' | 'told', RecordPartyTold['name']> = {
  subject: 'one party to be told of the cancellation',
  initial: 'to-tell',
  terminal: ['told'],
  moves: [{ command: 'RecordPartyTold', from: ['to-tell'], to: ['told'] }],
};
