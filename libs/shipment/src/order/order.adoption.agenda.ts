import { plusMinutes } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import type { ClockLines } from './order.adoption.js';
import type { OrderState } from './order.js';

/** Owed once an adopted policy changes the lines of collected cells: the transplant physician's decision, soon. */
export function adoptionObligations({ changedLimit, policy }: OrderState): readonly Deadline[] {
  if (changedLimit === null || policy === null) return [];
  return [
    {
      does: 'ring',
      kind: 'changed-limit-due',
      key: `changed-limit-due/${changedLimit.version}`,
      stage: 'order',
      dueAt: plusMinutes(changedLimit.adoptedAt, policy.changedLimitDueMinutes.value),
      owner: 'transplant-centre',
      what: 'Get the decision on the changed limit',
      severity: 'warning',
      overdue: {
        wrong: `Nobody has said whether the limit of policy ${changedLimit.version} counts for the cells collected.`,
        follows: 'Until then every clock runs by the old one.',
      },
      offers,
    },
  ];
}

/** A changed limit stands as a warning from the adoption until it is decided on. */
export function adoptionCauses({ changedLimit }: OrderState): readonly Cause[] {
  if (changedLimit === null) return [];
  const { version, was, would } = changedLimit;
  return [
    {
      key: `limit-changed/${version}`,
      stage: 'order',
      severity: 'warning',
      wrong: `Policy ${version} changes the clock of the cells collected: ${linesSaid(was)} becomes ${linesSaid(would)}.`,
      follows: `Their clocks run by ${linesSaid(was)} until the transplant physician decides.`,
      offers,
    },
  ];
}

const offers: readonly Offer[] = [
  offer('keep-old', 'Keep the limit they were collected under'),
  offer('take-new', 'Take the new limit'),
];

function offer(decision: 'take-new' | 'keep-old', label: string): Offer {
  return {
    command: 'DecideOnChangedLimit',
    label,
    prefill: { decision, wordOf: { role: 'transplant-physician', person: '' } },
  };
}

/** "48 h target, 72 h limit". */
function linesSaid({ targetMinutes, limitMinutes }: ClockLines): string {
  return `${hours(targetMinutes)} target, ${hours(limitMinutes)} limit`;
}

function hours(minutes: number): string {
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
