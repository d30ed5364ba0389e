import type { ShipmentId } from '@cellrelay/kernel';
import { emptyShipment } from '@cellrelay/shipment';
import { RememberedStates } from './remembered-states.js';

const [one, two, three] = ['1', '2', '3'] as unknown as readonly [ShipmentId, ShipmentId, ShipmentId];

describe('a remembered state', () => {
  it('is had with the hash that its log ends with', () => {
    const states = new RememberedStates(2);
    states.keep(one, 'a', emptyShipment);
    expect(states.of(one)).toEqual({ hash: 'a', state: emptyShipment });
    expect(states.of(two)).toBeUndefined();
  });

  it('gives way to its successor', () => {
    const states = new RememberedStates(2);
    const next = { ...emptyShipment, revision: 1 };
    states.keep(one, 'a', emptyShipment);
    states.keep(one, 'b', next);
    expect(states.of(one)).toEqual({ hash: 'b', state: next });
  });

  it('is forgotten when it was kept longest ago', () => {
    const states = new RememberedStates(2);
    states.keep(one, 'a', emptyShipment);
    states.keep(two, 'a', emptyShipment);
    states.keep(one, 'b', emptyShipment);
    states.keep(three, 'a', emptyShipment);
    expect([one, two, three].map((each) => states.of(each)?.hash)).toEqual(['b', undefined, 'a']);
  });
});
