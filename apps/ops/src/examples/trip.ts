import {
  inZone,
  localDateAt,
  plusMinutes,
  type CommandId,
  type Instant,
  type ZonedInstant,
  type Zone,
} from '@cellrelay/kernel';
import type { Flight, Leg } from '@cellrelay/itinerary';
import type { ShipmentId } from '@cellrelay/kernel';
import { checksOf, defaultPolicy, type CheckAnswer, type CheckPlace, type ShipmentCommand } from '@cellrelay/shipment';
import type { Airports, HistoryStep } from '@cellrelay/use-cases';
import { exampleGrid, type ExampleRoute } from './route.js';

/** When an example's collection days begin and its first flights leave. */
export interface ExampleTimes {
  readonly collectionStartsAt: Instant;
  readonly departsAt: Instant;
}

/** Who carries the box of every example. */
export const exampleCarrierName = 'EXAMPLE M. Keller';

const dayMinutes = 24 * 60;

/** The steps of one example trip, as people would have recorded them. */
export class ExampleTrip {
  private readonly steps: HistoryStep[] = [];

  constructor(
    private readonly route: ExampleRoute,
    private readonly times: ExampleTimes,
    private readonly airports: Airports,
  ) {}

  get id(): ShipmentId {
    return this.route.shipment as ShipmentId;
  }

  /** Everything up to a week before the collection: opened six weeks ago, cleared, planned for both days, the courier named and fit. */
  prepared(): readonly HistoryStep[] {
    const before = (days: number): Instant => plusMinutes(this.times.collectionStartsAt, -days * dayMinutes);
    this.add(before(42), this.opening());
    this.add(before(30), {
      name: 'ProposePlan',
      data: { plan: 1, legs: this.legs(0), groundMinutesAfter: 60, lateReason: null },
    });
    this.add(before(30), {
      name: 'ProposePlan',
      data: { plan: 2, legs: this.legs(1), groundMinutesAfter: 60, lateReason: null },
    });
    this.add(before(20), { name: 'ClearDonor', data: { clearedAt: this.inOrigin(before(20)) } });
    this.add(before(14), this.nomination(before(14)));
    this.add(before(8), this.fitness(before(8)));
    return this.steps;
  }

  /** And to two days before it, with the courier in town. */
  attended(): readonly HistoryStep[] {
    this.prepared();
    const there = plusMinutes(this.times.collectionStartsAt, -2 * dayMinutes);
    this.add(there, { name: 'RecordCourierInPosition', data: { positionedAt: this.inOrigin(there) } });
    return this.steps;
  }

  /** And from there to the courier in the air: collected, enough, packed, handed over. */
  inTheAir(): readonly HistoryStep[] {
    this.attended();
    const after = (minutes: number): Instant => plusMinutes(this.times.collectionStartsAt, minutes);
    this.add(after(5), {
      name: 'StartCollection',
      data: { day: 1, startedAt: this.inOrigin(after(5)), plateletsE9PerL: 184 },
    });
    this.add(after(250), this.collected(after(245)));
    this.add(after(330), this.counted(after(320)));
    this.add(after(350), { name: 'RecordStandDownTold', data: { day: 2, toldAt: this.inOrigin(after(350)) } });
    this.add(after(400), this.packed(after(395)));
    this.add(after(415), this.handedOver(after(410)));
    const security = plusMinutes(this.times.departsAt, -70);
    this.add(security, {
      name: 'RecordSearchedByHand',
      data: { exemption: `1/0/${this.route.airports[0]}`, searchedAt: this.inOrigin(security) },
    });
    const customs = plusMinutes(this.times.departsAt, -50);
    this.add(customs, {
      name: 'RecordCustomsCleared',
      data: { request: this.exportRequest, clearedAt: this.inOrigin(customs) },
    });
    return this.steps;
  }

  private add(at: Instant, command: ShipmentCommand): void {
    const statedBy = { person: 'EXAMPLE coordinator', organisation: 'EXAMPLE office', how: 'account' } as const;
    const id = `example/${this.route.reference}/${this.steps.length + 1}` as CommandId;
    this.steps.push({ at, command, statedBy, recordedBy: 'example', id });
  }

  private opening(): ShipmentCommand {
    const { parties, reference } = this.route;
    const { zone } = parties.collectionCentre;
    const { collectionStartsAt } = this.times;
    const day = (days: number): ReturnType<typeof localDateAt> =>
      localDateAt(plusMinutes(collectionStartsAt, days * dayMinutes), zone);
    return {
      name: 'OpenShipment',
      data: {
        shipment: this.id,
        reference,
        example: true,
        parties,
        product: 'HPC-A',
        minCelsius: 2,
        maxCelsius: 8,
        unit: null,
        donorGrid: exampleGrid(this.route),
        donorWeightKg: null,
        donorBloodGroup: null,
        recipients: [
          {
            ...{ ref: 'R1', weightKg: 74, weightBasis: 'actual', bloodGroup: null },
            doses: [{ metric: 'CD34', per: 'kg', requested: 4, minimum: 2.5 }],
          },
        ],
        collectionDays: [day(0), day(1)],
        collectionStartsAtClock: clockOf(this.inOrigin(collectionStartsAt)),
        receiptToInfusionMinutes: 180,
        policy: defaultPolicy,
      },
    };
  }

  private legs(dayAfter: number): readonly Leg[] {
    const { minutes, flights, fallback, airports } = this.route;
    const departs = plusMinutes(this.times.departsAt, dayAfter * dayMinutes);
    const lands = plusMinutes(departs, minutes.first);
    const onward = plusMinutes(lands, minutes.between);
    const [from, via, to] = airports;
    const second = (designator: string, at: Instant): Flight =>
      this.flight(designator, [via, to], [at, plusMinutes(at, minutes.second)]);
    return [
      { flight: this.flight(flights[0], [from, via], [departs, lands]), fallback: null },
      { flight: second(flights[1], onward), fallback: second(fallback, plusMinutes(onward, 95)) },
    ];
  }

  private flight(
    designator: string,
    [from, to]: readonly [string, string],
    [departs, arrives]: readonly [Instant, Instant],
  ): Flight {
    const [here, there] = [this.airports.find(from), this.airports.find(to)];
    if (here === undefined || there === undefined)
      throw new Error(`an example flies between unknown airports, ${from} and ${to}`);
    return {
      designator,
      from: here,
      to: there,
      departsAt: { at: departs, zone: here.zone as Zone },
      arrivesAt: { at: arrives, zone: there.zone as Zone },
    };
  }

  private nomination(at: Instant): ShipmentCommand {
    const known = {
      company: 'EXAMPLE Couriers',
      poolId: null,
      basedIn: null,
      restUntil: null,
      alsoOn: [],
      papers: null,
    };
    return {
      name: 'NominateCourier',
      data: {
        courier: { name: exampleCarrierName, phone: '+49 000 0000001', ...known },
        substitute: { name: 'EXAMPLE A. Ruiz', phone: '+49 000 0000002', ...known },
        nominatedAt: this.inOrigin(at),
      },
    };
  }

  private fitness(at: Instant): ShipmentCommand {
    const countries = new Set(this.route.airports.slice(1).map((iata) => this.airports.find(iata)?.country ?? ''));
    const later = localDateAt(plusMinutes(at, 400 * dayMinutes), this.route.parties.collectionCentre.zone);
    return {
      name: 'RecordCourierFit',
      data: {
        trainedUntil: later,
        passportValidUntil: later,
        visas: [...countries].sort().map((country) => ({ country, standing: 'held' as const, until: null })),
        lastJourneyEndedAt: null,
        checkedAt: this.inOrigin(at),
      },
    };
  }

  private get exportRequest(): string {
    const [origin] = this.route.airports;
    return `${this.airports.find(origin)?.country ?? ''}-export-${origin}`;
  }

  private get din(): string {
    return `G9990${this.inOrigin(this.times.collectionStartsAt).at.slice(2, 4)}00${this.route.reference.slice(-4)}`;
  }

  private get bag(): string {
    return `${this.din}/S1128V00`;
  }

  private collected(at: Instant): ShipmentCommand {
    const bags = [{ productCode: 'S1128V00', volumeMl: 268, recipient: 'R1' }];
    return { name: 'EndCollection', data: { day: 1, endedAt: this.inOrigin(at), din: this.din, bags } };
  }

  private counted(at: Instant): ShipmentCommand {
    return {
      name: 'RecordCellCount',
      data: {
        day: 1,
        countedAt: this.inOrigin(at),
        bags: [{ bag: this.bag, cd34PerUl: 1800, wbcE9PerL: null, cd3PerUl: null, volumeMl: 268 }],
      },
    };
  }

  private packed(at: Instant): ShipmentCommand {
    return {
      name: 'PackBox',
      data: { ...packing, bags: [this.bag], packedAt: this.inOrigin(at) },
    };
  }

  private handedOver(at: Instant): ShipmentCommand {
    const data = {
      handedOverAt: this.inOrigin(at),
      givenBy: 'EXAMPLE nurse',
      takenBy: exampleCarrierName,
      seal: packing.seal,
      sealDiffersReason: null,
      checks: allGood('pick-up'),
    };
    return { name: 'HandOverToCourier', data };
  }

  private inOrigin(at: Instant): ZonedInstant {
    return { at, zone: this.route.parties.collectionCentre.zone };
  }
}

function allGood(place: CheckPlace): readonly CheckAnswer[] {
  return checksOf(place).map((check) => ({ check, found: 'as-it-should-be', note: null }));
}

/** The logger in the box of every example that has one. */
export const exampleLogger = 'EX-4411';

/** A box whose hold exceeds any example's journey. */
const packing = {
  box: 'EX-BOX-7',
  logger: exampleLogger,
  seal: 'EX-SEAL-20',
  validatedHoldHours: 96,
  preconditionedAt: null,
  packedBy: 'EXAMPLE nurse',
  readBackBy: 'EXAMPLE technician',
  ambientCelsius: 21,
  loggerStartedAt: null,
  loggerStartCelsius: 4.6,
  checks: allGood('packing'),
  shortHold: null,
};

/** HH:mm as that zone's clock shows it. */
function clockOf({ at, zone }: ZonedInstant): string {
  return inZone(at, zone).slice(11, 16);
}
