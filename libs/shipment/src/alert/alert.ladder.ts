import type { Severity } from '../obligation.js';
import type { TellingPolicy } from '../policy.telling.js';

/** Whom a step tells, and by which of their channels: the n-th of each, counted from 1, or all of them. */
export interface TellingStep {
  readonly person: number | 'all';
  readonly channel: number | 'all';
}

/** Mail, SMS, voice: so many channels are climbed with the first person before the next is told. */
export const channelsClimbed = 3;

/**
 * What the n-th step does, from 1: the first person on call by one channel after the other, then each further person by all of theirs, then everybody again.
 * A warning has no steps beyond the last person; a critical alert has no last step.
 */
export function tellingStep(n: number, severity: Severity, { alertLadder }: TellingPolicy): TellingStep | undefined {
  if (n <= channelsClimbed) return { person: 1, channel: n };
  const person = n - channelsClimbed + 1;
  if (person <= alertLadder.value.persons) return { person, channel: 'all' };
  return severity === 'critical' ? { person: 'all', channel: 'all' } : undefined;
}

/** How many steps tell somebody new, by a channel or a person; those after them tell everybody again. */
export function stepsUpwards({ alertLadder }: TellingPolicy): number {
  return channelsClimbed + Math.max(0, alertLadder.value.persons - 1);
}

/** How many minutes after the step before it the n-th step is due; of the first, after the alert was raised. */
export function minutesBeforeStep(n: number, policy: TellingPolicy & NextPerson): number {
  const { nextChannelMinutes, repeatMinutes, repeatAtMostMinutes } = policy.alertLadder.value;
  const nextPerson = policy.escalateAfterMinutes.value;
  if (n === 1) return 0;
  if (n <= channelsClimbed) return nextChannelMinutes;
  const repeated = n - stepsUpwards(policy);
  if (repeated >= 1) return Math.min(repeatMinutes * 2 ** Math.min(repeated - 1, 20), repeatAtMostMinutes);
  return n === channelsClimbed + 1 ? Math.max(0, nextPerson - (channelsClimbed - 1) * nextChannelMinutes) : nextPerson;
}

interface NextPerson {
  readonly escalateAfterMinutes: { readonly value: number };
}
