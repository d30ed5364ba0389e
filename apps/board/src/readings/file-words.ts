import type { FileAnswers, FilePreview, FileQuestion, FileTaken } from './file-types.js';
import { t, wordsBy } from '../words/words.js';
import { countText } from '../words/named.js';

const titles: Readonly<Record<FileQuestion['name'], string>> = wordsBy({
  times: () => t('Times'),
  order: () => t('Day and month'),
  epoch: () => t('Serial dates'),
  zone: () => t('Zone of its clock'),
  channel: () => t('Column of readings'),
  unit: () => t('Unit'),
  repeated: () => t('A time shown twice'),
  lastLine: () => t('The last line'),
});

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
  if (known === count) return t('All of them are on record already: there is nothing to take.');
  const parts = [
    ...(known === 0 ? [] : [t('{count} on record already', { count: countText(known) })]),
    ...(refused.count === 0 ? [] : [t('{count} will not be taken', { count: countText(refused.count) })]),
  ];
  const news = fresh === 0 ? t('None is new') : t('{count} new', { count: countText(fresh) });
  return t('{parts}.', { parts: [news, ...parts].join(t(', ')) });
}

/** What the button says that takes them; null: there is nothing to take. */
export function takeWords({ fresh }: Pick<PreviewedReadings, 'fresh'>): string | null {
  return fresh === 0 ? null : t('Take {count, plural, one {# reading} other {# readings}}', { count: fresh });
}

/** What became of a file's readings, in one sentence. */
export function takenWords({ kept, known, refused }: FileTaken): string {
  const counts = { kept, known, lines: refused.count };
  return known === 0
    ? t(
        '{kept, plural, one {# reading} other {# readings}} taken, {lines, plural, one {# line} other {# lines}} not taken.',
        { kept, lines: refused.count },
      )
    : t(
        '{kept, plural, one {# reading} other {# readings}} taken, {known, plural, one {#} other {#}} counted before, {lines, plural, one {# line} other {# lines}} not taken.',
        counts,
      );
}

/** "and 12 more", of a list that does not tell all. */
export function moreWords(count: number, told: number): string {
  return count > told ? t('and {count} more', { count: countText(count - told) }) : '';
}

/** The answers to what is asked, of everything that was ever answered: what is asked no more is not sent. */
export function answersTo(questions: readonly FileQuestion[], given: FileAnswers): FileAnswers {
  const asked = questions.map(({ name }) => [name, given[name] ?? ''] as const);
  return Object.fromEntries(asked.filter(([, answer]) => answer !== ''));
}

/** "Of A-1, A-2", as far as one may read their numbers; of others how many there are. */
export function loggersWords(loggers: readonly (string | null)[]): string {
  const numbers = [...new Set(loggers.filter((logger) => logger !== null))];
  return numbers.length > 0
    ? t('Of {numbers}', { numbers: numbers.join(', ') })
    : t('{count, plural, one {# logger} other {# loggers}} in its boxes', { count: loggers.length });
}
