import type { TransitionTable } from '../transitions.js';
import type { ClearanceStatus, DonorClearanceCommand } from './donor-clearance.js';

/** The donor's clearance, or the bank's release of its unit: may be suspended and given again; a withdrawal is final. */
export const donorClearanceTable: TransitionTable<ClearanceStatus, DonorClearanceCommand['name']> = {
  subject: 'the donor clearance',
  initial: 'awaited',
  terminal: ['withdrawn'],
  moves: [
    { command: 'ClearDonor', from: ['awaited', 'suspended'], to: ['cleared'] },
    { command: 'ReleaseUnit', from: ['awaited', 'suspended'], to: ['released'] },
    { command: 'SuspendDonor', from: ['awaited', 'cleared', 'released'], to: ['suspended'] },
    { command: 'WithdrawDonor', from: ['awaited', 'cleared', 'released', 'suspended'], to: ['withdrawn'] },
  ],
};
