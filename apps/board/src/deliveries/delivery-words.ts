import type { DeliveryInFull, DeliveryLine, Endpoint } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { t, wordsBy } from '../words/words.js';

/** What each status says to a person. */
export const statusWords: Readonly<Record<DeliveryLine['status'], string>> = wordsBy({
  waiting: () => t('Waiting'),
  sent: () => t('Sent'),
  kept: () => t('Kept here'),
  failed: () => t('Given up'),
  withdrawn: () => t('Withdrawn'),
  unknown: () => t('Perhaps sent'),
});

export const channelWords: Readonly<Record<DeliveryLine['channel'], string>> = wordsBy({
  mail: () => t('Mail'),
  sms: () => t('Short message'),
  voice: () => t('Call'),
  desk: () => t('Request to an office'),
  webhook: () => t('Program'),
});

const outcomeWords: Readonly<Record<NonNullable<DeliveryInFull['tries'][number]['outcome']>, string>> = wordsBy({
  sent: () => t('taken'),
  kept: () => t('kept here'),
  refused: () => t('refused'),
  later: () => t('not now'),
  unknown: () => t('no answer'),
  ended: () => t('wants no more'),
});

/** A try in a sentence. One without an outcome is under way, or went with its process. */
export function tryText({ outcome, says, code }: DeliveryInFull['tries'][number]): string {
  if (outcome === null) return t('under way');
  const words = says ?? outcomeWords[outcome];
  return code === null ? words : `${words} (${code})`;
}

/** Whether it was told more often than once, as far as anybody knows; the record says so. */
export function perhapsTwice({ status, tries }: Pick<DeliveryInFull, 'status' | 'tries'>): boolean {
  const perhaps = tries.filter(({ outcome }) => outcome === 'unknown' || outcome === 'sent').length;
  return (status === 'sent' || status === 'unknown') && perhaps > 1;
}

const eventWords: Readonly<Record<string, string>> = wordsBy({
  'org.cellrelay.alert.raised': () => t('Alert raised'),
  'org.cellrelay.alert.changed': () => t('Alert changed'),
  'org.cellrelay.alert.acknowledged': () => t('Alert acknowledged'),
  'org.cellrelay.alert.resolved': () => t('Alert resolved'),
  'org.cellrelay.milestone.reached': () => t('Milestone reached'),
});

/** What was told: a message's subject, or what has happened to a program. */
export function subjectText({ subject }: Pick<DeliveryLine, 'subject'>): string {
  return eventWords[subject] ?? subject;
}

/** How a program stands: "told since …, of examples as well". */
export function standingText({ createdAt, endedAt, endedWhy, examples }: Endpoint): string {
  if (endedAt === null)
    return examples
      ? t('told since {moment}, of examples as well', { moment: momentText(createdAt) })
      : t('told since {moment}', { moment: momentText(createdAt) });
  const moment = momentText(endedAt);
  return endedWhy === null
    ? t('ended {moment}', { moment })
    : t('ended {moment}: {why}', { moment, why: endedWhy.replace(/\.$/, '') });
}
