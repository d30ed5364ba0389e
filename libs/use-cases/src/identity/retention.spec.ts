import { instantOf, type Instant } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import { infused, accepted, flown, handedOver, withCourier } from '../questions/example-way.js';
import { beijing, collected, counted, openedTrip, withSeats } from '../questions/example-trip.js';
import { heldBy } from './retention.js';

const at = (text: string): Instant => instantOf(text)!;
const closed = infused(
  accepted(
    flown(handedOver(counted(collected(withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'))), 2000))),
  ),
).state;
const withdrawn = openedTrip().at('2026-11-10T08:00Z', 'WithdrawDonor', {
  withdrawnAt: beijing('2026-11-10T08:00'),
  reason: 'ill',
}).state;

/** The same shipment with its ends in other countries, its last entry then. */
function inCountries(collectionCentre: string | undefined, transplantCentre: string, recordedAt: string): Shipment {
  const { order } = closed.stages;
  const { parties } = order.details!;
  const details = {
    ...order.details!,
    parties: {
      ...parties,
      collectionCentre: { ...parties.collectionCentre, country: collectionCentre },
      transplantCentre: { ...parties.transplantCentre, country: transplantCentre },
    },
  };
  return { ...closed, recordedAt: at(recordedAt), stages: { ...closed.stages, order: { ...order, details } } };
}

const now = at('2026-12-01T00:00:00.000Z');

describe('what stands against erasing somebody', () => {
  it('is that the shipment is still open, whatever the law says', () => {
    expect(heldBy(openedTrip().state, 'donor', now)).toContain('still open');
  });

  it('is nothing where no cells were collected and all is over', () => {
    expect(withdrawn.stages.order.status).toBe('stopped');
    expect(heldBy(withdrawn, 'donor', now)).toBeNull();
    expect(heldBy(withdrawn, 'patient', now)).toBeNull();
  });

  it('is the law where that side is, up to the day on which it ends and not on it', () => {
    const shipment = inCountries('DE', 'US', '2026-11-25T22:00:00.000Z');
    expect(heldBy(shipment, 'donor', now)).toBe(
      'In DE it is to be kept for at least 30 years (Directive 2006/86/EC, Article 9(2) with Annex VI: donor and recipient identification): until 2056-11-25, counted from the shipment’s last entry.',
    );
    expect(heldBy(shipment, 'donor', at('2056-11-24T23:59:59.999Z'))).not.toBeNull();
    expect(heldBy(shipment, 'donor', at('2056-11-25T00:00:00.000Z'))).toBeNull();
  });

  it('is told as unverified where it was not read for this case, and not as a fact', () => {
    const shipment = inCountries('DE', 'US', '2026-11-25T22:00:00.000Z');
    expect(heldBy(shipment, 'patient', now)).toContain('may hold');
    expect(heldBy(shipment, 'patient', now)).toContain('not verified');
    expect(heldBy(shipment, 'patient', at('2036-11-25T00:00:00.000Z'))).toBeNull();
  });

  it('is that nobody has looked it up, of a country that is not on file and of one that is not told', () => {
    expect(heldBy(inCountries('CN', 'US', '2026-11-25T22:00:00.000Z'), 'donor', now)).toBe(
      'How long the law of CN wants it kept has not been looked up here.',
    );
    expect(heldBy(inCountries(undefined, 'US', '2026-11-25T22:00:00.000Z'), 'donor', now)).toContain('does not say');
  });

  it('counts a leap day’s years to the first of March where there is none', () => {
    const shipment = inCountries('FR', 'FR', '2028-02-29T10:00:00.000Z');
    expect(heldBy(shipment, 'patient', at('2058-02-28T12:00:00.000Z'))).toContain('until 2058-03-01');
  });
});
