import type { Action, SignedLink } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { t } from '../words/words.js';

/** What became of a link: "open until Fri 27 Nov, 14:20; made by coordinator". */
export function stateText({ state, expiresAt, endedAt, mailed, madeBy }: SignedLink, now: number): string {
  const moment = endedAt === null ? '' : momentText(endedAt);
  const standing = state === 'open' && Date.parse(expiresAt) <= now ? 'expired' : state;
  return {
    open: openText({ expiresAt, mailed, madeBy }),
    used: t('used {moment}', { moment }).trim(),
    revoked: t('revoked {moment}', { moment }).trim(),
    expired: t('ran out {moment}, unused', { moment: momentText(expiresAt) }),
  }[standing];
}

function openText({ expiresAt, mailed, madeBy }: Pick<SignedLink, 'expiresAt' | 'mailed' | 'madeBy'>): string {
  const values = { moment: momentText(expiresAt), madeBy };
  if (mailed === null) return t('open until {moment}; made by {madeBy}', values);
  return mailed === 'sent'
    ? t('open until {moment}, sent by mail; made by {madeBy}', values)
    : t('open until {moment}, its mail could not be sent; made by {madeBy}', values);
}

/** How long a link may be said to be good. */
export const spans = (): readonly (readonly [hours: string, words: string])[] => [
  ['', t('As long as the task suggests')],
  ['4', t('4 hours')],
  ['24', t('A day')],
  ['72', t('3 days')],
  ['168', t('7 days')],
  ['336', t('14 days')],
];

/** A task as one chooses it: "Record the grant, CN export". */
export function taskText({ label, subject }: Pick<Action, 'label' | 'subject'>): string {
  return subject === null ? label : `${label}, ${subject}`;
}
