import { by, byRule, hasItsOwn, intended, ofBells, ofReadings, type Corrections } from './correctable.js';

const booking = { about: ['booking'] };

/** Of the courier, the box, the receipt, deviations and alerts. */
export const custodyCorrections = {
  CourierNominated: by('NominateCourier', ({ occurredAt, data }) => ({ nominatedAt: occurredAt, ...data })),
  CourierFit: by('RecordCourierFit', ({ occurredAt, data }) => ({ checkedAt: occurredAt, ...data })),
  CourierInPosition: by('RecordCourierInPosition', ({ occurredAt }) => ({ positionedAt: occurredAt })),
  SubstituteSent: by('SendSubstitute', ({ occurredAt, data }) => ({ decidedAt: occurredAt, ...data })),
  VisaRecorded: by('RecordVisa', ({ occurredAt, data }) => ({ recordedAt: occurredAt, ...data }), {
    about: ['country'],
  }),
  PositioningTripBooked: intended('A trip is booked anew.', 'RecordPositioningTrip'),

  CargoBooked: by('BookCargo', ({ occurredAt, data }) => ({ bookedAt: occurredAt, ...data })),

  ShipperCharged: by(
    'ChargeShipper',
    ({ occurredAt, data: { targetMinutes: _target, holdMinutes: _hold, ...charge } }) => ({
      chargedAt: occurredAt,
      ...charge,
    }),
  ),
  CargoAccepted: by('RecordCargoAccepted', ({ occurredAt, data }) => ({ acceptedAt: occurredAt, ...data })),
  CargoLoaded: by('RecordCargoLoaded', ({ occurredAt, data }) => ({ loadedAt: occurredAt, ...data }), booking),
  CargoReady: by('RecordCargoReady', ({ occurredAt, data }) => ({ readyAt: occurredAt, ...data })),
  BoxPacked: by('PackBox', ({ occurredAt, data }) => ({ packedAt: occurredAt, ...data })),
  HandedOverToCourier: by('HandOverToCourier', ({ occurredAt, data }) => ({ handedOverAt: occurredAt, ...data })),
  RelayPlanned: intended('A relay is planned anew, or called off.', 'PlanRelay', 'CancelRelay'),
  RelayCancelled: intended('A relay that was called off is planned anew.', 'PlanRelay'),
  RelayHandedOver: by('RecordRelayHandover', ({ occurredAt, data }) => ({ handedOverAt: occurredAt, ...data }), {
    about: ['airport'],
  }),
  DeliveredToCentre: by('DeliverToCentre', ({ occurredAt, data }) => ({ deliveredAt: occurredAt, ...data })),

  LoggerBound: by('BindLogger', ({ occurredAt, data }) => ({ boundAt: occurredAt, ...data }), { about: ['logger'] }),
  LoggerUnbound: by('UnbindLogger', ({ occurredAt, data }) => ({ unboundAt: occurredAt, ...data }), {
    about: ['logger'],
  }),
  LoggerHeard: ofReadings,
  LoggerSilent: ofReadings,
  ExcursionOpened: ofReadings,
  ExcursionChanged: ofReadings,
  ExcursionEnded: ofReadings,
  ExcursionWithdrawn: ofReadings,
  IceSeen: ofReadings,
  HeatSeen: ofReadings,
  FlagWithdrawn: ofReadings,
  ForecastCrossed: ofReadings,

  PapersIssued: intended('A paper is issued anew, and the newer one takes its place.', 'IssuePapers'),
  PapersSuperseded: byRule,
  PapersWithdrawn: byRule,
  ScanKept: intended('A scan of the wrong file is withdrawn, and the right one kept.', 'WithdrawScan'),
  ScanWithdrawn: intended('The bytes are deleted: keep the scan anew.'),

  ProductReceived: by(
    'RecordReceipt',
    ({ occurredAt, data: { country: _country, asked: _asked, ...data } }) => ({ receivedAt: occurredAt, ...data }),
    { later: { by: 'ReceiptCorrected', command: 'CorrectReceipt' } },
  ),
  ReceiptCorrected: hasItsOwn('Correct the receipt once more.', 'CorrectReceipt'),
  ArrivalCounted: hasItsOwn('A count on arrival has a correction of its own.', 'CorrectArrivalCount', 'bag'),
  ArrivalCountCorrected: hasItsOwn('Correct the count on arrival once more.', 'CorrectArrivalCount', 'bag'),
  ProductAccepted: by('AcceptProduct', ({ occurredAt, data }) => ({ acceptedAt: occurredAt, ...data })),
  ProductRefused: by('RefuseProduct', ({ occurredAt, data }) => ({ refusedAt: occurredAt, ...data })),
  InfusionStarted: by(
    'StartInfusion',
    ({ occurredAt, data: { bag, how, volumeInfusedMl } }) => ({ bag, startedAt: occurredAt, how, volumeInfusedMl }),
    { about: ['bag'], later: { by: 'InfusionStartCorrected', command: 'CorrectInfusionStart' } },
  ),
  InfusionStartCorrected: hasItsOwn('Correct the start once more.', 'CorrectInfusionStart', 'bag'),
  BagNotUsed: by(
    'RecordBagNotUsed',
    ({ occurredAt, data: { bag, reason, wordOf } }) => ({ bag, decidedAt: occurredAt, reason, wordOf }),
    { about: ['bag'] },
  ),
  FollowUpRecorded: intended('A question is answered anew; the later answer counts.', 'RecordFollowUp'),

  DeviationOpened: hasItsOwn('A deviation has a correction of its own.', 'CorrectDeviation', 'deviation'),
  DeviationCorrected: hasItsOwn('Correct the deviation once more.', 'CorrectDeviation', 'deviation'),
  CorrectedFactFollowed: byRule,
  DeviationGraded: intended('A deviation is graded anew.', 'GradeDeviation'),
  PartnerTold: by('RecordPartnerTold', ({ occurredAt, data }) => ({ toldAt: occurredAt, ...data }), {
    about: ['deviation', 'registry'],
  }),
  RapidAlertGiven: by('RecordRapidAlert', ({ occurredAt, data }) => ({ toldAt: occurredAt, ...data }), {
    about: ['deviation'],
  }),
  SpearSubmitted: by('RecordSpearSubmitted', ({ occurredAt, data }) => ({ submittedAt: occurredAt, ...data }), {
    about: ['deviation'],
  }),
  DeviationClosed: by('CloseDeviation', ({ occurredAt, data }) => ({ closedAt: occurredAt, ...data }), {
    about: ['deviation'],
  }),

  DeadlineRang: ofBells,
  CallHandedToPerson: ofBells,
  ItemParked: ofBells,
  ItemRedriven: ofBells,
  AlertRaised: ofBells,
  AlertChanged: ofBells,
  AlertAcknowledged: by('AcknowledgeAlert', ({ occurredAt, data }) => ({ acknowledgedAt: occurredAt, ...data }), {
    about: ['alert'],
  }),
  AlertTold: ofBells,
  AlertTellingFailed: ofBells,
  AlertEndTold: ofBells,
  AlertEscalated: ofBells,
  AlertResolved: ofBells,
} satisfies Partial<Corrections>;
