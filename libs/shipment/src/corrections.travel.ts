import { by, byRule, intended, type Corrections } from './correctable.js';

const booking = { about: ['booking'] };
const request = { about: ['request'] };
const exemption = { about: ['exemption'] };

/** Of the flights, the borders and the checkpoints. */
export const travelCorrections = {
  PlanProposed: intended('A plan is changed by proposing it anew.', 'ProposePlan', 'RebookLeg'),
  SeatsHeld: by('RecordSeatsHeld', ({ occurredAt, data }) => ({ heldAt: occurredAt, ...data }), booking),
  SeatsRefused: by('RecordSeatsRefused', ({ occurredAt, data }) => ({ refusedAt: occurredAt, ...data }), booking),
  SeatsTicketed: by('RecordSeatsTicketed', ({ occurredAt, data }) => ({ ticketedAt: occurredAt, ...data }), booking),
  SeatsGivenUp: by('RecordSeatsGivenUp', ({ occurredAt, data }) => ({ givenUpAt: occurredAt, ...data }), booking),
  HoldLapsed: by('RecordHoldLapsed', ({ occurredAt, data }) => ({ lapsedAt: occurredAt, ...data }), booking),
  FlightCancelled: by(
    'RecordFlightCancelled',
    ({ occurredAt, data }) => ({ cancelledAt: occurredAt, ...data }),
    booking,
  ),
  FlightEstimated: by('RecordFlightEstimate', ({ occurredAt, data }) => ({ statedAt: occurredAt, ...data }), booking),
  FlightDeparted: by('RecordDeparture', ({ occurredAt, data }) => ({ departedAt: occurredAt, ...data }), booking),
  FlightArrived: by('RecordArrival', ({ occurredAt, data }) => ({ arrivedAt: occurredAt, ...data }), booking),
  UnitNotLoaded: by('RecordNotLoaded', ({ occurredAt, data }) => ({ notLoadedAt: occurredAt, ...data }), booking),
  LegRebooked: intended('A leg is changed by rebooking it anew.', 'RebookLeg'),
  PlanConfirmed: byRule,
  PlanStoodDown: byRule,

  BordersCovered: byRule,
  CalendarsPinned: byRule,
  CustomsSubmitted: by(
    'RecordCustomsSubmitted',
    ({ occurredAt, data }) => ({ submittedAt: occurredAt, ...data }),
    request,
  ),
  CustomsGranted: by('RecordCustomsGranted', ({ occurredAt, data }) => ({ grantedAt: occurredAt, ...data }), request),
  CustomsRefused: by('RecordCustomsRefused', ({ occurredAt, data }) => ({ refusedAt: occurredAt, ...data }), request),
  CustomsAskedAgain: by('AskCustomsAgain', ({ data }) => data, { ...request, undated: true }),
  CustomsWithdrawn: by(
    'RecordCustomsWithdrawn',
    ({ occurredAt, data }) => ({ withdrawnAt: occurredAt, ...data }),
    request,
  ),
  CustomsEscalated: by(
    'RecordCustomsEscalated',
    ({ occurredAt, data }) => ({ escalatedAt: occurredAt, ...data }),
    request,
  ),
  PermitLapsed: byRule,
  CustomsReleasedFirst: by(
    'RecordReleasedFirst',
    ({ occurredAt, data: { request: id, commitment } }) => ({ request: id, releasedAt: occurredAt, commitment }),
    request,
  ),
  CustomsRegularised: by(
    'RecordRegularised',
    ({ occurredAt, data }) => ({ regularisedAt: occurredAt, ...data }),
    request,
  ),
  CustomsCleared: by('RecordCustomsCleared', ({ occurredAt, data }) => ({ clearedAt: occurredAt, ...data }), request),

  CheckpointsCovered: byRule,
  ExemptionRequested: by(
    'RecordExemptionRequested',
    ({ occurredAt, data }) => ({ requestedAt: occurredAt, ...data }),
    exemption,
  ),
  ExemptionGranted: by(
    'RecordExemptionGranted',
    ({ occurredAt, data }) => ({ grantedAt: occurredAt, ...data }),
    exemption,
  ),
  ExemptionRefused: by(
    'RecordExemptionRefused',
    ({ occurredAt, data }) => ({ refusedAt: occurredAt, ...data }),
    exemption,
  ),
  ExemptionAskedAgain: by('AskExemptionAgain', ({ data }) => data, { ...exemption, undated: true }),
  ExemptionWithdrawn: by(
    'RecordExemptionWithdrawn',
    ({ occurredAt, data }) => ({ withdrawnAt: occurredAt, ...data }),
    exemption,
  ),
  ExemptionNotified: by(
    'RecordExemptionNotified',
    ({ occurredAt, data }) => ({ notifiedAt: occurredAt, ...data }),
    exemption,
  ),
  XrayDemanded: by('RecordXrayDemanded', ({ occurredAt, data }) => ({ demandedAt: occurredAt, ...data }), exemption),
  DemandEscalated: by(
    'RecordDemandEscalated',
    ({ occurredAt, data }) => ({ escalatedAt: occurredAt, ...data }),
    exemption,
  ),
  UnplannedCheckpointPassed: by(
    'RecordUnplannedCheckpoint',
    ({ occurredAt, data: { airport, what, reason } }) => ({ airport, passedAt: occurredAt, what, reason }),
    { about: ['airport', 'what'] },
  ),
  BoxSearchedByHand: by(
    'RecordSearchedByHand',
    ({ occurredAt, data }) => ({ searchedAt: occurredAt, ...data }),
    exemption,
  ),
  BoxScanned: by('RecordScanned', ({ occurredAt, data }) => ({ scannedAt: occurredAt, ...data }), exemption),
  ScanDecided: by('RecordScanDecision', ({ occurredAt, data }) => ({ decidedAt: occurredAt, ...data }), {
    about: ['exemption', 'decision'],
  }),
} satisfies Partial<Corrections>;
