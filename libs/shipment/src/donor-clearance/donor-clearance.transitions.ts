import type { TransitionTable } from '../transitions.js';
import type {
  BackupCommand,
  BackupStatus,
  ClearanceCommand,
  ClearanceStatus,
  ConditioningCommand,
  ConditioningStatus,
  RecordDonorStep,
} from './donor-clearance.js';

/** The donor's clearance, or the bank's release of its unit: may be suspended and given again; a withdrawal is final. */
export const donorClearanceTable: TransitionTable<ClearanceStatus, ClearanceCommand['name']> = {
  subject: 'the donor clearance',
  initial: 'awaited',
  terminal: ['withdrawn'],
  moves: [
    { command: 'ClearDonor', from: ['awaited', 'suspended'], to: ['cleared'] },
    { command: 'ReleaseUnit', from: ['awaited', 'suspended'], to: ['released'] },
    { command: 'SuspendDonor', from: ['awaited', 'cleared', 'released'], to: ['suspended'] },
    { command: 'WithdrawDonor', from: ['awaited', 'cleared', 'released', 'suspended'], to: ['withdrawn'] },
    { command: 'DecideOnSuspension', from: ['suspended'], to: ['suspended'] },
  ],
};

/** One step of the donor's record; recorded again, with a reason, it is corrected. */
export const donorStepTable: TransitionTable<'not-recorded' | 'recorded', RecordDonorStep['name']> = {
  subject: 'one step of the donor’s record',
  initial: 'not-recorded',
  terminal: [],
  moves: [{ command: 'RecordDonorStep', from: ['not-recorded', 'recorded'], to: ['recorded'] }],
};

/** One recipient's conditioning. Every record of it can be corrected, so that nothing here is terminal. */
export const conditioningTable: TransitionTable<ConditioningStatus, ConditioningCommand['name']> = {
  subject: 'one recipient’s conditioning',
  initial: 'not-planned',
  terminal: [],
  moves: [
    { command: 'PlanConditioning', from: ['not-planned', 'planned', 'started'], to: ['planned'] },
    { command: 'RecordConditioningStarted', from: ['not-planned', 'planned', 'started'], to: ['started'] },
  ],
};

/** One backup; named again it is corrected, or comes back after all. */
export const backupTable: TransitionTable<BackupStatus, BackupCommand['name']> = {
  subject: 'one backup',
  initial: 'not-named',
  terminal: [],
  moves: [
    { command: 'NameBackup', from: ['not-named', 'named', 'withdrawn'], to: ['named'] },
    { command: 'CallUponBackup', from: ['named'], to: ['called-upon', 'confirmed'] },
    { command: 'CallUponBackup', from: ['called-upon'], to: ['confirmed'] },
    { command: 'WithdrawBackup', from: ['named', 'called-upon', 'confirmed'], to: ['withdrawn'] },
  ],
};
