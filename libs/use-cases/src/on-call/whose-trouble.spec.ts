import { emptyShipment, type CustomsRequest, type Shipment, type StageName } from '@cellrelay/shipment';
import { whoseTrouble } from './whose-trouble.js';

const request = (id: string, direction: CustomsRequest['direction']) => ({ id, direction }) as CustomsRequest;

function shipment(deliveredAt: string | null = null): Shipment {
  const { stages } = emptyShipment;
  const requests = [
    request('CN-export-PEK', 'export'),
    request('US-import-IAH', 'import'),
    request('DE-transit-FRA', 'transit'),
  ];
  return {
    ...emptyShipment,
    stages: {
      ...stages,
      'customs-clearance': { ...stages['customs-clearance'], requests },
      'courier-handoff': { ...stages['courier-handoff'], deliveredAt },
    },
  } as Shipment;
}

describe('whose trouble an alert is, beside the operator’s', () => {
  it.each<[StageName, string, string | undefined]>([
    ['donor-clearance', 'overdue/clearance-due', 'donor-registry'],
    ['cell-count', 'overdue/count-due/1', 'collection-centre'],
    ['flight-booking', 'seats-refused/1.0', 'courier-company'],
    ['receipt', 'overdue/receipt-due', 'transplant-centre'],
    ['customs-clearance', 'overdue/customs-answer-due/CN-export-PEK', 'collection-centre'],
    ['customs-clearance', 'customs-refused/US-import-IAH/2', 'transplant-centre'],
    ['customs-clearance', 'parked/submit-customs-request/DE-transit-FRA/1', 'courier-company'],
    ['customs-clearance', 'overdue/customs-presentation-due/US-import-IAH', 'courier-company'],
    ['customs-clearance', 'customs-refused/FR-import-CDG/1', undefined],
    ['order', 'overdue/plan-due', undefined],
    ['papers', 'papers-outdated/1/1', 'courier-company'],
    ['papers', 'overdue/reprint/1/1', undefined],
    ['temperature', 'ice/L1', 'courier-company'],
    ['temperature', 'forecast-short/1', 'transplant-centre'],
  ])('%s, %s: %s', (stage, key, part) => expect(whoseTrouble({ stage, key }, shipment())).toBe(part));

  it('of a warm box is the centre’s once it has the box', () =>
    expect(whoseTrouble({ stage: 'temperature', key: 'heat/L1' }, shipment('2026-11-23T12:00:00.000Z'))).toBe(
      'transplant-centre',
    ));
});
