import type { TransitionTable } from '../transitions.js';
import type { CourierHandoffCommand, HandoffStatus } from './courier-handoff.js';

/** The box and who has it. It may be packed again as long as it stands at the collection centre. */
export const handoffTable: TransitionTable<HandoffStatus, CourierHandoffCommand['name']> = {
  subject: 'the transport box',
  initial: 'awaited',
  terminal: ['delivered'],
  moves: [
    { command: 'PackBox', from: ['awaited', 'packed'], to: ['packed'] },
    { command: 'HandOverToCourier', from: ['packed'], to: ['in-custody'] },
    { command: 'DeliverToCentre', from: ['in-custody'], to: ['delivered'] },
  ],
};
