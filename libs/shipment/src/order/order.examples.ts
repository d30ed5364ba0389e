import { localDateOf, mustBe, shipmentIdOf, zoneOf, type Instant } from '@cellrelay/kernel';
import type { BloodGroup } from '../blood-groups.js';
import { defaultPolicy } from '../policy.js';
import type { DoseRequest } from '../products.js';
import { decideOrder } from './order.decide.js';
import { evolveOrder, initialOrder } from './order.evolve.js';
import type {
  CancelShipment,
  ChangeProduct,
  DecideOnProcessing,
  OpenShipment,
  OrderAgendaFacts,
  OrderCommand,
  OrderFacts,
  OrderState,
  Outcome,
  RecipientOrder,
  RecordBloodGroups,
} from './order.js';
import type { PartyName } from './order.cancellation.js';

/** Orders and what is said of them, for the specs of this stage. */

export const defined = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('a test value is malformed');
  return value;
};
export const beijing = defined(zoneOf('Asia/Shanghai'));
export const site = { name: 'Example', city: 'Example', zone: beijing };
export const now = '2026-10-01T08:00:00.000Z' as Instant;
export const facts: OrderFacts = {
  now,
  statedBy: { person: 'A', organisation: 'B', how: 'account' },
  collectionBegun: false,
  clocksRunning: false,
  boxWithCourierSince: null,
  bagsExist: false,
  cellsLeft: false,
  collectionRunning: false,
  boxLeft: false,
  courierNamed: false,
  patientConditioned: false,
};
export const agenda: OrderAgendaFacts = {
  openedAt: now,
  reportGraceMinutes: 45,
  courierNamed: true,
  patientConditioned: false,
  collectedMl: null,
  newWayOf: null,
  cellsWithoutFateSince: null,
  leftAtOrigin: [],
  stoppedFor: [],
};
export const cd34 = (requested: number, minimum = 2): DoseRequest => ({
  metric: 'CD34',
  per: 'kg',
  requested,
  minimum,
});
export const recipient: RecipientOrder = {
  ...{ ref: 'R1', weightKg: 80, weightBasis: 'actual', bloodGroup: null },
  doses: [cd34(5)],
};
export const grid = '6939XYZ000123456731';

export const open = (change: Partial<OpenShipment['data']> = {}): OpenShipment => ({
  name: 'OpenShipment',
  data: {
    shipment: defined(shipmentIdOf('0190b2f0-0000-7000-8000-000000000001')),
    reference: 'CR-26-0412',
    example: true,
    parties: { donorRegistry: site, patientRegistry: site, collectionCentre: site, transplantCentre: site },
    product: 'HPC-A',
    minCelsius: 2,
    maxCelsius: 8,
    donorGrid: grid,
    unit: null,
    donorWeightKg: null,
    donorBloodGroup: null,
    recipients: [recipient],
    collectionDays: ['2026-11-23', '2026-11-24'].map((day) => defined(localDateOf(day))),
    collectionStartsAtClock: '08:00',
    receiptToInfusionMinutes: 240,
    policy: defaultPolicy,
    ...change,
  },
});
export const marrow: Partial<OpenShipment['data']> = {
  ...{ product: 'HPC-M', minCelsius: 18, maxCelsius: 24, donorWeightKg: 70 },
  recipients: [{ ...recipient, doses: [{ metric: 'TNC', per: 'kg', requested: 4, minimum: 2 }] }],
  collectionDays: [defined(localDateOf('2026-11-23'))],
};
export const lymphocytes: Partial<OpenShipment['data']> = {
  ...{ product: 'MNC-A', minCelsius: 2, maxCelsius: 8 },
  recipients: [{ ...recipient, doses: [{ metric: 'CD3', per: 'kg', requested: 10, minimum: 1 }] }],
};
export const consent: OrderCommand = { name: 'RecordRegistryConsent', data: { evidence: 'letter of 2 October' } };
export const close = (outcome: Outcome): OrderCommand => ({ name: 'CloseShipment', data: { outcome } });
export const cancel = (change: Partial<CancelShipment['data']> = {}): OrderCommand => ({
  name: 'CancelShipment',
  data: {
    by: 'transplant-centre',
    code: 'patient-condition',
    words: 'not fit',
    statedAt: { at: '2026-10-01T07:00:00.000Z' as Instant, zone: beijing },
    cells: 'none',
    confirmedBy: null,
    ...change,
  },
});
export const daysMoved: OrderCommand = {
  name: 'MoveOrderedDays',
  data: { postponement: 1, collectionDays: [defined(localDateOf('2026-12-14'))] },
};
export const second = { person: 'Second', organisation: 'C' };
export const told = (party: PartyName, at = '2026-10-01T07:30:00.000Z'): OrderCommand => ({
  name: 'RecordPartyTold',
  data: { party, toldAt: { at: at as Instant, zone: beijing } },
});
export const high = open({ recipients: [{ ...recipient, doses: [cd34(6)] }] });

export const collectionDay = defined(localDateOf('2026-11-23'));
export const tnc = (requested: number, minimum = 2): DoseRequest => ({ metric: 'TNC', per: 'kg', requested, minimum });
export const toMarrow = (change: Partial<ChangeProduct['data']> = {}): ChangeProduct => ({
  name: 'ChangeProduct',
  data: {
    ...{ product: 'HPC-M', minCelsius: 18, maxCelsius: 24, donorWeightKg: 70, collectionDays: [collectionDay] },
    doses: [{ recipient: 'R1', doses: [tnc(4)] }],
    wordOf: { transplantCentre: 'Dr Example', donorRegistry: 'Registry officer' },
    reason: 'eligible for marrow only',
    evidence: 'mail of 1 October',
    ...change,
  },
});
export const group = (text: string): BloodGroup => ({
  abo: text.slice(0, -1) as BloodGroup['abo'],
  rh: text.slice(-1) as BloodGroup['rh'],
});
export const groups = (
  donor: string | null = 'A+',
  own: string | null = 'O+',
  recipient = 'R1',
): RecordBloodGroups => ({
  name: 'RecordBloodGroups',
  data: {
    donor: donor === null ? null : group(donor),
    recipients: own === null ? [] : [{ recipient, bloodGroup: group(own) }],
    reason: 'laboratory report',
  },
});
export const decideProcessing = (change: Partial<DecideOnProcessing['data']> = {}): DecideOnProcessing => ({
  name: 'DecideOnProcessing',
  data: {
    ...{ recipient: 'R1', processing: 'red-cell-depletion', minutes: 90, titre: null, thresholdTitre: null },
    decidedAt: { at: now, zone: beijing },
    wordOf: { role: 'receiving-laboratory', person: 'Head of laboratory' },
    reason: 'major mismatch',
    ...change,
  },
});

export const given = (...history: OrderCommand[]): OrderState =>
  history.reduce(
    (state, command) =>
      mustBe(decideOrder(command, state, facts)).reduce((folded, event) => evolveOrder(folded, event, now), state),
    initialOrder,
  );
export const when = (command: OrderCommand, state: OrderState) => {
  const decision = decideOrder(command, state, facts);
  return decision.ok ? decision.value.map((event) => event.type) : decision.error.code;
};
export const refusalOf = (command: OrderCommand, state = initialOrder) => {
  const decision = decideOrder(command, state, facts);
  if (decision.ok) throw new Error('expected a refusal');
  return decision.error;
};
