import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { ClockPolicy } from '@cellrelay/viability';
import type { Policy } from '../policy.js';
import type { CommandOf, EventOf, StatedBy } from '../stage.js';

/** The two lines of a bag's clock, as a policy draws them. */
export type ClockLines = Pick<ClockPolicy, 'targetMinutes' | 'limitMinutes'>;

/** An adopted policy would move the lines of cells that are collected already: whether it may is the transplant physician's to say. */
export interface ChangedLimit {
  /** The adopted policy's version: what the obligation is named by. */
  readonly version: string;
  readonly adoptedAt: Instant;
  readonly was: ClockLines;
  readonly would: ClockLines;
  /** The adopted policy's clocks, kept until they are taken or turned down. */
  readonly clocks: readonly ClockPolicy[];
}

/**
 * The shipment is run by another version of the policy from now on. The command brings the whole policy along: the log must tell what the shipment
 * was run by without asking anybody. `wordOf` names the person on whose word it is done.
 */
export type AdoptPolicy = CommandOf<
  'AdoptPolicy',
  { readonly policy: Policy; readonly reason: string; readonly wordOf: string }
>;
/** Whether the clocks of collected cells, and of what is still to be collected for this shipment, run by the adopted policy's lines or by the old. */
export type DecideOnChangedLimit = CommandOf<
  'DecideOnChangedLimit',
  {
    readonly decision: 'take-new' | 'keep-old';
    readonly decidedAt: ZonedInstant;
    readonly wordOf: { readonly role: 'transplant-physician'; readonly person: string };
    readonly reason: string;
  }
>;
export type AdoptionCommand = AdoptPolicy | DecideOnChangedLimit;

/** `changedLimit`: what waits for the transplant physician; null where the clocks are adopted with the rest. */
export type PolicyAdopted = EventOf<
  'PolicyAdopted',
  {
    readonly from: string;
    readonly policy: Policy;
    readonly reason: string;
    readonly wordOf: string;
    readonly changedLimit: { readonly was: ClockLines; readonly would: ClockLines } | null;
  }
>;
export type ChangedLimitDecided = EventOf<
  'ChangedLimitDecided',
  {
    readonly version: string;
    readonly decision: DecideOnChangedLimit['data']['decision'];
    readonly wordOf: StatedBy;
    readonly reason: string;
    readonly was: ClockLines;
    readonly would: ClockLines;
  }
>;
export type AdoptionEvent = PolicyAdopted | ChangedLimitDecided;
