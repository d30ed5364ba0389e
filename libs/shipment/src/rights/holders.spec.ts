import { emptyShipment } from '../fold.js';
import type { Shipment } from '../shipment.js';
import { holdersIn } from './holders.js';

const person = (poolId: string | null) => ({ poolId });

function standing(): Shipment {
  const { stages } = emptyShipment;
  return {
    ...emptyShipment,
    stages: {
      ...stages,
      order: { ...stages.order, organisations: { 'transplant-centre': { id: 't1', name: 'EXAMPLE Centre' } } },
      courier: { ...stages.courier, courier: person('courier-01'), substitute: person(null) },
      'courier-handoff': {
        ...stages['courier-handoff'],
        relayedTo: ['courier-02'],
        relayPlan: { courier: person('courier-02') },
      },
    },
  } as unknown as Shipment;
}

describe('who stands in a shipment', () => {
  it('is nobody but the operator before anybody is named', () => expect(holdersIn(emptyShipment)).toEqual([]));

  it('are its named organisations, and the couriers of the pool, each once', () =>
    expect(holdersIn(standing())).toEqual([
      { part: 'transplant-centre', holder: 't1' },
      { part: 'courier', holder: 'courier-01' },
      { part: 'relay-courier', holder: 'courier-02' },
    ]));
});
