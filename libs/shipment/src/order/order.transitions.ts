import type { TransitionTable } from '../transitions.js';
import type { OrderCommand, OrderStatus } from './order.js';

/** The shipment as a whole: opened once, closed when the cells are infused or everything is stopped. */
export const orderTable: TransitionTable<OrderStatus, OrderCommand['name']> = {
  subject: 'the order',
  initial: 'none',
  terminal: ['closed', 'stopped'],
  moves: [
    { command: 'OpenShipment', from: ['none'], to: ['open'] },
    { command: 'RecordRegistryConsent', from: ['open'], to: ['open'] },
    { command: 'ChangeProduct', from: ['open'], to: ['open'] },
    { command: 'RecordBloodGroups', from: ['open'], to: ['open'] },
    { command: 'DecideOnProcessing', from: ['open'], to: ['open'] },
    { command: 'AdoptPolicy', from: ['open'], to: ['open'] },
    { command: 'DecideOnChangedLimit', from: ['open'], to: ['open'] },
    { command: 'DivertShipment', from: ['open'], to: ['open'] },
    { command: 'CloseShipment', from: ['open'], to: ['closed', 'stopped'] },
  ],
};
