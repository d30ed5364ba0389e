import type { Action } from '../api/types.js';
import { t } from '../words/words.js';
import { commandOf, type TroubleKind, type TroubleWords } from './troubles.js';

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

/** How much the API takes as whoever demands an X-ray. */
const NAME = 120;

/** What is sent: the courier's own words, and where they said none English, as the record is, and no more than is known. */
export function wordsFor(kind: TroubleKind, action: Pick<Action, 'command' | 'subject'>, own: string): TroubleWords {
  const said = own.trim();
  const security = `Airport security${action.subject === null ? '' : ` (${action.subject})`}`;
  const fact = `${facts[kind]} by the courier on the way`;
  if (said === '') return { by: security, reason: `${fact}. No details told yet.` };
  // As a deviation it has no kind of its own: the words say what it was.
  return {
    by: shortened(`${security}: ${said}`),
    reason: action.command === commandOf(kind) ? said : `${fact}: ${said}`,
  };
}

const shortened = (text: string): string => (text.length <= NAME ? text : `${text.slice(0, NAME - 1)}…`);

const facts: Readonly<Record<TroubleKind, string>> = {
  delayed: 'Delay of a flight reported',
  cancelled: 'Cancellation of a flight reported',
  'xray-demanded': 'Demand to X-ray the box reported',
  'xray-happened': 'X-ray of the box reported',
  leak: 'Leak of a bag reported',
  'box-opened': 'Opening of the box reported',
};
