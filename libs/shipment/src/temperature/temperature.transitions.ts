import type { TransitionTable } from '../transitions.js';
import type { LoggerStatus, TemperatureCommand } from './temperature.js';

/** One logger: bound to a box, unbound, and bound again, to another box perhaps. Readings of a logger may come long after it was unbound. */
export const loggerTable: TransitionTable<LoggerStatus, TemperatureCommand['name']> = {
  subject: 'one logger',
  initial: 'unbound',
  terminal: [],
  moves: [
    { command: 'BindLogger', from: ['unbound'], to: ['bound'] },
    { command: 'UnbindLogger', from: ['bound'], to: ['unbound'] },
    { command: 'RecordTemperature', from: ['unbound'], to: ['unbound'] },
    { command: 'RecordTemperature', from: ['bound'], to: ['bound'] },
    { command: 'RecordLoggerHeard', from: ['bound'], to: ['bound'] },
    { command: 'RecordLoggerSilent', from: ['bound'], to: ['bound'] },
  ],
};
