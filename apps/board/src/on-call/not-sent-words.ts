import type { OnCall } from '../api/types.js';
import { t } from '../words/words.js';

type Channel = OnCall['sends'][number];

const none: Readonly<Record<string, () => string>> = {
  mail: () => t('This server sends no mail.'),
  sms: () => t('This server sends no SMS.'),
  voice: () => t('This server makes no calls.'),
  'mail sms': () => t('This server sends no mail and sends no SMS.'),
  'mail voice': () => t('This server sends no mail and makes no calls.'),
  'sms voice': () => t('This server sends no SMS and makes no calls.'),
  'mail sms voice': () => t('This server sends no mail, sends no SMS and makes no calls.'),
};
const channels: readonly Channel[] = ['mail', 'sms', 'voice'];

/** "This server sends no mail and makes no calls."; null where it does all of it. */
export function notSentSaid(sends: readonly Channel[]): string | null {
  return none[channels.filter((channel) => !sends.includes(channel)).join(' ')]?.() ?? null;
}
