import { momentText } from '../people/moment-text.js';
import type { RequestMailLine } from './use-requests.js';
import { t } from '../words/words.js';

/** What became of a mail, in a sentence or two. */
export function mailText({
  status,
  to,
  says,
  askedAt,
  endedAt,
}: Pick<RequestMailLine, 'status' | 'to' | 'says' | 'askedAt' | 'endedAt'>): string {
  const why = says ?? '';
  const at = momentText(endedAt ?? askedAt);
  switch (status) {
    case 'waiting':
      return t('Waiting to be sent to {to}. {why}', { to, why }).trimEnd();
    case 'sent':
      return t('Sent to {to}, {at}.', { to, at });
    case 'unknown':
      return t('Perhaps sent to {to}, {at}: nobody knows. Ask there before it is sent again. {why}', {
        ...{ to, at, why },
      }).trimEnd();
    case 'withdrawn':
      return t('Not sent to {to}: it was taken back.', { to });
    default:
      return t('Not sent to {to}. {why}', { to, why }).trimEnd();
  }
}

/** Whether somebody has to do something about it. */
export function isTrouble({ status }: Pick<RequestMailLine, 'status'>): boolean {
  return status !== 'sent' && status !== 'waiting';
}
