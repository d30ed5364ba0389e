import type { RecordedEvent, StageCommand } from './shipment.js';
import type { CommandOf, EventOf } from './stage.js';

type EventNamed<Type extends RecordedEvent['type']> = Extract<RecordedEvent, EventOf<Type, unknown>>;
type DataOf<Name extends StageCommand['name']> = Extract<StageCommand, CommandOf<Name, unknown>>['data'];

/** How a fact is corrected: by the command that recorded it, said again whole. */
export interface Correctable<Event extends RecordedEvent = RecordedEvent> {
  readonly command: StageCommand['name'];
  /** What that command said, as the event tells it; the form of a correction begins with it. Null where a rule said it, and no person. */
  readonly dataOf: (event: Event) => StageCommand['data'] | null;
  /** Fields that say what the fact is about: with another value there it would be another fact. */
  readonly about: readonly string[];
  /** A field that has a correction of its own, with the command for it. */
  readonly own?: { readonly field: string; readonly command: StageCommand['name'] };
  /** Events that the same decision recorded with it, right behind it: they go with it, and come anew. */
  readonly with: readonly RecordedEvent['type'][];
  /** The command states no time of its own, so that the time of the first recording stays. */
  readonly undated: boolean;
}

/** Why a fact is not corrected by itself, in a sentence for a person. */
export interface NotCorrectable {
  readonly not: string;
  /** What to do instead. */
  readonly instead?: readonly StageCommand['name'][];
}

interface More {
  readonly about?: readonly string[];
  readonly own?: Correctable['own'];
  readonly with?: Correctable['with'];
  readonly undated?: boolean;
}

function by<Event extends RecordedEvent, Name extends StageCommand['name']>(
  command: Name,
  dataOf: (event: Event) => DataOf<Name> | null,
  { about = [], own, with: others = [], undated = false }: More = {},
): Correctable<Event> {
  return { command, dataOf, about, with: others, undated, ...(own === undefined ? {} : { own }) };
}

const byRule: NotCorrectable = {
  not: 'It follows by rule from other facts: correct what it follows from, and it follows anew.',
};
const ofBells: NotCorrectable = { not: 'It tells what the bells and alerts did, and that did happen.' };
const intended = (sentence: string, ...instead: readonly StageCommand['name'][]): NotCorrectable => ({
  not: sentence,
  instead,
});

const day = { about: ['day'] };
const booking = { about: ['booking'] };
const request = { about: ['request'] };
const exemption = { about: ['exemption'] };

/**
 * How each recorded fact is corrected, or why it is not. Whole by type: a new event does not compile until it is said here. What plans, asks or decides is no
 * fact that can have been otherwise; it is changed by planning, asking or deciding anew.
 */
export const corrections: { readonly [Type in RecordedEvent['type']]: Correctable<EventNamed<Type>> | NotCorrectable } =
  {
    // The policy is the pinned one, whatever is in force today: correct-fact.decide.ts puts it in.
    ShipmentOpened: by('OpenShipment', ({ data }) => data as DataOf<'OpenShipment'>, {
      about: ['shipment', 'example', 'product', 'recipients', 'collectionDays', 'collectionStartsAtClock'],
      with: ['PolicyPinned', 'RequestAboveCeilingMarked', 'RequestBelowFloorWarned'],
      undated: true,
    }),
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
    ShipmentClosed: byRule,

    DonorCleared: by('ClearDonor', ({ occurredAt }) => ({ clearedAt: occurredAt })),
    UnitReleased: by('ReleaseUnit', ({ occurredAt, data }) => ({ releasedAt: occurredAt, ...data })),
    DonorSuspended: by('SuspendDonor', ({ occurredAt, data }) => ({ suspendedAt: occurredAt, ...data })),
    DonorWithdrawn: by('WithdrawDonor', ({ occurredAt, data }) => ({ withdrawnAt: occurredAt, ...data })),

    CollectionPlanned: byRule,
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
    CollectionEndCorrected: intended('Correct the end of collection once more.', 'CorrectCollectionEnd'),
    CollectionDayCalledUp: byRule,
    CollectionDayStoodDown: byRule,
    StandDownTold: by('RecordStandDownTold', ({ occurredAt, data }) => ({ toldAt: occurredAt, ...data }), day),

    CellsCounted: intended('A count has a correction of its own, by which doses are judged anew.', 'CorrectCellCount'),
    CellCountCorrected: intended('Correct the count once more.', 'CorrectCellCount'),
    UnitJudged: { not: "It follows from the bank's figures: correct the order that states them." },
    CountDecided: by(
      'DecideOnCount',
      ({ occurredAt, data: { decision, wordOf, role, reason } }) =>
        decision === 'enough' || role === null
          ? null
          : { decision, decidedAt: occurredAt, wordOf: { role, person: wordOf.person }, reason },
      { about: ['decision'] },
    ),

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

    CourierNominated: by('NominateCourier', ({ occurredAt, data }) => ({ nominatedAt: occurredAt, ...data })),
    CourierFit: by('RecordCourierFit', ({ occurredAt, data }) => ({ checkedAt: occurredAt, ...data })),
    CourierInPosition: by('RecordCourierInPosition', ({ occurredAt }) => ({ positionedAt: occurredAt })),
    SubstituteSent: by('SendSubstitute', ({ occurredAt, data }) => ({ decidedAt: occurredAt, ...data })),

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
    DeliveredToCentre: by('DeliverToCentre', ({ occurredAt, data }) => ({ deliveredAt: occurredAt, ...data })),

    ProductReceived: by('RecordReceipt', ({ occurredAt, data }) => ({ receivedAt: occurredAt, ...data })),
    ProductAccepted: by('AcceptProduct', ({ occurredAt, data }) => ({ acceptedAt: occurredAt, ...data })),
    ProductRefused: by('RefuseProduct', ({ occurredAt, data }) => ({ refusedAt: occurredAt, ...data })),
    InfusionStarted: by(
      'StartInfusion',
      ({ occurredAt, data: { bag, how } }) => ({ bag, startedAt: occurredAt, how }),
      { about: ['bag'] },
    ),

    DeadlineRang: ofBells,
    CallHandedToPerson: ofBells,
    ItemParked: ofBells,
    ItemRedriven: ofBells,
    AlertRaised: ofBells,
    AlertChanged: ofBells,
    AlertAcknowledged: by('AcknowledgeAlert', ({ occurredAt, data }) => ({ acknowledgedAt: occurredAt, ...data }), {
      about: ['alert'],
    }),
    AlertEscalated: ofBells,
    AlertResolved: ofBells,
  };

/** The commands by which facts are corrected, each once, in the order of the stages. */
export const correctingCommands: readonly StageCommand['name'][] = [
  ...new Set(Object.values(corrections).flatMap((row) => ('not' in row ? [] : [row.command]))),
];

/** What can be corrected of a fact, with the command and what that command said; or why nothing can. */
export function correctionOf(
  event: RecordedEvent,
): (Omit<Correctable, 'dataOf'> & { readonly data: StageCommand['data'] }) | NotCorrectable {
  // The type picks the row that was written for it; the union cannot follow that.
  const row = corrections[event.type] as Correctable | NotCorrectable;
  if ('not' in row) return row;
  const { dataOf, ...rest } = row;
  const data = dataOf(event);
  return data === null ? byRule : { ...rest, data };
}
