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
    { command: 'CloseDeviation', from: ['under-review'], to: ['closed'] },
    ...late.flatMap((command) => known.map((state) => ({ command, from: [state], to: [state] }))),
  ],
};
