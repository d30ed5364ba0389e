import type { TransitionTable } from '../transitions.js';
import type { AlertStatus } from './alert.js';

/** What moves an alert: people acknowledge; silence escalates; a cause that gets worse raises anew; the cause's end resolves, from every state. */
export const alertTable: TransitionTable<
  AlertStatus,
  'AcknowledgeAlert' | 'RingDeadline' | '(the cause gets worse)' | '(the cause ends)'
> = {
  subject: 'one alert',
  initial: 'raised',
  terminal: ['resolved'],
  moves: [
    { command: 'AcknowledgeAlert', from: ['raised', 'escalated'], to: ['acknowledged'] },
    { command: 'RingDeadline', from: ['raised'], to: ['escalated'] },
    { command: '(the cause gets worse)', from: ['acknowledged', 'escalated'], to: ['raised'] },
    { command: '(the cause ends)', from: ['raised', 'acknowledged', 'escalated'], to: ['resolved'] },
  ],
};
