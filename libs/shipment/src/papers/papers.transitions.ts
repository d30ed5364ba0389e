import type { TransitionTable } from '../transitions.js';
import type { PapersCommand, PaperStanding } from './papers.js';

/**
 * One paper. It is valid from its issue until facts that it was made from change, one like it is issued, or its plan is not flown; it is never valid again. What nothing is to
 * replace any more stays superseded.
 */
export const paperTable: TransitionTable<PaperStanding | 'not-issued', PapersCommand['name']> = {
  subject: 'one paper',
  initial: 'not-issued',
  terminal: ['withdrawn'],
  moves: [
    { command: 'IssuePapers', from: ['not-issued'], to: ['valid'] },
    { command: 'IssuePapers', from: ['valid', 'superseded'], to: ['superseded'] },
    { command: 'SupersedePapers', from: ['valid', 'superseded'], to: ['superseded'] },
    { command: 'WithdrawPapers', from: ['valid', 'superseded'], to: ['withdrawn'] },
  ],
};
