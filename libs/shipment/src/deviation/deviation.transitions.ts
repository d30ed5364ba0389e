import type { TransitionTable } from '../transitions.js';
import type { DeviationCommand, DeviationStatus } from './deviation.js';

const known = ['open', 'under-review', 'closed'] as const;
/** What is told or mended late is taken in any state, and leaves it as it is. */
const late = ['RecordPartnerTold', 'RecordRapidAlert', 'RecordSpearSubmitted', 'CorrectDeviation'] as const;

/** One deviation: opened, graded, closed with its outcome; graded again, it is under review again. Nothing of it ends with the shipment. */
export const deviationTable: TransitionTable<DeviationStatus, DeviationCommand['name']> = {
  subject: 'one deviation',
  initial: 'none',
  terminal: [],
  moves: [
    { command: 'OpenDeviation', from: ['none'], to: ['open', 'under-review'] },
    { command: 'OpenDeviationByRule', from: ['none'], to: ['open', 'under-review'] },
    { command: 'GradeDeviation', from: known, to: ['under-review'] },
    // Without a grade only where the fact that opened it was corrected or taken back, and is no deviation any more.
    { command: 'CloseDeviation', from: ['open', 'under-review'], to: ['closed'] },
    { command: 'FollowCorrectedFact', from: ['open'], to: ['open'] },
    { command: 'FollowCorrectedFact', from: ['under-review'], to: ['under-review'] },
    // What was closed because its fact was none is open again when it is one after all.
    { command: 'FollowCorrectedFact', from: ['closed'], to: ['closed', 'open', 'under-review'] },
    ...late.flatMap((command) => known.map((state) => ({ command, from: [state], to: [state] }))),
  ],
};
