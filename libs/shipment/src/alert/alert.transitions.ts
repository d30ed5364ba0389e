import type { TransitionTable } from '../transitions.js';
import type { AlertStatus } from './alert.js';

/** What moves an alert: people acknowledge; telling it to the next person escalates; a cause that gets worse raises anew; the cause's end resolves, from every state. */
export const alertTable: TransitionTable<
  AlertStatus,
  'AcknowledgeAlert' | 'RecordAlertTold' | '(the cause gets worse)' | '(the cause ends)'
> = {
  subject: 'one alert',
  initial: 'raised',
  terminal: ['resolved'],
  moves: [
    { command: 'AcknowledgeAlert', from: ['raised', 'escalated'], to: ['acknowledged'] },
    { command: 'RecordAlertTold', from: ['raised', 'escalated'], to: ['raised', 'escalated'] },
    { command: '(the cause gets worse)', from: ['acknowledged', 'escalated'], to: ['raised'] },
    { command: '(the cause ends)', from: ['raised', 'acknowledged', 'escalated'], to: ['resolved'] },
  ],
};
