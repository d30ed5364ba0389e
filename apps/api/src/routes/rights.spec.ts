import { questionRights } from '@cellrelay/shipment';
import { routeList } from './route-table.js';

describe('who may ask', () => {
  it('is said of every address that is not open to all, and of no other', () => {
    const guarded = routeList.filter(({ open }) => !open).map(({ id }) => id);
    expect(Object.keys(questionRights).sort()).toEqual(guarded.sort());
  });
});
