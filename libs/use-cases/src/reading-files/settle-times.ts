import { zoneOf, type Zone } from '@cellrelay/kernel';
import type { TimeColumn } from './columns.js';
import type { FoundTable } from './find-table.js';
import { figureIn } from './number-form.js';
import type { FileAnswers, FileLine } from './reading-file.js';
import { byAnswer, bySelf, type Settled } from './settled.js';
import { midnightOf, offsetNamed, stampOf, type DayOrder, type Stamp, type WrittenDay } from './stamp.js';

/** In which zone the clock of a file's times stands: each row says it, it is so many minutes ahead of UTC for good, or that zone's. */
export type FileZone =
  | { readonly kind: 'each-row' }
  | { readonly kind: 'fixed'; readonly minutes: number }
  | { readonly kind: 'zone'; readonly zone: Zone };

const rowsLooked = 500;

/** The name of a column, in words. */
export function columnName({ header }: Pick<FoundTable, 'header'>, at: number): string {
  const name = header?.[at]?.trim() ?? '';
  return name === '' ? `column ${at + 1}` : `column ${at + 1}, “${name.slice(0, 60)}”`;
}

const kindWords: Readonly<Record<TimeColumn['kind'], string>> = {
  stamp: 'date and time',
  'day-and-clock': 'date, with the time in a column of its own',
  'unix-seconds': 'seconds since 1970 (Unix)',
  'unix-millis': 'milliseconds since 1970 (Unix)',
  serial: 'days since an epoch (serial dates of a spreadsheet)',
};

/** Which column says the moment. Asked where several might. */
export function settleColumn(table: FoundTable, answers: FileAnswers): Settled<TimeColumn> {
  const { times } = table.columns;
  const [only, more] = times;
  const words = (column: TimeColumn) => `${columnName(table, column.at)}: ${kindWords[column.kind]}`;
  if (only !== undefined && more === undefined) return bySelf(only, 'times', words(only));
  const choices = times.map((means) => ({ value: String(means.at + 1), words: words(means), means }));
  return byAnswer(
    { name: 'times', sentence: 'Several columns hold times. Which one is the reading’s?', choices },
    answers,
  );
}

/** The day as a row has it. */
export function dayOf({ cells }: FileLine, column: TimeColumn): WrittenDay | undefined {
  return stampOf(cells[column.at] ?? '')?.day ?? undefined;
}

const orderWords: Readonly<Record<DayOrder, string>> = {
  'day-first': 'day, month, year',
  'month-first': 'month, day, year',
  'year-first': 'year, month, day',
};

/** How many lines must rule an order out: one alone may be a slip. */
const enough = 2;

/**
 * In which order day and month stand. The file says it where the year comes first, where other orders give no day on two lines or more while this one does on all,
 * and where it is written with points and four figures of the year, which no country writes month first. Else it is asked.
 */
export function settleOrder(table: FoundTable, column: TimeColumn, answers: FileAnswers): Settled<DayOrder> {
  if (column.kind !== 'stamp' && column.kind !== 'day-and-clock') return { value: 'year-first' };
  const days = table.rows.flatMap((row) => dayOf(row, column) ?? []).filter(({ form }) => form !== 'year-first');
  const [sample] = days;
  if (sample === undefined) return bySelf('year-first', 'order of days', orderWords['year-first']);
  const orders = possibleOrders(sample).map((order) => ({ order, wrong: wrongDays(days, order) }));
  return (
    toldByLines(orders, days) ??
    askOrder(
      sample,
      orders.filter(({ wrong }) => wrong < days.length),
      answers,
    )
  );
}

interface RatedOrder {
  readonly order: DayOrder;
  /** On how many lines it gives no day. */
  readonly wrong: number;
}

function toldByLines(orders: readonly RatedOrder[], days: readonly WrittenDay[]): Settled<DayOrder> | undefined {
  const [best, ...others] = orders.toSorted((a, b) => a.wrong - b.wrong);
  const alone = best?.wrong === 0 && others.every(({ wrong }) => wrong >= Math.min(enough, days.length));
  if (best !== undefined && alone) return told(best.order, 'no other order fits all lines');
  const pointed = days.every(({ between, form }) => between === '.' && form === 'long-year');
  return pointed && best?.order === 'day-first' ? told('day-first', 'as dates with points are written') : undefined;
}

function told(order: DayOrder, why: string): Settled<DayOrder> {
  return bySelf(order, 'order of days', `${orderWords[order]}: ${why}`);
}

function possibleOrders({ form }: WrittenDay): readonly DayOrder[] {
  return form === 'short-year' ? ['day-first', 'month-first', 'year-first'] : ['day-first', 'month-first'];
}

function wrongDays(days: readonly WrittenDay[], order: DayOrder): number {
  return days.filter((day) => midnightOf(day, order) === undefined).length;
}

function askOrder(sample: WrittenDay, orders: readonly RatedOrder[], answers: FileAnswers): Settled<DayOrder> {
  const written = sample.parts.map((part) => String(part).padStart(2, '0')).join(sample.between);
  const choices = orders.map(({ order: means }) => ({
    value: means,
    words: `${orderWords[means]}: ${dayText(sample, means)}`,
    means,
  }));
  return byAnswer({ name: 'order', sentence: `Which day is ${written}? The file does not tell.`, choices }, answers);
}

function dayText(day: WrittenDay, order: DayOrder): string {
  const midnight = midnightOf(day, order);
  return midnight === undefined ? 'no such day' : dateText(midnight);
}

const dateText = (millis: number) => new Date(millis).toISOString().slice(0, 10);

/** Midnights from which serial dates are counted, as if in UTC. 1900 is counted from 1899-12-30, for Excel holds 1900 to be a leap year. */
export const epochs = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) } as const;

const dayMillis = 86_400_000;

/** From when serial dates are counted: always asked, for the same figure is four years apart in both. */
export function settleEpoch(table: FoundTable, column: TimeColumn, answers: FileAnswers): Settled<number> {
  if (column.kind !== 'serial') return { value: 0 };
  const first = firstFigure(table.rows, column);
  const choices = (['1900', '1904'] as const).map((value) => ({
    ...{ value, means: epochs[value] },
    words: `counted from ${value}: ${dateText(epochs[value] + Math.floor(first) * dayMillis)}`,
  }));
  return byAnswer(
    { name: 'epoch', sentence: `Which day is ${Math.floor(first)}? The file does not tell.`, choices },
    answers,
  );
}

function firstFigure(rows: readonly FileLine[], { at }: TimeColumn): number {
  const cell = rows.map(({ cells }) => figureIn(cells[at] ?? '')).find((figure) => figure !== undefined);
  return cell?.value ?? 0;
}

/** What zone the times are in: by the rows, by the name of their column, by a line before the table; else asked. Never guessed. */
export function settleZone(table: FoundTable, column: TimeColumn, answers: FileAnswers): Settled<FileZone> {
  if (column.kind === 'unix-seconds' || column.kind === 'unix-millis') return { value: { kind: 'each-row' } };
  const stamps = table.rows.slice(0, rowsLooked).flatMap((row) => clockStamp(row, column) ?? []);
  if (stamps.filter(({ offset }) => offset !== null).length * 2 > stamps.length)
    return bySelf({ kind: 'each-row' }, 'zone', 'each line says it');
  return zoneOfHeader(table, column) ?? zoneBefore(table) ?? askZone(table, column, answers);
}

/** The stamp of the cell that says the time of day, for zones stand there. */
export function clockStamp({ cells }: FileLine, column: TimeColumn): Stamp | undefined {
  return stampOf(cells[column.kind === 'day-and-clock' ? column.clockAt : column.at] ?? '');
}

function zoneOfHeader(table: FoundTable, column: TimeColumn): Settled<FileZone> | undefined {
  const at = column.kind === 'day-and-clock' ? [column.at, column.clockAt] : [column.at];
  const named = at.map((each) => /(?:UTC|GMT)[^A-Za-z]*$/i.exec(table.header?.[each] ?? '')?.[0] ?? '');
  const found = named.map((text) => zoneIn(text.replace(/[)\]\s]+$/, ''))).find((zone) => zone !== undefined);
  return found && bySelf(found, 'zone', `${zoneWords(found)}, by the name of the column`);
}

const zoneLabel = /time\s*zone|zeitzone|fuseau horaire|utc\s*offset/i;

/** A line before the table that speaks of the zone. */
function zoneBefore({ preamble }: FoundTable): Settled<FileZone> | undefined {
  const lines = preamble
    .map(({ line, cells }) => ({ line, text: cells.join(' ') }))
    .filter(({ text }) => zoneLabel.test(text));
  const [only, more] = lines;
  if (only === undefined || more !== undefined) return undefined;
  const zone = zoneIn(
    only.text
      .slice(only.text.search(zoneLabel))
      .replace(zoneLabel, '')
      .replace(/^[\s:=]+/, ''),
  );
  return zone && bySelf(zone, 'zone', `${zoneWords(zone)}, by line ${only.line}`);
}

/**
 * A zone of the IANA database, or an offset and nothing else: a system's name of a zone, such as “(UTC+01:00) Amsterdam, Berlin”, begins with the offset of its winter the whole
 * year round.
 */
function zoneIn(text: string): FileZone | undefined {
  const zone = zoneOf(text.trim());
  if (zone !== undefined) return { kind: 'zone', zone };
  const minutes = offsetNamed(text.replaceAll(/\s/g, ''));
  return minutes === undefined ? undefined : { kind: 'fixed', minutes };
}

function zoneWords(zone: FileZone): string {
  if (zone.kind === 'zone') return zone.zone;
  const minutes = zone.kind === 'fixed' ? zone.minutes : 0;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)} all year round`;
}

function askZone({ rows }: FoundTable, column: TimeColumn, answers: FileAnswers): Settled<FileZone> {
  const chosen = answers.zone ?? null;
  const zone = chosen === null ? undefined : zoneOf(chosen);
  const first = (rows[0]?.cells ?? []).filter(
    (_, at) => at === column.at || (column.kind === 'day-and-clock' && at === column.clockAt),
  );
  const sentence = `In which zone was the logger’s clock? The file does not say; its first time is ${first.join(' ').slice(0, 60)}. A zone such as Europe/Berlin, UTC, or for a clock that is never put forward Etc/GMT-1 (one hour ahead of UTC).`;
  const question = { name: 'zone' as const, sentence, allowed: [], chosen };
  return zone === undefined ? { value: undefined, question } : { value: { kind: 'zone', zone }, question };
}
