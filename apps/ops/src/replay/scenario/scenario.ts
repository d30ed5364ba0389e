import type { RehearsalScript } from '@cellrelay/adapter-desks';
import type { Instant, ShipmentId, Zone } from '@cellrelay/kernel';
import type { Policy } from '@cellrelay/shipment';

/** One command of a scenario, its moment resolved and its body as the API takes it. */
export interface Step {
  /** Counted from 0, which is the opening. */
  readonly number: number;
  readonly at: Instant;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Null: to be accepted; else the code of the refusal that is expected. */
  readonly refusedAs: string | null;
  readonly then: Standing | null;
}

/** An agenda item that is expected, and when it is due or was rung. */
export interface KeyedMoment {
  readonly key: string;
  readonly at: Instant;
}

/** How things are expected to stand at some point. What is null is not looked at. */
export interface Standing {
  readonly states: Readonly<Record<string, string>> | null;
  readonly owes: readonly KeyedMoment[] | null;
  readonly owesNot: readonly string[] | null;
  /** Causes of exactly the alerts that stand. */
  readonly alerts: readonly string[] | null;
}

/** What is expected of the whole run. What is null is not looked at. */
export interface Expectations {
  readonly states: Readonly<Record<string, string>> | null;
  /** The whole agenda at the end. */
  readonly owes: readonly KeyedMoment[] | null;
  readonly rang: readonly KeyedMoment[];
  readonly rangNot: readonly string[];
  readonly alerts:
    readonly { readonly cause: string; readonly at: Instant | null; readonly resolved: boolean | null }[] | null;
  /** Types of event and how many the log holds. */
  readonly log: Readonly<Record<string, number>>;
}

/** A scenario that has no faults: a journey as data. */
export interface Scenario {
  readonly name: string;
  readonly about: string;
  readonly shipment: ShipmentId;
  readonly script: RehearsalScript;
  /** Those that the site enters before one of them is adopted. */
  readonly policies: readonly Policy[];
  /** The opening first, then in order of time. */
  readonly steps: readonly Step[];
  /** Null: until the shipment has ended and nothing is owed. */
  readonly until: Instant | null;
  readonly expect: Expectations;
  /** The clocks that its timeline is told in, besides UTC. */
  readonly zones: { readonly collectionCentre: Zone; readonly transplantCentre: Zone };
}

/** A mistake in a scenario file, and where it stands. Lines and columns are counted from 1. */
export interface ScenarioFault {
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
}
