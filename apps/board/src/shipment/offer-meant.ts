import type { AlertInFull, Offer } from '../api/types.js';

/** What an alert that stands offers under a command; the first, where it offers several. Undefined where it has ended or does not offer it any more. */
export function offerMeant(
  alerts: readonly Pick<AlertInFull, 'id' | 'status' | 'offers'>[],
  alert: string,
  command: string,
): Offer | undefined {
  return alerts
    .filter(({ id, status }) => id === alert && status !== 'resolved')
    .flatMap(({ offers }) => offers)
    .find((offer) => offer.command === command);
}
