import type { ZonedInstant } from '@cellrelay/kernel';
import type { Word } from '../decisions.js';
import type { CommandOf, EventOf } from '../stage.js';

/** Bags that do not travel: what the collection centre does with them. */

/** A bag whose clock ended where it was collected. */
export interface EndedAtOrigin {
  readonly bag: string;
  readonly at: ZonedInstant;
  readonly ageMinutes: number;
}

/** One that is not used, on whose word and why. */
export interface NotUsedAtOrigin extends EndedAtOrigin {
  readonly reason: string;
  readonly wordOf: Word;
}

/** This bag, which does not travel, began to be frozen where it was collected. */
export type RecordCryopreservedAtOrigin = CommandOf<
  'RecordCryopreservedAtOrigin',
  { readonly bag: string; readonly startedAt: ZonedInstant }
>;
/** The collection centre has the bag, which does not travel, and does not keep it. */
export type RecordNotUsedAtOrigin = CommandOf<
  'RecordNotUsedAtOrigin',
  { readonly bag: string; readonly decidedAt: ZonedInstant; readonly reason: string; readonly wordOf: Word }
>;
/** What becomes of a bag where it was collected. */
export type AtOriginCommand = RecordCryopreservedAtOrigin | RecordNotUsedAtOrigin;

export type BagCryopreservedAtOrigin = EventOf<
  'BagCryopreservedAtOrigin',
  { readonly day: 1 | 2; readonly bag: string; readonly ageMinutes: number }
>;
export type BagNotUsedAtOrigin = EventOf<
  'BagNotUsedAtOrigin',
  {
    readonly day: 1 | 2;
    readonly bag: string;
    readonly ageMinutes: number;
    readonly reason: string;
    readonly wordOf: Word;
  }
>;
export type AtOriginEvent = BagCryopreservedAtOrigin | BagNotUsedAtOrigin;

interface SaidAtOrigin {
  readonly frozen: readonly EndedAtOrigin[];
  readonly notUsed: readonly NotUsedAtOrigin[];
}

/** The bags that are kept frozen where they were collected: which ended their clocks, and may be followed by the word that they are not used. */
export function keptAtOrigin({ frozen, notUsed }: SaidAtOrigin): readonly string[] {
  return frozen.map(({ bag }) => bag).filter((id) => !notUsed.some(({ bag }) => bag === id));
}
