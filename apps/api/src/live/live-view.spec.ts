import { operatorsCoordinator } from '@cellrelay/testkit';
import type { Acting, RowView } from '@cellrelay/use-cases';
import { LiveView } from './live-view.js';
import type { Moved } from './shared-changes.js';

const organisation = { id: 't1', name: 'EXAMPLE Centre', kind: 'transplant-centre' } as const;
const outsider: Acting = { person: 'EXAMPLE', role: 'coordinator', organisation, courier: null };
const [row, shared] = [{ reference: 'whole' }, { reference: 'shared' }] as unknown as [RowView, RowView];

function moved(more: Partial<Moved> = {}): Moved {
  const holders = [{ part: 'transplant-centre', holder: 't1' }] as const;
  return { cursor: '1', shipment: 's1', revision: 7, row, shared, holders, ...more };
}

const none = { own: () => Promise.resolve([]) };
const viewOf = (reader: Acting, own: readonly string[] = []) =>
  LiveView.of(reader, { own: () => Promise.resolve(own) });

describe('what a stream tells', () => {
  it('is everything to the operator’s people', async () => {
    const view = await LiveView.of(operatorsCoordinator, none);
    expect(view.tell(moved({ holders: [], shared: null }))).toEqual({ shipment: 's1', revision: 7, row });
  });

  it('is the shared row to whoever stands in it, and nothing to the others, not even that there was something', async () => {
    const view = await viewOf(outsider);
    expect(view.tell(moved())).toEqual({ shipment: 's1', revision: 7, row: shared });
    expect(
      view.tell(moved({ shipment: 's2', holders: [{ part: 'transplant-centre', holder: 't2' }] })),
    ).toBeUndefined();
    expect(view.tell(moved({ shipment: 's3', holders: [], shared: null, row: null, revision: 0 }))).toBeUndefined();
  });

  it('is once that it is gone, where they stood in it before and do no more', async () => {
    const view = await viewOf(outsider, ['s1']);
    const gone = { shipment: 's1', revision: 0, row: null };
    expect(view.tell(moved({ holders: [], shared: null }))).toEqual(gone);
    expect(view.tell(moved({ holders: [], shared: null }))).toBeUndefined();
    expect(view.tell(moved())).toEqual({ shipment: 's1', revision: 7, row: shared });
    expect(view.tell(moved({ holders: [] }))).toEqual(gone);
  });

  it('is nothing to a role that sees no shipment', async () => {
    const view = await viewOf({ ...outsider, role: 'administrator' });
    expect(view.tell(moved())).toBeUndefined();
  });
});
