import type { CountDecided } from './cell-count/cell-count.js';
import type { ShipmentOpened } from './order/order.js';
import { by, byRule, hasItsOwn, intended, type Corrections, type DataOf } from './correctable.js';

const day = { about: ['day'] };

/** What was decided on a count, by a person. */
const onCount = by(
  'DecideOnCount',
  ({ occurredAt, data: { decision, wordOf, role, reason, confirmedBy, recipients } }: CountDecided) =>
    decision === 'enough' || decision === 'cryopreserve-at-origin' || role === null
      ? null
      : {
          decision,
          decidedAt: occurredAt,
          wordOf: { role, person: wordOf.person },
          reason,
          confirmedBy,
          recipients,
        },
  { about: ['decision', 'recipients'] },
);

/** That the cells are frozen where they were collected, which needs no count. */
const onFreezing = by(
  'CryopreserveAtOrigin',
  ({ occurredAt, data: { decision, wordOf, role, reason, confirmedBy } }: CountDecided) =>
    decision !== 'cryopreserve-at-origin' || role === null
      ? null
      : { decidedAt: occurredAt, wordOf: { role, person: wordOf.person }, reason, confirmedBy },
);

/** A frozen unit travels at the class on its label: its order says no temperature, and the event tells that of the class. */
function opening({ data }: ShipmentOpened): DataOf<'OpenShipment'> {
  const asked = data.unit === null ? data : { ...data, minCelsius: null, maxCelsius: null };
  // What it lacks is the policy, which is the pinned one.
  return asked as DataOf<'OpenShipment'>;
}

/** Of the order, the donor, the collection and the count. */
export const preparingCorrections = {
  // The policy is the pinned one, whatever is in force today: correct-fact.decide.ts puts it in.
  ShipmentOpened: by('OpenShipment', opening, {
    about: ['shipment', 'example', 'product', 'recipients', 'collectionDays', 'collectionStartsAtClock'],
    with: ['PolicyPinned', 'RequestAboveCeilingMarked', 'RequestBelowFloorWarned'],
    undated: true,
  }),
  PartyNamed: intended('Another organisation is named by naming it.', 'NameParty'),
  PolicyPinned: byRule,
  RequestAboveCeilingMarked: byRule,
  RequestBelowFloorWarned: byRule,
  RegistryConsentRecorded: by('RecordRegistryConsent', ({ data }) => data, { undated: true }),
  ProductChanged: intended('What is ordered is changed by ordering anew.', 'ChangeProduct'),
  BloodGroupsRecorded: intended('Blood groups are recorded anew, with the reason.', 'RecordBloodGroups'),
  ProcessingDecided: by(
    'DecideOnProcessing',
    ({ occurredAt, data: { mismatch: _judged, ...said } }) => ({ ...said, decidedAt: occurredAt }),
    { about: ['recipient'] },
  ),
  PolicyAdopted: intended('A policy is replaced by adopting another.', 'AdoptPolicy'),
  ChangedLimitDecided: by(
    'DecideOnChangedLimit',
    ({ occurredAt, data: { decision, wordOf, reason } }) => ({
      decision,
      decidedAt: occurredAt,
      wordOf: { role: 'transplant-physician', person: wordOf.person },
      reason,
    }),
    { about: ['decision'] },
  ),
  OrderedDaysMoved: byRule,
  // What becomes of the cells has moved everything since: with another word on them the cancellation is stated anew, while it can be.
  ShipmentCancelled: by('CancelShipment', ({ occurredAt, data }) => ({ statedAt: occurredAt, ...data }), {
    about: ['cells'],
  }),
  PartyTold: by('RecordPartyTold', ({ occurredAt, data }) => ({ toldAt: occurredAt, ...data }), {
    about: ['party'],
  }),
  ShipmentDiverted: intended('Where the box goes is decided anew.', 'DivertShipment'),
  ShipmentClosed: byRule,

  DonorCleared: by('ClearDonor', ({ occurredAt }) => ({ clearedAt: occurredAt })),
  UnitReleased: by('ReleaseUnit', ({ occurredAt, data }) => ({ releasedAt: occurredAt, ...data })),
  DonorSuspended: by('SuspendDonor', ({ occurredAt, data }) => ({ suspendedAt: occurredAt, ...data })),
  DonorWithdrawn: by('WithdrawDonor', ({ occurredAt, data }) => ({ withdrawnAt: occurredAt, ...data })),

  SuspensionDecided: by('DecideOnSuspension', ({ occurredAt, data }) => ({ decidedAt: occurredAt, ...data }), {
    about: ['decision'],
  }),
  DonorStepRecorded: intended('A step of the donor’s record is stated anew, with the reason.', 'RecordDonorStep'),
  ConditioningPlanned: intended('Conditioning is planned anew, with the reason.', 'PlanConditioning'),
  ConditioningStarted: intended(
    'The start of conditioning is stated anew, with the reason; one that was none is planned anew.',
    'RecordConditioningStarted',
    'PlanConditioning',
  ),
  BackupNamed: intended('A backup is named anew, or withdrawn.', 'NameBackup', 'WithdrawBackup'),
  BackupCalledUpon: by(
    'CallUponBackup',
    ({ occurredAt, data: { reference, confirmedBy = null } }) => ({ reference, calledUponAt: occurredAt, confirmedBy }),
    { about: ['reference'] },
  ),
  BackupWithdrawn: by('WithdrawBackup', ({ data }) => data, { about: ['reference'], undated: true }),

  CollectionPlanned: byRule,
  CollectionPostponed: intended('A collection is postponed anew.', 'PostponeCollection'),
  ShippingPostponed: intended('The day of leaving is moved anew.', 'PostponeShipping'),
  PostponementTold: by('RecordPostponementTold', ({ occurredAt }) => ({ toldAt: occurredAt })),
  CollectionStarted: by('StartCollection', ({ occurredAt, data }) => ({ startedAt: occurredAt, ...data }), {
    ...day,
    with: ['PlateletsLow'],
  }),
  PlateletsLow: { not: 'It follows from the platelets: correct the start of collection that states them.' },
  CollectionEnded: by(
    'EndCollection',
    ({ occurredAt, data }) => ({
      day: data.day,
      endedAt: occurredAt,
      din: data.bags[0]?.din ?? '',
      bags: data.bags.map(({ productCode, volumeMl, recipient }) => ({ productCode, volumeMl, recipient })),
    }),
    { ...day, own: { field: 'endedAt', command: 'CorrectCollectionEnd' } },
  ),
  CollectionEndCorrected: hasItsOwn('Correct the end of collection once more.', 'CorrectCollectionEnd', 'day'),
  BagSplit: by(
    'SplitBag',
    ({ occurredAt, data: { bag, parts, where, by: whom } }) => ({
      bag,
      parts: parts.map(({ productCode, volumeMl, recipient }) => ({ productCode, volumeMl, recipient })),
      splitAt: occurredAt,
      where,
      by: whom,
    }),
    { about: ['bag'] },
  ),
  BagAllotted: by(
    'AllotBag',
    ({ occurredAt, data: { bag, recipient, wordOf, reason } }) => ({
      bag,
      recipient,
      allottedAt: occurredAt,
      wordOf,
      reason,
    }),
    { about: ['bag'] },
  ),
  BagCryopreservedAtOrigin: by(
    'RecordCryopreservedAtOrigin',
    ({ occurredAt, data: { bag } }) => ({ bag, startedAt: occurredAt }),
    { about: ['bag'] },
  ),
  BagNotUsedAtOrigin: by(
    'RecordNotUsedAtOrigin',
    ({ occurredAt, data: { bag, reason, wordOf } }) => ({ bag, decidedAt: occurredAt, reason, wordOf }),
    { about: ['bag'] },
  ),
  CollectionBrokenOff: by(
    'RecordCollectionBrokenOff',
    ({ occurredAt, data }) => ({ brokenOffAt: occurredAt, ...data }),
    day,
  ),
  CollectionDayCalledUp: byRule,
  CollectionDayStoodDown: byRule,
  StandDownTold: by('RecordStandDownTold', ({ occurredAt, data }) => ({ toldAt: occurredAt, ...data }), day),

  CellsCounted: hasItsOwn(
    'A count has a correction of its own, by which doses are judged anew.',
    'CorrectCellCount',
    'day',
  ),
  CellCountCorrected: hasItsOwn('Correct the count once more.', 'CorrectCellCount', 'day'),
  UnitJudged: { not: "It follows from the bank's figures: correct the order that states them." },
  CountDecided: { ...onCount, or: onFreezing },
  CountJudgedAnew: byRule,
  FollowUpShipmentRecorded: by('RecordFollowUpShipment', ({ data }) => data, { undated: true }),
} satisfies Partial<Corrections>;
