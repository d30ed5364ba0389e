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

const states: Readonly<Record<WrittenLetter['state'], string>> = {
  written: 'A draft',
  screening: 'With your registry’s screener',
  across: 'With the other registry’s screener',
  returned: 'Returned to whoever wrote it',
  released: 'Released to the other side',
  withdrawn: 'Withdrawn',
};

/** How a letter of one's own side stands, and since when. */
export function writtenWords(letter: WrittenLetter, { zone, now }: Clock): string {
  return `${states[letter.state]}, ${whenText(Date.parse(letter.movedAt), zone, now)}`;
}

/** The same to the operator, who is on neither side. */
export function waitingWords(letter: WrittenLetter, { zone, now }: Clock): string {
  const whose = letter.side === 'donor' ? 'donor’s' : 'patient’s';
  const plain = states[letter.state].replace('your registry', `the ${whose} registry`);
  return `${plain}, ${whenText(Date.parse(letter.movedAt), zone, now)}`;
}

/** A letter that came. */
export function receivedWords({ releasedAt, readAt }: ReceivedLetter, { zone, now }: Clock): string {
  const when = whenText(Date.parse(releasedAt ?? ''), zone, now);
  return readAt === null ? `Came ${when}, not read yet` : `Came ${when}`;
}

/** Whence a letter in the screener's queue comes. */
export function fromWords({ written }: QueuedLetter): string {
  return written === null ? 'From the other side' : `From ${written.organisation}`;
}

/** What else tells it from the others there. Of a letter from the other side no date is told. */
export function queuedWords({ written, received }: QueuedLetter, { zone, now }: Clock): string {
  if (written === null) return `For your ${received?.side === 'donor' ? 'donor' : 'recipient'}`;
  const behalf = `On behalf of: ${subjectName(written.subject)}`;
  const since = `here since ${whenText(Date.parse(written.movedAt), zone, now)}`;
  return [behalf, since, ...(written.returnedFor === null ? [] : ['sent back'])].join(', ');
}

/** Why a letter was returned, in the order in which reasons are offered. */
export const reasonWords: Readonly<Record<ReturnReason, string>> = {
  'tells-who-somebody-is': 'It tells who or where somebody is',
  'not-fit-to-be-sent': 'It is not fit to be sent',
  'cannot-be-read': 'It cannot be read here',
  'not-wanted-there': 'No letters are wanted there',
};

export const moveLabels: Readonly<Record<Move, string>> = {
  rewrite: 'Write it anew',
  'hand-in': 'Hand it in',
  withdraw: 'Withdraw it',
  edit: 'Edit',
  return: 'Return it',
  release: 'Release it',
  'send-back': 'Send it back',
};

const kinds: Readonly<Record<LetterMark['kinds'][number], string>> = {
  name: 'name',
  place: 'place',
  organisation: 'organisation',
  hospital: 'hospital or staff',
  age: 'age',
  date: 'date',
  phone: 'telephone',
  mail: 'mail',
  web: 'web address',
  handle: 'account elsewhere',
  id: 'number',
  money: 'money',
};

/** "age, date": as what a part of a letter may tell who somebody is. */
export function kindsText(mark: Pick<LetterMark, 'kinds'>): string {
  return mark.kinds.map((kind) => kinds[kind]).join(', ');
}

/** The newest words of a letter; null once they are erased. */
export function newestText({ versions }: Pick<LetterInFull, 'versions'>): string | null {
  return versions.find(({ kind }) => kind === 'text')?.text ?? null;
}
