import type { TransitionTable } from '../transitions.js';
import type { CellCountCommand, CellCountStatus } from './cell-count.js';

/**
 * The count and the decision on it. A corrected count is judged anew: what the rule decided (`enough`, `short`) follows the new
 * figures, what a person decided stands. A banked unit is not counted: it is judged by its bank's figures, and anew when they change. A recorded count can be corrected in every later state, so none is terminal.
 */
export const cellCountTable: TransitionTable<CellCountStatus, CellCountCommand['name']> = {
  subject: 'the count of the cells',
  initial: 'awaited',
  terminal: [],
  moves: [
    { command: 'JudgeUnit', from: ['awaited', 'enough', 'short'], to: ['enough', 'short'] },
    { command: 'JudgeUnit', from: ['accepted-less'], to: ['accepted-less'] },
    { command: 'RecordCellCount', from: ['awaited', 'collecting-again'], to: ['enough', 'short'] },
    { command: 'DecideOnCount', from: ['short'], to: ['collecting-again', 'accepted-less', 'stopped'] },
    { command: 'DecideOnCount', from: ['collecting-again'], to: ['accepted-less', 'stopped'] },
    { command: 'CorrectCellCount', from: ['enough', 'short'], to: ['enough', 'short'] },
    { command: 'CorrectCellCount', from: ['collecting-again'], to: ['collecting-again'] },
    { command: 'CorrectCellCount', from: ['accepted-less'], to: ['accepted-less'] },
    { command: 'CorrectCellCount', from: ['stopped'], to: ['stopped'] },
  ],
};
