import type { TransitionTable } from '../transitions.js';
import type { CellCountCommand, CellCountStatus } from './cell-count.js';

/**
 * The count and the decision on it. A corrected count, or another allotment of the bags, is judged anew: what the rule decided follows the new
 * figures, what a person decided stands for those it was decided for. A banked unit is not counted: it is judged by its bank's figures, and anew when they change.
 * A recorded count can be corrected in every later state, so none is terminal.
 */
export const cellCountTable: TransitionTable<CellCountStatus, CellCountCommand['name']> = {
  subject: 'the count of the cells',
  initial: 'awaited',
  terminal: [],
  moves: [
    { command: 'JudgeUnit', from: ['awaited', 'enough', 'short'], to: ['enough', 'short'] },
    { command: 'JudgeUnit', from: ['accepted-less'], to: ['accepted-less'] },
    { command: 'RecordCellCount', from: ['awaited', 'collecting-again'], to: ['enough', 'short', 'one-short'] },
    { command: 'RecordCellCount', from: ['cryopreserving'], to: ['cryopreserving'] },
    {
      command: 'DecideOnCount',
      from: ['short'],
      to: ['collecting-again', 'accepted-less', 'one-short', 'shipped-early', 'stopped'],
    },
    {
      command: 'DecideOnCount',
      from: ['one-short'],
      to: ['one-short', 'short', 'collecting-again', 'accepted-less', 'enough', 'shipped-early', 'stopped'],
    },
    {
      command: 'DecideOnCount',
      from: ['collecting-again'],
      to: ['collecting-again', 'accepted-less', 'enough', 'stopped'],
    },
    {
      command: 'CryopreserveAtOrigin',
      // Also after a stop, where a conditioned patient keeps the shipment open: the cells that are there are what is left.
      from: [
        'awaited',
        'short',
        'one-short',
        'enough',
        'collecting-again',
        'accepted-less',
        'shipped-early',
        'stopped',
      ],
      to: ['cryopreserving'],
    },
    { command: 'RecordFollowUpShipment', from: ['shipped-early'], to: ['shipped-early'] },
    ...judged('CorrectCellCount'),
    ...judged('JudgeCellCount'),
  ],
};

/** How the states follow new verdicts, whatever they come from. */
function judged(command: 'CorrectCellCount' | 'JudgeCellCount') {
  return [
    {
      command,
      from: ['enough', 'short', 'one-short', 'accepted-less'],
      to: ['enough', 'short', 'one-short', 'accepted-less'],
    },
    { command, from: ['collecting-again'], to: ['collecting-again'] },
    { command, from: ['shipped-early'], to: ['shipped-early'] },
    { command, from: ['cryopreserving'], to: ['cryopreserving'] },
    { command, from: ['stopped'], to: ['stopped'] },
  ] as const;
}
