import type { Action } from '../api/types.js';
import { standingAction } from './standing-action.js';

const action = (label: string, stageRevision: number, prefill: Action['prefill'] = {}): Action => ({
  ...{ command: 'RecordDeparture', stage: 's', stageRevision, label, subject: null, prefill, fields: {} },
  ...{ consequences: [], milestone: null, onRecord: {}, due: null, next: false },
});
const opened = action('First flight', 3, { booking: '1.0/1' });

describe('what was opened', () => {
  it('is sent on the revision that stands now, though it was opened on an older one', () => {
    const moved = action('First flight', 4, { booking: '1.0/1' });
    expect(standingAction(opened, [action('Second flight', 7, { booking: '1.1/1' }), moved])).toBe(moved);
  });

  it('is the one of its own label where several are about the same', () => {
    const [other, own] = [action('Another', 5), action('Opened', 6)];
    expect(standingAction(action('Opened', 3), [other, own])).toBe(own);
  });

  it('stays as it was opened where it is offered no more', () => {
    expect(standingAction(opened, [action('Second flight', 7, { booking: '1.1/1' })])).toBe(opened);
  });
});
