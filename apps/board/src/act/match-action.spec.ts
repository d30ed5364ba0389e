import { matchAction } from './match-action.js';

const actions = [
  { command: 'RecordCellCount', prefill: { day: 1, bags: [] } },
  { command: 'RecordCellCount', prefill: { day: 2, bags: [] } },
  { command: 'StopShipment', prefill: {} },
];

describe('the action that an offer means', () => {
  it('is the one about the same subject', () => {
    expect(matchAction({ command: 'RecordCellCount', prefill: { day: 2 } }, actions)).toBe(actions[1]);
  });

  it('is the only one of its command where the offer says no more', () => {
    expect(matchAction({ command: 'StopShipment', prefill: { reason: 'x' } }, actions)).toBe(actions[2]);
  });

  it('is none when the command is not open now, or only for another subject', () => {
    expect(matchAction({ command: 'RecordCellCount', prefill: { day: 3 } }, actions)).toBeUndefined();
    expect(matchAction({ command: 'EndCollection', prefill: {} }, actions)).toBeUndefined();
  });
});
