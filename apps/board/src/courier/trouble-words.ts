import type { Action } from '../api/types.js';
import { t } from '../words/words.js';
import type { TroubleKind, TroubleWords } from './troubles.js';

/** What the button of a trouble says. */
export function troubleName(kind: TroubleKind): string {
  switch (kind) {
    case 'delayed':
      return t('Flight delayed');
    case 'cancelled':
      return t('Flight cancelled');
    case 'xray-demanded':
      return t('They want to X-ray the box');
    case 'xray-happened':
      return t('The box was X-rayed');
    case 'leak':
      return t('A bag leaks');
    default:
      return t('The box was opened');
  }
}

/** What is sent where the courier said no words: English, as the record is, and no more than is known. */
export function defaultWords(kind: TroubleKind, { subject }: Pick<Action, 'subject'>): TroubleWords {
  const where = subject === null ? '' : ` (${subject})`;
  return { by: `Airport security${where}`, reason: `${facts[kind]} by the courier on the way. No details told yet.` };
}

const facts: Readonly<Record<TroubleKind, string>> = {
  delayed: 'Delay reported',
  cancelled: 'Cancellation reported',
  'xray-demanded': 'Demand reported',
  'xray-happened': 'X-ray of the box reported',
  leak: 'Leak of a bag reported',
  'box-opened': 'Opening of the box reported',
};
