import type { DeliveryInFull, DeliveryLine, Endpoint } from '../api/types.js';
import { momentText } from '../people/moment-text.js';

/** What each status says to a person. */
export const statusWords: Readonly<Record<DeliveryLine['status'], string>> = {
  waiting: 'Waiting',
  sent: 'Sent',
  kept: 'Kept here',
  failed: 'Given up',
  withdrawn: 'Withdrawn',
  unknown: 'Perhaps sent',
};

export const channelWords: Readonly<Record<DeliveryLine['channel'], string>> = {
  mail: 'Mail',
  sms: 'Short message',
  voice: 'Call',
  desk: 'Request to an office',
  webhook: 'Program',
};

const outcomeWords: Readonly<Record<NonNullable<DeliveryInFull['tries'][number]['outcome']>, string>> = {
  sent: 'taken',
  kept: 'kept here',
  refused: 'refused',
  later: 'not now',
  unknown: 'no answer',
  ended: 'wants no more',
};

/** A try in a sentence. One without an outcome is under way, or went with its process. */
export function tryText({ outcome, says, code }: DeliveryInFull['tries'][number]): string {
  if (outcome === null) return 'under way';
  const words = says ?? outcomeWords[outcome];
  return code === null ? words : `${words} (${code})`;
}

/** Whether it was told more often than once, as far as anybody knows; the record says so. */
export function perhapsTwice({ status, tries }: Pick<DeliveryInFull, 'status' | 'tries'>): boolean {
  const perhaps = tries.filter(({ outcome }) => outcome === 'unknown' || outcome === 'sent').length;
  return (status === 'sent' || status === 'unknown') && perhaps > 1;
}

const eventWords: Readonly<Record<string, string>> = {
  'org.cellrelay.alert.raised': 'Alert raised',
  'org.cellrelay.alert.changed': 'Alert changed',
  'org.cellrelay.alert.acknowledged': 'Alert acknowledged',
  'org.cellrelay.alert.resolved': 'Alert resolved',
  'org.cellrelay.milestone.reached': 'Milestone reached',
};

/** What was told: a message's subject, or what has happened to a program. */
export function subjectText({ subject }: Pick<DeliveryLine, 'subject'>): string {
  return eventWords[subject] ?? subject;
}

/** How a program stands: "told since …, of examples as well". */
export function standingText({ createdAt, endedAt, endedWhy, examples }: Endpoint): string {
  if (endedAt === null) return `told since ${momentText(createdAt)}${examples ? ', of examples as well' : ''}`;
  const why = endedWhy === null ? '' : `: ${endedWhy.replace(/\.$/, '')}`;
  return `ended ${momentText(endedAt)}${why}`;
}
