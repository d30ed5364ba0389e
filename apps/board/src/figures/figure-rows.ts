import type { FiguresLine } from '../api/types.js';
import { productName } from '../marks/words.js';
import { spanText } from '../time/duration.js';
import { destinationText, doseOnly, eaterName, rateText } from './figure-words.js';

/** A row of a chart: what it is of, what it says, and how far its bar, its pale bar and its mark reach, as shares of the whole width; null: there is none. */
export interface ChartRow {
  readonly key: string;
  readonly label: string;
  readonly says: string;
  readonly bar: number;
  readonly pale: number | null;
  readonly mark: number | null;
}

/** One question about a year, with what the parts of a bar stand for. */
export interface FigureChart {
  readonly title: string;
  readonly legend: string;
  readonly rows: readonly ChartRow[];
}

/** The charts of a year's lines, without those that have nothing to show. Entered totals tell a number alone and are in none. */
export function chartsOf(lines: readonly FiguresLine[]): readonly FigureChart[] {
  const counted = lines.filter(({ how }) => how === 'counted');
  return [
    {
      title: 'Bags on time',
      legend: 'bar: within the target; pale: within the limit; whole width: all of them',
      rows: counted.flatMap(onTimeRow),
    },
    { ...spread, title: 'Age at infusion', rows: spreadRows(counted, 'ageMinutes') },
    { ...spread, title: 'Door to infusion', rows: spreadRows(counted, 'doorMinutes') },
    { title: 'Dose, 10⁶ per kg', legend: 'bar: median; mark: least', rows: doseRows(counted) },
    {
      title: 'Excursions',
      legend: 'bar: ever outside what was ordered; whole width: all with a logger',
      rows: counted.flatMap(excursionRow),
    },
    {
      title: 'What ate the slack',
      legend: 'trips that ended late by their plan, by where most of the delay arose',
      rows: eaterRows(counted),
    },
  ].filter(({ rows }) => rows.length > 0);
}

const spread = { legend: 'bar: median; pale: nine in ten; mark: most' } as const;

function of(line: FiguresLine): Pick<ChartRow, 'key' | 'label'> {
  const label = `${destinationText(line)}, ${productName(line.product)}`;
  return { key: [line.country, line.region, line.product].join(' '), label };
}

function onTimeRow(line: FiguresLine): readonly ChartRow[] {
  const { bagsEnded, bagsInTarget, bagsInLimit } = line;
  if (bagsEnded === null || bagsEnded === 0) return [];
  const [bar, pale] = [(bagsInTarget ?? 0) / bagsEnded, (bagsInLimit ?? 0) / bagsEnded];
  const says = `target ${rateText(bagsInTarget, bagsEnded)}, limit ${rateText(bagsInLimit, bagsEnded)}`;
  return [{ ...of(line), says, bar, pale, mark: null }];
}

function spreadRows(lines: readonly FiguresLine[], which: 'ageMinutes' | 'doorMinutes'): readonly ChartRow[] {
  const known = lines.flatMap((line) => (line[which] === null ? [] : [{ line, minutes: line[which] }]));
  const most = Math.max(...known.map(({ minutes }) => minutes.max), 1);
  return known.map(({ line, minutes: { median, p90, max } }) => ({
    ...of(line),
    says: `${hours(median)}, 90 %: ${hours(p90)}, most: ${hours(max)}`,
    ...{ bar: median / most, pale: p90 / most, mark: max / most },
  }));
}

function hours(minutes: number): string {
  return spanText(minutes * 60_000);
}

function doseRows(lines: readonly FiguresLine[]): readonly ChartRow[] {
  const known = lines.flatMap((line) => (line.dosePerKgE6 === null ? [] : [{ line, dose: line.dosePerKgE6 }]));
  const most = Math.max(...known.map(({ dose }) => dose.median));
  return known.map(({ line, dose: { median, min } }) => ({
    ...of(line),
    says: `${doseOnly(median)}, least: ${doseOnly(min)}`,
    ...{ bar: most === 0 ? 0 : median / most, pale: null, mark: most === 0 ? 0 : min / most },
  }));
}

function excursionRow(line: FiguresLine): readonly ChartRow[] {
  const { withLogger, withExcursion } = line;
  if (withLogger === null || withLogger === 0) return [];
  const bar = (withExcursion ?? 0) / withLogger;
  return [{ ...of(line), says: `${withExcursion ?? 0} of ${withLogger} with a logger`, bar, pale: null, mark: null }];
}

/** Of the whole year: where delays arise depends little on where the cells go. */
function eaterRows(lines: readonly FiguresLine[]): readonly ChartRow[] {
  const counts = new Map<string, number>();
  for (const { slackEaten } of lines)
    for (const [kind, count] of Object.entries(slackEaten)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const most = Math.max(...counts.values());
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => ({
      ...{ key: kind, label: eaterName(kind), says: String(count) },
      ...{ bar: count / most, pale: null, mark: null },
    }));
}
