import { err, ok, zoneOf, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import { decodedText, noTextBut } from './decoded-text.js';
import { commaMeansBoth, findTable, type FoundTable } from './find-table.js';
import { momentsOf, type Moments, type TimeReading } from './moments.js';
import * as refusals from './file-refusals.js';
import type { Unit } from './number-form.js';
import {
  fileLimits,
  type FileAnswers,
  type FileLine,
  type FileQuestion,
  type FileRead,
  type LineProblem,
  type Understood,
} from './reading-file.js';
import { settleColumn, settleEpoch, settleOrder, settleZone } from './settle-times.js';
import { decimalSign, settleChannel, settleUnit } from './settle-values.js';
import { byAnswer, type Settled } from './settled.js';
import { wholeRows } from './whole-rows.js';
import { readingsIn } from './values.js';

/**
 * Reads a logger's file: says what was understood and what is asked, and once nothing is open, every reading, and of every other line of the table why it gives none. The
 * same bytes and answers are always read alike. Refused where it is no text, too large, or has no table of times and figures.
 */
export function readFile(bytes: Uint8Array, answers: FileAnswers = {}): Result<FileRead, Refusal> {
  if (bytes.length === 0) return err(refusals.fileEmpty);
  if (bytes.length > fileLimits.bytes) return err(refusals.fileTooLarge);
  const other = noTextBut(bytes);
  if (other !== undefined) return err(refusals.fileNoText(other));
  const { text, encoding } = decodedText(bytes);
  if (linesIn(text) > fileLimits.lines) return err(refusals.fileTooLong);
  const table = findTable(text);
  if (table === undefined) return err(refusals.fileWithoutTable);
  if (commaMeansBoth(table)) return err(refusals.commaUnclear);
  return readTable(table, { text, encoding }, answers);
}

/** Lines end in a line feed, or, in old files, in carriage returns alone. */
function linesIn(text: string): number {
  return Math.max(countOf(text, '\n'), countOf(text, '\r'));
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

function readTable(table: FoundTable, decoded: Decoded, answers: FileAnswers): Result<FileRead, Refusal> {
  const channel = settleChannel(table, answers);
  if (channel === undefined) return err(refusals.fileWithoutTemperatures);
  const asked = settleAll(table, channel, answers);
  const { rows, problems, question } = wholeRows(table, decoded.text, answers);
  const settled = asTimes(asked, answers);
  const moments = settled === undefined ? none : momentsOf(rows, settled);
  const repeated = moments.unclear.length === 0 ? undefined : askRepeated(moments.unclear, answers);
  const questions = [...asked.all, repeated].flatMap((each) => each?.question ?? []);
  const all = question === null ? questions : [...questions, question];
  const refusal = all.flatMap((each) => wrongAnswer(each) ?? [])[0];
  if (refusal !== undefined) return err(refusal);
  const open = all.some(({ chosen }) => chosen === null);
  const values = open ? { readings: [], problems: [] } : readAll(table, asked, moments);
  return ok({
    ...{ questions: all, header: table.header, lines: table.rows, readings: values.readings },
    understood: understoodOf(table, decoded.encoding, asked),
    problems: open ? [] : sorted([...problems, ...moments.problems, ...values.problems]),
  });
}

const none: Moments = { moments: [], problems: [], unclear: [] };

/** What was settled of a file, and all of it in the order in which it is asked. */
interface SettledAll {
  readonly column: ReturnType<typeof settleColumn>;
  readonly order: ReturnType<typeof settleOrder>;
  readonly epoch: Settled<number>;
  readonly zone: ReturnType<typeof settleZone>;
  readonly channel: Settled<number>;
  readonly unit: Settled<Unit>;
  readonly all: readonly Settled<unknown>[];
}

const unsettled = { value: undefined };

function settleAll(table: FoundTable, channel: Settled<number>, answers: FileAnswers): SettledAll {
  const column = settleColumn(table, answers);
  const at = column.value;
  const order = at === undefined ? unsettled : settleOrder(table, at, answers);
  const epoch = at === undefined ? unsettled : settleEpoch(table, at, answers);
  const zone = at === undefined ? unsettled : settleZone(table, at, answers);
  const unit = channel.value === undefined ? unsettled : settleUnit(table, channel.value, answers);
  return { column, order, epoch, zone, channel, unit, all: [column, order, epoch, zone, channel, unit] };
}

function asTimes({ column, order, epoch, zone }: SettledAll, answers: FileAnswers): TimeReading | undefined {
  if (column.value === undefined || order.value === undefined) return undefined;
  if (epoch.value === undefined || zone.value === undefined) return undefined;
  const { repeated } = answers;
  const which = repeated === 'earlier' ? 0 : repeated === 'later' ? 1 : undefined;
  return { column: column.value, order: order.value, epoch: epoch.value, zone: zone.value, repeated: which };
}

function askRepeated(unclear: readonly FileLine[], answers: FileAnswers): Settled<string> {
  const [first, last] = [unclear[0]?.line ?? 0, unclear.at(-1)?.line ?? 0];
  const sentence = `The clock shows the times of lines ${first} to ${last} twice that night, when it is put back, and the file does not show which is meant.`;
  const choices = [
    { value: 'earlier', words: 'the first time round, before it is put back', means: 'earlier' },
    { value: 'later', words: 'the second time round, after it is put back', means: 'later' },
  ];
  return byAnswer({ name: 'repeated', sentence, choices }, answers);
}

function wrongAnswer({ name, allowed, chosen }: FileQuestion): Refusal | undefined {
  if (chosen === null) return undefined;
  if (allowed.length === 0) return zoneOf(chosen) === undefined ? refusals.zoneUnknown(chosen) : undefined;
  return allowed.some(({ value }) => value === chosen) ? undefined : refusals.answerUnknown(name, allowed);
}

function readAll(table: FoundTable, { channel, unit }: SettledAll, { moments }: Moments) {
  const how = {
    channel: channel.value ?? 0,
    unit: unit.value ?? 'celsius',
    sign: decimalSign(table, channel.value ?? 0),
  };
  return readingsIn(moments, how);
}

function sorted(problems: readonly LineProblem[]): readonly LineProblem[] {
  return problems.toSorted((a, b) => a.line - b.line);
}

const separatorWords: Readonly<Record<string, string>> = {
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  ',': 'commas',
};

function understoodOf(table: FoundTable, encoding: string, asked: SettledAll): readonly Understood[] {
  const { separation, preamble } = table;
  const sign = asked.channel.value === undefined ? null : decimalSign(table, asked.channel.value);
  const before =
    preamble.length === 0
      ? []
      : [{ what: 'before the table', says: `${preamble.length} lines, read for zone and unit alone` }];
  return [
    { what: 'text', says: encoding },
    {
      what: 'cells',
      says: `told apart by ${separatorWords[separation.separator] ?? separation.separator}, quoted by ${separation.quote}`,
    },
    ...before,
    ...(sign === null ? [] : [{ what: 'decimals', says: sign === ',' ? 'after a comma' : 'after a point' }]),
    ...asked.all.flatMap(({ understood }) => understood ?? []),
  ];
}
