import type {
  LetterInFull,
  LetterMark,
  Move,
  QueuedLetter,
  ReceivedLetter,
  ReturnReason,
  WrittenLetter,
} from '../api/types.js';
import { subjectName, type Clock } from '../identity/identity-words.js';
import { whenText } from '../time/zone.js';
import { t, wordsBy } from '../words/words.js';

const states: Readonly<Record<WrittenLetter['state'], string>> = wordsBy({
  written: () => t('A draft'),
  screening: () => t('With your registry’s screener'),
  across: () => t('With the other registry’s screener'),
  returned: () => t('Returned to whoever wrote it'),
  released: () => t('Released to the other side'),
  withdrawn: () => t('Withdrawn'),
});

/** How a letter of one's own side stands, and since when. */
export function writtenWords(letter: WrittenLetter, { zone, now }: Clock): string {
  return `${states[letter.state]}, ${whenText(Date.parse(letter.movedAt), zone, now)}`;
}

const screeners: Readonly<Record<WrittenLetter['side'], () => string>> = {
  donor: () => t('With the donor’s registry’s screener'),
  patient: () => t('With the patient’s registry’s screener'),
};

/** The same to the operator, who is on neither side. */
export function waitingWords(letter: WrittenLetter, { zone, now }: Clock): string {
  const plain = letter.state === 'screening' ? screeners[letter.side]() : states[letter.state];
  return `${plain}, ${whenText(Date.parse(letter.movedAt), zone, now)}`;
}

/** A letter that came. */
export function receivedWords({ releasedAt, readAt }: ReceivedLetter, { zone, now }: Clock): string {
  const when = whenText(Date.parse(releasedAt ?? ''), zone, now);
  return readAt === null ? t('Came {when}, not read yet', { when }) : t('Came {when}', { when });
}

/** Whence a letter in the screener's queue comes. */
export function fromWords({ written }: QueuedLetter): string {
  return written === null ? t('From the other side') : t('From {organisation}', { organisation: written.organisation });
}

/** What else tells it from the others there. Of a letter from the other side no date is told. */
export function queuedWords({ written, received }: QueuedLetter, { zone, now }: Clock): string {
  if (written === null) return received?.side === 'donor' ? t('For your donor') : t('For your recipient');
  const behalf = t('On behalf of: {subject}', { subject: subjectName(written.subject) });
  const since = t('here since {when}', { when: whenText(Date.parse(written.movedAt), zone, now) });
  return [behalf, since, ...(written.returnedFor === null ? [] : [t('sent back')])].join(', ');
}

/** Why a letter was returned, in the order in which reasons are offered. */
export const reasonWords: Readonly<Record<ReturnReason, string>> = wordsBy({
  'tells-who-somebody-is': () => t('It tells who or where somebody is'),
  'not-fit-to-be-sent': () => t('It is not fit to be sent'),
  'cannot-be-read': () => t('It cannot be read here'),
  'not-wanted-there': () => t('No letters are wanted there'),
});

export const moveLabels: Readonly<Record<Move, string>> = wordsBy({
  rewrite: () => t('Write it anew'),
  'hand-in': () => t('Hand it in'),
  withdraw: () => t('Withdraw it'),
  edit: () => t('Edit'),
  return: () => t('Return it'),
  release: () => t('Release it'),
  'send-back': () => t('Send it back'),
});

const kinds: Readonly<Record<LetterMark['kinds'][number], string>> = wordsBy({
  name: () => t('name'),
  place: () => t('place'),
  organisation: () => t('organisation'),
  hospital: () => t('hospital or staff'),
  age: () => t('age'),
  date: () => t('date'),
  phone: () => t('telephone'),
  mail: () => t('mail'),
  web: () => t('web address'),
  handle: () => t('account elsewhere'),
  id: () => t('number'),
  money: () => t('money'),
});

/** "age, date": as what a part of a letter may tell who somebody is. */
export function kindsText(mark: Pick<LetterMark, 'kinds'>): string {
  return mark.kinds.map((kind) => kinds[kind]).join(', ');
}

/** The newest words of a letter; null once they are erased. */
export function newestText({ versions }: Pick<LetterInFull, 'versions'>): string | null {
  return versions.find(({ kind }) => kind === 'text')?.text ?? null;
}
