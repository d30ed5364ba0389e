import type { Instant, Zone, ZonedInstant } from '@cellrelay/kernel';
import type { Role } from '@cellrelay/shipment';

/** A turn that comes every week, by the wall clock of the roster's zone. One that ends at or before its beginning ends on the next day. */
export interface Shift {
  /** The account's id. */
  readonly account: string;
  /** Who is told first has place 1. */
  readonly place: number;
  /** 1 is Monday, 7 Sunday: the day on which it begins. */
  readonly weekday: number;
  /** HH:mm */
  readonly from: string;
  readonly to: string;
}

/** A turn of its own date, in the place of whoever would have that place by the week; account null: nobody. */
export interface DatedShift {
  readonly account: string | null;
  readonly place: number;
  readonly from: ZonedInstant;
  readonly to: ZonedInstant;
}

/** Somebody takes all turns of another for a while. */
export interface Substitution {
  readonly absent: string;
  readonly by: string;
  readonly from: ZonedInstant;
  readonly to: ZonedInstant;
}

/** Who is on call for an organisation. */
export interface Roster {
  readonly zone: Zone;
  readonly shifts: readonly Shift[];
  readonly exceptions: readonly DatedShift[];
  readonly substitutions: readonly Substitution[];
}

/** A roster as it stands, with how often it has been written. */
export interface KeptRoster extends Roster {
  readonly revision: number;
}

/** Everybody whom a roster names. */
export function accountsIn({ shifts, exceptions, substitutions }: Roster): readonly string[] {
  const named = [...shifts, ...exceptions].flatMap(({ account }) => account ?? []);
  return [...new Set([...named, ...substitutions.flatMap(({ absent, by }) => [absent, by])])];
}

/** Whether whoever has that role does anything about a shipment: an auditor only reads. */
export function isCalled(role: Role): boolean {
  return role !== 'administrator' && role !== 'auditor' && role !== 'screener';
}

export const placesOnCall = 5;

/** Whether a moment lies in a span; its end does not. */
export function within(at: Instant, from: Instant, to: Instant): boolean {
  return from <= at && at < to;
}
