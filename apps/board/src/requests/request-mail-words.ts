import { momentText } from '../people/moment-text.js';
import type { RequestMailLine } from './use-requests.js';

/** What became of a mail, in a sentence or two. */
export function mailText({
  status,
  to,
  says,
  askedAt,
  endedAt,
}: Pick<RequestMailLine, 'status' | 'to' | 'says' | 'askedAt' | 'endedAt'>): string {
  const why = says === null ? '' : ` ${says}`;
  const at = momentText(endedAt ?? askedAt);
  switch (status) {
    case 'waiting':
      return `Waiting to be sent to ${to}.${why}`;
    case 'sent':
      return `Sent to ${to}, ${at}.`;
    case 'unknown':
      return `Perhaps sent to ${to}, ${at}: nobody knows. Ask there before it is sent again.${why}`;
    case 'withdrawn':
      return `Not sent to ${to}: it was taken back.`;
    default:
      return `Not sent to ${to}.${why}`;
  }
}

/** Whether somebody has to do something about it. */
export function isTrouble({ status }: Pick<RequestMailLine, 'status'>): boolean {
  return status !== 'sent' && status !== 'waiting';
}
