import type { TransitionTable } from '../transitions.js';
import type { CourierHandoffCommand, HandoffStatus } from './courier-handoff.js';

/**
 * The box and who has it: a courier, or a carrier that has a frozen unit as cargo. It may be packed again as long as it stands at the collection centre; a dry shipper
 * is charged before that, and may be charged again until it is delivered.
 */
export const handoffTable: TransitionTable<HandoffStatus, CourierHandoffCommand['name']> = {
  subject: 'the transport box',
  initial: 'awaited',
  terminal: ['delivered'],
  moves: [
    { command: 'PackBox', from: ['awaited', 'packed'], to: ['packed'] },
    { command: 'HandOverToCourier', from: ['packed'], to: ['in-custody'] },
    { command: 'PlanRelay', from: ['awaited'], to: ['awaited'] },
    { command: 'PlanRelay', from: ['packed'], to: ['packed'] },
    { command: 'PlanRelay', from: ['in-custody'], to: ['in-custody'] },
    { command: 'PlanRelay', from: ['relayed'], to: ['relayed'] },
    { command: 'CancelRelay', from: ['awaited'], to: ['awaited'] },
    { command: 'CancelRelay', from: ['packed'], to: ['packed'] },
    { command: 'CancelRelay', from: ['in-custody'], to: ['in-custody'] },
    { command: 'CancelRelay', from: ['relayed'], to: ['relayed'] },
    { command: 'RecordRelayHandover', from: ['in-custody', 'relayed'], to: ['relayed'] },
    { command: 'ChargeShipper', from: ['awaited'], to: ['awaited'] },
    { command: 'ChargeShipper', from: ['packed'], to: ['packed'] },
    { command: 'ChargeShipper', from: ['in-custody'], to: ['in-custody'] },
    { command: 'RecordCargoAccepted', from: ['packed'], to: ['in-custody'] },
    { command: 'RecordCargoLoaded', from: ['in-custody'], to: ['in-custody'] },
    { command: 'RecordCargoReady', from: ['in-custody'], to: ['in-custody'] },
    { command: 'DeliverToCentre', from: ['in-custody', 'relayed'], to: ['delivered'] },
  ],
};
