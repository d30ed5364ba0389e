import { earliest, plusMinutes, ruleTime, type Instant } from '@cellrelay/kernel';
import { expectedAtCentre } from './course.js';
import type { Cause, Deadline, Offer } from './obligation.js';
import { confirmedPlan, isBanked, orderOf, planOf } from './overview.js';
import type { Shipment } from './shipment.js';
import { travelWindows } from './travel-windows.js';
import { unitAtBank } from './unit-facts.js';

/**
 * A frozen unit is to be at the transplant centre, looked at and safe in its tank, before the patient's marrow is destroyed: once conditioning has begun there is no way
 * back, and unlike a donor the unit can come early (cases.md D).
 */
export function conditioningObligations(shipment: Shipment): readonly Deadline[] {
  const dueAt = toBeThereAt(shipment);
  if (dueAt === null) return [];
  return [
    {
      does: 'ring',
      stage: 'receipt',
      owner: 'coordinator',
      key: 'arrival-before-conditioning',
      kind: 'arrival-before-conditioning',
      dueAt,
      what: 'Have the unit at the transplant centre before conditioning begins',
      severity: 'critical',
      overdue: {
        wrong: 'The unit is not at the transplant centre, and conditioning is about to begin.',
        follows:
          'Conditioning must wait until the unit is there and accepted: without it the patient has no marrow and no graft.',
      },
      offers: [],
    },
  ];
}

/** By the flights as they are now the unit comes too late for that. */
export function conditioningCauses(shipment: Shipment): readonly Cause[] {
  const dueAt = toBeThereAt(shipment);
  const expected = expectedBy(shipment);
  if (dueAt === null || expected === undefined || expected.at <= dueAt) return [];
  return [
    {
      key: 'arrival-after-conditioning',
      stage: 'receipt',
      severity: 'critical',
      wrong: `By ${expected.by} the unit comes too late for the day on which conditioning begins.`,
      follows: 'Earlier flights, or conditioning later: the transplant centre must know today.',
      until: dueAt,
      offers: unitAtBank(shipment)?.gone === null ? [leaveSooner] : [],
    },
  ];
}

/** When the unit can be there, and by what; without flights it is not there before it has left at least. */
function expectedBy(shipment: Shipment): { readonly at: Instant; readonly by: string } | undefined {
  const plan = confirmedPlan(shipment) ?? planOf(shipment, 1);
  const flown = plan === undefined || plan.status === 'stood-down' ? null : expectedAtCentre(shipment, plan);
  if (flown !== null) return { at: flown, by: 'its flights' };
  const [window] = travelWindows(shipment);
  return window === undefined ? undefined : { at: window.startsAt, by: 'the day on which it leaves its bank' };
}

const leaveSooner: Offer = {
  command: 'PostponeShipping',
  label: 'Let the unit leave its bank on another day',
  prefill: {},
};

/** Null once it is there, and while nothing is planned. What is collected fresh arrives after conditioning by its nature. */
function toBeThereAt(shipment: Shipment): Instant | null {
  const startsAt = conditioningStartsAt(shipment);
  const there = shipment.stages['courier-handoff'].deliveredAt !== null;
  if (startsAt === null || there || !isBanked(shipment)) return null;
  return plusMinutes(startsAt, -orderOf(shipment).policy.arrivalBeforeConditioningHours.value * 60);
}

/**
 * When the first recipient's conditioning begins: as it did, else as it is planned, else by the order of a banked unit the start of that day at the transplant centre.
 * Null while nobody has planned it.
 */
export function conditioningStartsAt(shipment: Shipment): Instant | null {
  const { details } = orderOf(shipment);
  const said = shipment.stages['donor-clearance'].conditioning.flatMap(
    (each) => each.startedAt ?? each.plannedStartAt ?? [],
  );
  if (said.length > 0) return earliest(said.map(({ at }) => at)) ?? null;
  const day = details.unit?.conditioningStartsOn ?? null;
  return day === null ? null : ruleTime(day, '00:00', details.parties.transplantCentre.zone);
}
