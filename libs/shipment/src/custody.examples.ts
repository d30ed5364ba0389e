import type { Instant, LocalDate, Zone } from '@cellrelay/kernel';
import type { CourierPapers } from './courier-papers.js';
import type { ShipmentCommand } from './shipment.js';

const beijing = 'Asia/Shanghai' as Zone;
const houston = 'America/Chicago' as Zone;

const lastingPapers: CourierPapers = {
  trainedUntil: '2025-12-31' as LocalDate,
  passportValidUntil: '2028-12-31' as LocalDate,
  visas: [{ country: 'US', standing: 'not-needed', until: null }],
};
/** Of a courier whose training ends before any journey of these examples does. */
export const shortPapers: CourierPapers = { ...lastingPapers, trainedUntil: '2024-09-01' as LocalDate };

/** Of a courier whose visa is to be had by express still. */
export const expressPapers: CourierPapers = {
  ...lastingPapers,
  visas: [{ country: 'US', standing: 'expeditable', until: null }],
};

/** What a box's packing may say and need not. */
const notStated = {
  validatedHoldHours: null,
  preconditionedAt: null,
  packedBy: null,
  readBackBy: null,
  ambientCelsius: null,
  loggerStartedAt: null,
  loggerStartCelsius: null,
  checks: [],
  shortHold: null,
};
const asSealed = 'SEAL-0412';

/** The seal as it was read; a torn one is taken with its reason. */
function readAs(seal: string) {
  return { seal, sealDiffersReason: seal === 'torn' ? 'torn at security' : null, checks: [] };
}

/** What is said of the box of case A from its packing to its delivery; every local time in it is that moment. */
export const saysInCustody = {
  pack: (at: Instant, bags: readonly string[], validatedHoldHours: number | null = null): ShipmentCommand => ({
    name: 'PackBox',
    data: {
      box: 'BOX-7',
      logger: 'LOG-7',
      bags,
      ...notStated,
      seal: asSealed,
      validatedHoldHours,
      packedAt: { at, zone: beijing },
    },
  }),
  handOver: (at: Instant, seal = asSealed): ShipmentCommand => ({
    name: 'HandOverToCourier',
    data: {
      handedOverAt: { at, zone: beijing },
      givenBy: 'Apheresis Nurse',
      takenBy: 'Courier One',
      ...readAs(seal),
    },
  }),
  planRelay: (at: Instant, papers: CourierPapers = lastingPapers): ShipmentCommand => ({
    name: 'PlanRelay',
    data: {
      airport: 'SFO',
      courier: {
        ...{ name: 'Courier Three', company: 'EXAMPLE Couriers', phone: '+1 555 010 0103' },
        poolId: null,
        papers,
      },
      box: 'BOX-R',
      validatedHoldHours: 72,
      logger: null,
      plannedAt: { at, zone: houston },
    },
  }),
  cancelRelay: (at: Instant): ShipmentCommand => ({
    name: 'CancelRelay',
    data: { reason: 'not needed', cancelledAt: { at, zone: houston } },
  }),
  relay: (
    at: Instant,
    { givenBy, takenBy, seal, box }: { givenBy: string; takenBy: string; seal: string; box: string | null },
  ): ShipmentCommand => ({
    name: 'RecordRelayHandover',
    data: {
      airport: 'SFO',
      handedOverAt: { at, zone: houston },
      givenBy,
      takenBy,
      ...readAs(seal),
      secondBox:
        box === null
          ? null
          : { box, logger: `LOG-${box}`, seal: `SEAL-${box}`, validatedHoldHours: 72, preconditionedAt: null },
    },
  }),
  deliver: (
    at: Instant,
    { givenBy, seal }: { givenBy: string; seal: string } = { givenBy: 'Courier One', seal: asSealed },
  ): ShipmentCommand => ({
    name: 'DeliverToCentre',
    data: { deliveredAt: { at, zone: houston }, givenBy, takenBy: 'Cell Laboratory', ...readAs(seal) },
  }),
} as const;
