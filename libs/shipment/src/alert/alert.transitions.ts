import type { TransitionTable } from '../transitions.js';
import type { AlertStatus } from './alert.js';

/** What moves an alert: people acknowledge; silence escalates; the cause's end resolves, from every state. */
export const alertTable: TransitionTable<AlertStatus, 'AcknowledgeAlert' | 'RingDeadline' | '(the cause ends)'> = {
  subject: 'one alert',
  initial: 'raised',
  terminal: ['resolved'],
  moves: [
    { command: 'AcknowledgeAlert', from: ['raised', 'escalated'], to: ['acknowledged'] },
    { command: 'RingDeadline', from: ['raised'], to: ['escalated'] },
    { command: '(the cause ends)', from: ['raised', 'acknowledged', 'escalated'], to: ['resolved'] },
  ],
};
