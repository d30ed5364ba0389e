import { plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { proposal } from './case-a.examples.js';
import type { Shipment, ShipmentCommand } from './shipment.js';

const days = [1, 2] as const;

/** Of the flight plans: proposed, and legs to be booked anew. */
export function saidOfPlans({ stages }: Shipment): readonly ShipmentCommand[] {
  const legs = stages['flight-booking'].plans.flatMap(({ plan, current }) => current.map((_, leg) => ({ plan, leg })));
  return [
    ...days.flatMap((plan) => [proposal(plan), proposal(plan, 'over-icn'), proposal(plan, 'direct')]),
    ...legs.map((place): ShipmentCommand => ({ name: 'RebookLeg', data: { ...place, flight: null, reason: 'late' } })),
  ];
}

/** Of every booking, and of the flights under it. */
export function saidOfSeats({ stages }: Shipment, now: Instant): readonly ShipmentCommand[] {
  const at = { at: now, zone: 'UTC' as Zone };
  const later = (minutes: number) => ({ ...at, at: plusMinutes(now, minutes) });
  return stages['flight-booking'].bookings.flatMap(({ id: booking }): readonly ShipmentCommand[] => [
    {
      name: 'RecordSeatsHeld',
      data: { booking, heldAt: at, holdLapsesAt: later(2000), giveUpBy: later(1000), record: 'REC001' },
    },
    { name: 'RecordSeatsRefused', data: { booking, refusedAt: at, reason: 'full' } },
    { name: 'RecordSeatsTicketed', data: { booking, ticketedAt: at, record: 'REC001' } },
    { name: 'RecordSeatsGivenUp', data: { booking, givenUpAt: at } },
    { name: 'RecordHoldLapsed', data: { booking, lapsedAt: at } },
    { name: 'RecordFlightCancelled', data: { booking, cancelledAt: at, reason: 'aircraft' } },
    { name: 'RecordFlightEstimate', data: { booking, statedAt: at, departsAt: later(300), arrivesAt: later(1300) } },
    { name: 'RecordDeparture', data: { booking, departedAt: at } },
    { name: 'RecordArrival', data: { booking, arrivedAt: at } },
  ]);
}

/** Of every request to a customs desk. */
export function saidAtBorders({ stages }: Shipment, now: Instant): readonly ShipmentCommand[] {
  const at = { at: now, zone: 'UTC' as Zone };
  const answerExpectedAt = { ...at, at: plusMinutes(now, 600) };
  return stages['customs-clearance'].requests.flatMap(({ id: request }): readonly ShipmentCommand[] => [
    { name: 'RecordCustomsSubmitted', data: { request, submittedAt: at, answerExpectedAt } },
    { name: 'RecordCustomsGranted', data: { request, grantedAt: at, permit: 'PERMIT-1' } },
    {
      name: 'RecordCustomsGranted',
      data: { request, grantedAt: at, permit: 'PERMIT-2', validUntil: { ...at, at: plusMinutes(now, 900) } },
    },
    { name: 'RecordCustomsEscalated', data: { request, escalatedAt: at, to: 'Head of customs', reason: 'no answer' } },
    { name: 'RecordReleasedFirst', data: { request, releasedAt: at, commitment: 'papers follow' } },
    { name: 'RecordRegularised', data: { request, regularisedAt: at, reference: 'REG-1' } },
    { name: 'RecordCustomsRefused', data: { request, refusedAt: at, reason: 'form' } },
    { name: 'AskCustomsAgain', data: { request, reason: 'form mended' } },
    { name: 'RecordCustomsWithdrawn', data: { request, withdrawnAt: at } },
    { name: 'RecordCustomsCleared', data: { request, clearedAt: at } },
  ]);
}

/** Of every exemption at a checkpoint. */
export function saidAtCheckpoints({ stages }: Shipment, now: Instant): readonly ShipmentCommand[] {
  const at = { at: now, zone: 'UTC' as Zone };
  const answerExpectedAt = { ...at, at: plusMinutes(now, 600) };
  return stages['xray-exemption'].exemptions.flatMap(({ id: exemption }): readonly ShipmentCommand[] => [
    { name: 'RecordExemptionRequested', data: { exemption, requestedAt: at, answerExpectedAt } },
    { name: 'RecordExemptionGranted', data: { exemption, grantedAt: at, reference: 'REF-1' } },
    { name: 'RecordExemptionRefused', data: { exemption, refusedAt: at, reason: 'form' } },
    { name: 'AskExemptionAgain', data: { exemption, reason: 'form mended' } },
    { name: 'RecordExemptionWithdrawn', data: { exemption, withdrawnAt: at } },
    { name: 'RecordExemptionNotified', data: { exemption, notifiedAt: at, told: 'Duty officer' } },
    { name: 'RecordXrayDemanded', data: { exemption, demandedAt: at, by: 'Duty officer' } },
    { name: 'RecordDemandEscalated', data: { exemption, escalatedAt: at, level: 'supervisor', to: 'Supervisor' } },
    { name: 'RecordSearchedByHand', data: { exemption, searchedAt: at } },
    { name: 'RecordScanned', data: { exemption, scannedAt: at, reason: 'no one listened' } },
    {
      name: 'RecordScanDecision',
      data: { exemption, decidedAt: at, decision: 'use', physician: 'Dr Example', reason: 'dose is low' },
    },
  ]);
}
