import type { OnCall } from '../api/types.js';
import { t } from '../words/words.js';

/** What people are called, by their accounts. Whoever has left is still named as such. */
export function namesIn({ people }: Pick<OnCall, 'people'>): (account: string | null) => string {
  return (account) =>
    account === null
      ? t('Nobody')
      : (people.find((each) => each.account === account)?.person ?? t('Somebody who has left'));
}
