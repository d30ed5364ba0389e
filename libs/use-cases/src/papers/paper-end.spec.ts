import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { kindsOfPaper } from '@cellrelay/paperwork';
import { expectedAtCentre, livePlans } from '@cellrelay/shipment';
import { exampleShipment, issuingGround } from '@cellrelay/testkit';
import { daysAfterArrival, endOfPaper } from './paper-end.js';

const useBy = '2024-09-07T04:05:00.000Z' as Instant;
const ofTheWay = [
  ...['transport-plan', 'courier-authorisation', 'security-letter', 'airline-letter'],
  ...['emergency-card', 'visa-letter'],
];

async function shipmentWithPlan() {
  const { store } = await issuingGround();
  return (await store.load(exampleShipment()))!;
}

describe('a paper of the way', () => {
  it('ends a week after its plan brings the box to the transplant centre, and no other paper ends', async () => {
    const shipment = await shipmentWithPlan();
    const [plan] = livePlans(shipment);
    const arrivesAt = expectedAtCentre(shipment, plan!)!;
    const ends = kindsOfPaper.map((kind) => [kind, endOfPaper(kind, shipment, { plan: 1, useBy })] as const);
    const end = plusMinutes(arrivesAt, daysAfterArrival * 24 * 60);
    expect(ends).toEqual(kindsOfPaper.map((kind) => [kind, ofTheWay.includes(kind) ? end : null]));
    expect(end > arrivesAt).toBe(true);
  });

  it('whose arrival is not known ends a week after the cells are to be used; of what nobody knows, no end is made up', async () => {
    const shipment = await shipmentWithPlan();
    const end = (of: Instant | null) => endOfPaper('security-letter', shipment, { plan: 2, useBy: of });
    expect(end(useBy)).toBe('2024-09-14T04:05:00.000Z');
    expect(end(null)).toBeNull();
  });
});
