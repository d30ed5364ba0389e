import type { Action, SignedLink } from '../api/types.js';
import { momentText } from '../people/moment-text.js';

/** What became of a link: "open until Fri 27 Nov, 14:20; made by coordinator". */
export function stateText({ state, expiresAt, endedAt, mailed, madeBy }: SignedLink, now: number): string {
  const ended = endedAt === null ? '' : ` ${momentText(endedAt)}`;
  const standing = state === 'open' && Date.parse(expiresAt) <= now ? 'expired' : state;
  return {
    open: `open until ${momentText(expiresAt)}${mailWords(mailed)}; made by ${madeBy}`,
    used: `used${ended}`,
    revoked: `revoked${ended}`,
    expired: `ran out ${momentText(expiresAt)}, unused`,
  }[standing];
}

function mailWords(mailed: SignedLink['mailed']): string {
  if (mailed === null) return '';
  return mailed === 'sent' ? ', sent by mail' : ', its mail could not be sent';
}

/** How long a link may be said to be good. */
export const spans: readonly (readonly [hours: string, words: string])[] = [
  ['', 'As long as the task suggests'],
  ['4', '4 hours'],
  ['24', 'A day'],
  ['72', '3 days'],
  ['168', '7 days'],
  ['336', '14 days'],
];

/** A task as one chooses it: "Record the grant, CN export". */
export function taskText({ label, subject }: Pick<Action, 'label' | 'subject'>): string {
  return subject === null ? label : `${label}, ${subject}`;
}
