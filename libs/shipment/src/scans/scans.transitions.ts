import type { TransitionTable } from '../transitions.js';
import type { ScansCommand, ScanStatus } from './scans.js';

/** One scan: kept, and withdrawn where it was the wrong file. The right one is kept as another. */
export const scanTable: TransitionTable<ScanStatus, ScansCommand['name']> = {
  subject: 'one scan',
  initial: 'none',
  terminal: ['withdrawn'],
  moves: [
    { command: 'KeepScan', from: ['none'], to: ['kept'] },
    { command: 'WithdrawScan', from: ['kept'], to: ['withdrawn'] },
  ],
};
