import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { Light, ProbePlace } from '@cellrelay/viability';
import type { ClockPlace } from '../local-time.js';
import type { Offer } from '../obligation.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** The serial number of a logger, as bindings and readings name it. */
export type LoggerId = string;

export type LoggerStatus = 'unbound' | 'bound';

/** Whether its readings come by themselves, or are read out and sent as a file. */
export type LoggerSends = 'live' | 'by-file';

/** A logger in a box. A box may have several: at each moment the warmest of them rules. */
export interface BoundLogger {
  readonly logger: LoggerId;
  /** The packed box, or the charged shipper. */
  readonly box: string;
  readonly probe: ProbePlace;
  readonly sends: LoggerSends;
}

export interface LoggerBinding extends BoundLogger {
  readonly boundAt: ZonedInstant;
  readonly unboundAt: ZonedInstant | null;
}

/** Time out of the ordered band in one box, as the readings tell it. */
export interface Stay {
  readonly box: string;
  readonly side: 'warm' | 'cold';
  readonly from: Instant;
  /** Null while it goes on. */
  readonly until: Instant | null;
  /** While it goes on, to the next whole degree outwards: each tenth would be a line of the log. */
  readonly extremeCelsius: number;
  /** Out of band in it; null while it goes on. */
  readonly minutes: number | null;
  /** By the policy's minutes: amber by its own length, red by that of all stays until it. */
  readonly grade: Light;
  readonly loggers: readonly LoggerId[];
}

/** A stay on record: X1, X2 and so on, in the order in which they were opened. */
export interface Excursion extends Stay {
  readonly id: string;
}

/** A probe as cold as ice, or hotter than the model knows; of a frozen unit, so warm that it may have thawed. */
export interface TemperatureFlag {
  readonly kind: 'ice' | 'heat';
  readonly logger: LoggerId;
  readonly box: string;
  readonly from: Instant;
  /** To the whole degree outwards, as more readings come. */
  readonly extremeCelsius: number;
}

/** Whose forecast it is. */
export interface ForecastSubject {
  readonly kind: 'bag' | 'recipient';
  readonly id: string;
}

/** What is forecast for one of them by temperature and model; the clock has deadlines of its own. In 10⁶ cells, per kg where the order is. */
export interface ForecastLight extends ForecastSubject {
  readonly light: Light;
  /** The centre of the planned line; null where no figure may be shown. */
  readonly plannedE6: number | null;
  readonly worstE6: number | null;
  /** Of meeting the requested dose; null of a bag. */
  readonly probability: number | null;
  /** Until when the centre gives what was asked for even at the warm end of the range; null: not even now, or no figure may be shown; of a bag. */
  readonly holdsUntil: Instant | null;
  /** Whether the counted cells fall short by themselves: that is said by the count. */
  readonly countedShort: boolean;
}

/** What a report was worked out by (viability.md R8). */
export interface ReportBasis {
  readonly asOf: Instant;
  readonly constants: string;
  readonly policy: string;
}

/** Everything that the readings of a shipment say as of a moment. What of it is new enters the log. */
export interface TemperatureReport {
  readonly basis: ReportBasis;
  readonly stays: readonly Stay[];
  readonly flags: readonly TemperatureFlag[];
  readonly lights: readonly ForecastLight[];
  /** Loggers on record as silent of which there are newer readings. */
  readonly heard: readonly Heard[];
}

export interface Heard {
  readonly logger: LoggerId;
  /** The newest reading that is there. */
  readonly through: Instant;
}

/** How often a logger was looked after, through when it was heard, and when it was last found silent. */
export interface Watched {
  readonly logger: LoggerId;
  readonly times: number;
  readonly through: Instant | null;
  readonly silentAt: Instant | null;
  /** Since when it is silent; null: it is not. */
  readonly silentSince: Instant | null;
}

export interface TemperatureState {
  readonly bindings: readonly LoggerBinding[];
  /** How each logger that was bound is looked after. */
  readonly watched: readonly Watched[];
  readonly excursions: readonly Excursion[];
  /** How many were ever opened. */
  readonly opened: number;
  readonly flags: readonly TemperatureFlag[];
  /** The newest crossing of each bag and recipient; of who is not here nothing but green was worked out. */
  readonly lights: readonly ForecastLight[];
  readonly reportedAsOf: Instant | null;
}

export type BindLogger = CommandOf<'BindLogger', BoundLogger & { readonly boundAt: ZonedInstant }>;
export type UnbindLogger = CommandOf<
  'UnbindLogger',
  { readonly logger: LoggerId; readonly unboundAt: ZonedInstant; readonly reason: string }
>;
/** Issued when readings have come, with what they all imply. */
export type RecordTemperature = CommandOf<'RecordTemperature', TemperatureReport>;
/** The answer to `watch-logger`: it has sent since. */
export type RecordLoggerHeard = CommandOf<
  'RecordLoggerHeard',
  { readonly logger: LoggerId; readonly through: ZonedInstant }
>;
/** The other answer: nothing has come since then. */
export type RecordLoggerSilent = CommandOf<
  'RecordLoggerSilent',
  { readonly logger: LoggerId; readonly since: ZonedInstant }
>;
export type TemperatureCommand = BindLogger | UnbindLogger | RecordTemperature | RecordLoggerHeard | RecordLoggerSilent;

interface Based {
  readonly basis: ReportBasis;
}
export type LoggerBound = EventOf<'LoggerBound', BoundLogger>;
export type LoggerUnbound = EventOf<'LoggerUnbound', { readonly logger: LoggerId; readonly reason: string }>;
export type LoggerHeard = EventOf<'LoggerHeard', Heard>;
export type LoggerSilent = EventOf<'LoggerSilent', { readonly logger: LoggerId; readonly since: Instant }>;
export type ExcursionOpened = EventOf<'ExcursionOpened', { readonly excursion: string } & Stay & Based>;
/** Late readings, or a graver grade, say otherwise of an excursion that is on record; it may go on again. */
export type ExcursionChanged = EventOf<'ExcursionChanged', { readonly excursion: string } & Stay & Based>;
export type ExcursionEnded = EventOf<'ExcursionEnded', { readonly excursion: string } & Stay & Based>;
/** By late readings it was none, or it is part of another. */
export type ExcursionWithdrawn = EventOf<'ExcursionWithdrawn', { readonly excursion: string } & Based>;
export type IceSeen = EventOf<'IceSeen', TemperatureFlag & Based>;
export type HeatSeen = EventOf<'HeatSeen', TemperatureFlag & Based>;
/** A flag falls when the logger it was seen by was not in the box then after all. */
export type FlagWithdrawn = EventOf<
  'FlagWithdrawn',
  { readonly kind: TemperatureFlag['kind']; readonly logger: LoggerId } & Based
>;
/** A light has turned, or what stands beside it has changed by much. `was`: the light that was on record; null: none was. */
export type ForecastCrossed = EventOf<'ForecastCrossed', ForecastLight & { readonly was: Light | null } & Based>;
export type TemperatureEvent =
  | LoggerBound
  | LoggerUnbound
  | LoggerHeard
  | LoggerSilent
  | ExcursionOpened
  | ExcursionChanged
  | ExcursionEnded
  | ExcursionWithdrawn
  | IceSeen
  | HeatSeen
  | FlagWithdrawn
  | ForecastCrossed;

export interface TemperatureFacts extends Circumstances {
  /** The boxes and shippers that a logger may be bound to, since when each holds the cells; null: from the planned relay on. */
  readonly boxes: readonly { readonly box: string; readonly since: Instant | null }[];
}

export interface TemperatureAgendaFacts {
  /** Loggers in the box that holds the cells now, and since when they tell of it. */
  readonly inUse: readonly (BoundLogger & { readonly from: Instant })[];
  readonly watchMinutes: number;
  readonly frozen: boolean;
  /** Whether the box was opened at the centre: the trip is over. */
  readonly received: boolean;
  /** Whether the centre has decided on the product, or no cells are left to decide on. */
  readonly judged: boolean;
  /** The shipper that holds the unit; null of what travels fresh. */
  readonly shipper: string | null;
  /** By how many minutes out of band a stay is amber, and all of them together are red. */
  readonly grades: { readonly amberAfterMinutes: number; readonly redAfterMinutes: number | null };
  /** When the box's validated hold ends, and the clock that governs; null where there is none. */
  readonly holdEndsAt: Instant | null;
  readonly limitAt: Instant | null;
  /** In whose clock a moment is told: where the cells come from until they are handed over, from then on where they go. */
  readonly clocks: {
    readonly from: ClockPlace;
    readonly to: ClockPlace;
    readonly handedOverAt: Instant | null;
  };
  /** What can still be done for a dose that may fall short, by recipient. */
  readonly waysForDose: readonly { readonly recipient: string; readonly offers: readonly Offer[] }[];
}
