import type { FileAnswers, FilePreview, FileQuestion, FileTaken } from './file-types.js';

const figure = (count: number) => count.toLocaleString('en-GB');
const counted = (count: number, what: string) => `${figure(count)} ${what}${count === 1 ? '' : 's'}`;

const titles: Readonly<Record<FileQuestion['name'], string>> = {
  times: 'Times',
  order: 'Day and month',
  epoch: 'Serial dates',
  zone: 'Zone of its clock',
  channel: 'Column of readings',
  unit: 'Unit',
  repeated: 'A time shown twice',
  lastLine: 'The last line',
};

/** A question's name, as its label. */
export function questionTitle(name: FileQuestion['name']): string {
  return titles[name];
}

/** "4.5 °C", with as many decimals as it has. */
export function celsiusText(celsius: number): string {
  return `${String(celsius).replace('-', '−')} °C`;
}

/** "2026-11-23 08:00:15 +01:00", of a moment in a zone as the server tells it; seconds where there are any. */
export function localWords(local: string): string {
  const found = /^(.{10})T(.{5})(:\d\d(?:\.\d+)?)?(.*)$/.exec(local);
  if (found === null) return local;
  const [, day = '', clock = '', rest = '', offset = ''] = found;
  const seconds = rest.replace(/\.0+$/, '');
  return `${day} ${clock}${seconds === ':00' ? '' : seconds}${offset === 'Z' ? ' UTC' : ` ${offset}`}`;
}

type PreviewedReadings = NonNullable<FilePreview['readings']>;

/** What of a file's readings is new, in one sentence; with what stands already and what would not be taken, where there is any. */
export function freshWords({ count, fresh, known, refused }: PreviewedReadings): string {
  if (known === count) return 'All of them are on record already: there is nothing to take.';
  const parts = [
    ...(known === 0 ? [] : [`${figure(known)} on record already`]),
    ...(refused.count === 0 ? [] : [`${figure(refused.count)} will not be taken`]),
  ];
  return `${[fresh === 0 ? 'None is new' : `${figure(fresh)} new`, ...parts].join(', ')}.`;
}

/** What the button says that takes them; null: there is nothing to take. */
export function takeWords({ fresh }: Pick<PreviewedReadings, 'fresh'>): string | null {
  return fresh === 0 ? null : `Take ${counted(fresh, 'reading')}`;
}

/** What became of a file's readings, in one sentence. */
export function takenWords({ kept, known, refused }: FileTaken): string {
  const before = known === 0 ? '' : `, ${figure(known)} counted before`;
  return `${counted(kept, 'reading')} taken${before}, ${counted(refused.count, 'line')} not taken.`;
}

/** "and 12 more", of a list that does not tell all. */
export function moreWords(count: number, told: number): string {
  return count > told ? `and ${figure(count - told)} more` : '';
}

/** The answers to what is asked, of everything that was ever answered: what is asked no more is not sent. */
export function answersTo(questions: readonly FileQuestion[], given: FileAnswers): FileAnswers {
  const asked = questions.map(({ name }) => [name, given[name] ?? ''] as const);
  return Object.fromEntries(asked.filter(([, answer]) => answer !== ''));
}

/** "Of A-1, A-2", as far as one may read their numbers; of others how many there are. */
export function loggersWords(loggers: readonly (string | null)[]): string {
  const numbers = [...new Set(loggers.filter((logger) => logger !== null))];
  return numbers.length > 0 ? `Of ${numbers.join(', ')}` : `${counted(loggers.length, 'logger')} in its boxes`;
}
