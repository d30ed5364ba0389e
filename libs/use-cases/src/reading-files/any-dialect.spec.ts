import fc from 'fast-check';
import { instantFromMillis, inZone, type Zone } from '@cellrelay/kernel';
import { readFile } from './read-file.js';
import type { FileAnswers } from './reading-file.js';

const minute = 60_000;
const zones = ['Europe/Berlin', 'America/Chicago', 'Asia/Kolkata', 'UTC'];
const two = (figure: number) => String(figure).padStart(2, '0');

/** A wall clock's parts, as a logger prints them. */
function wallOf(at: number, zone: string) {
  const local = inZone(instantFromMillis(at), zone as Zone);
  const [year = 0, month = 0, day = 0, hour = 0, minutes = 0] = (local.match(/\d+/g) ?? []).map(Number);
  const offset = /[+-]\d\d:\d\d$/.exec(local)?.[0] ?? 'Z';
  return { date: `${year}-${two(month)}-${two(day)}`, year, month, day, hour, minutes, offset };
}

type Wall = ReturnType<typeof wallOf>;

const clock = ({ hour, minutes }: Wall) => `${two(hour)}:${two(minutes)}`;
const half = ({ hour, minutes }: Wall) =>
  `${hour % 12 === 0 ? 12 : hour % 12}:${two(minutes)} ${hour < 12 ? 'AM' : 'PM'}`;
const serial = (wall: Wall, epoch: number) => (Date.parse(`${wall.date}T${clock(wall)}Z`) - epoch) / (24 * 60 * minute);

interface Form {
  readonly cells: (wall: Wall, at: number) => readonly string[];
  readonly answers?: FileAnswers;
}

/** Ways of writing a moment, with what must be answered for each. */
const forms: Readonly<Record<string, Form>> = {
  offset: { cells: (wall) => [`${wall.date}T${clock(wall)}:00${wall.offset}`] },
  local: { cells: (wall) => [`${wall.date} ${clock(wall)}`] },
  points: { cells: (wall) => [`${two(wall.day)}.${two(wall.month)}.${wall.year} ${clock(wall)}`] },
  american: {
    cells: (wall) => [`${wall.month}/${wall.day}/${wall.year} ${half(wall)}`],
    answers: { order: 'month-first' },
  },
  british: {
    cells: (wall) => [`${two(wall.day)}/${two(wall.month)}/${wall.year} ${clock(wall)}`],
    answers: { order: 'day-first' },
  },
  short: {
    cells: (wall) => [`${two(wall.day)}.${two(wall.month)}.${wall.year % 100} ${clock(wall)}`],
    answers: { order: 'day-first' },
  },
  apart: { cells: (wall) => [wall.date, clock(wall)] },
  seconds: { cells: (_, at) => [String(at / 1000)] },
  millis: { cells: (_, at) => [String(at)] },
  serial1900: {
    cells: (wall) => [serial(wall, Date.UTC(1899, 11, 30)).toFixed(8)],
    answers: { epoch: '1900' },
  },
  serial1904: { cells: (wall) => [serial(wall, Date.UTC(1904, 0, 1)).toFixed(8)], answers: { epoch: '1904' } },
};

const dialect = fc.record({
  form: fc.constantFrom(...Object.keys(forms)),
  separator: fc.constantFrom(';', '\t', '|', ','),
  sign: fc.constantFrom(',', '.'),
  quoted: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n'),
  header: fc.boolean(),
  counted: fc.boolean(),
  humid: fc.boolean(),
  unit: fc.constantFrom('celsius', 'fahrenheit'),
  decimals: fc.constantFrom(1, 2),
  zone: fc.constantFrom(...zones),
  encoding: fc.constantFrom('utf8', 'utf16le', 'latin1'),
});

/** Days on which none of these zones changes its clock. */
const series = fc
  .record({
    begins: fc.integer({ min: Date.UTC(2026, 5, 1) / minute, max: Date.UTC(2026, 8, 20) / minute }),
    steps: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 12 }),
    values: fc.array(fc.integer({ min: -2000, max: 4500 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ begins, steps, values }) => {
    let at = begins;
    return steps.map((step, row) => ({ at: (at += step) * minute, celsius: (values[row] ?? 0) / 100 }));
  });

type Dialect = typeof dialect extends fc.Arbitrary<infer T> ? T : never;
type Series = typeof series extends fc.Arbitrary<infer T> ? T : never;

/** A file of that series in that dialect, and the answers to whatever may be asked of it. */
function written(readings: Series, how: Dialect): { readonly bytes: Uint8Array; readonly answers: FileAnswers } {
  const form = forms[how.form]!;
  const signed = (value: number, decimals: number) => value.toFixed(decimals).replace('.', how.sign);
  const inUnit = (celsius: number) => (how.unit === 'celsius' ? celsius : (celsius * 9) / 5 + 32);
  const cellsOf = ({ at, celsius }: Series[number], row: number): readonly string[] => [
    ...(how.counted ? [String(row + 1)] : []),
    ...form
      .cells(wallOf(at, how.zone), at)
      .map((cell) => (how.form.startsWith('serial') ? cell.replace('.', how.sign) : cell)),
    signed(inUnit(celsius), how.decimals),
    ...(how.humid ? [signed(50.5, 1)] : []),
  ];
  // Among commas a decimal comma is always quoted: without that it is refused, which another spec shows.
  const quoted = how.quoted || (how.separator === ',' && how.sign === ',');
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => (quoted ? `"${cell}"` : cell)).join(how.separator)}${how.end}`;
  const times = form.cells(wallOf(0, 'UTC'), 0).map((_, at) => (at === 0 ? 'Time' : 'Clock'));
  const header = [...(how.counted ? ['#'] : []), ...times, 'Probe', ...(how.humid ? ['Humidity'] : [])];
  const text = `${how.header ? line(header) : ''}${readings.map((each, row) => line(cellsOf(each, row))).join('')}`;
  const channel = String((how.counted ? 1 : 0) + times.length + 1);
  const answers = { zone: how.zone, unit: how.unit, channel, times: how.counted ? '2' : '1', ...form.answers };
  const mark = how.encoding === 'utf16le' ? '\uFEFF' : '';
  return { bytes: new Uint8Array(Buffer.from(mark + text, how.encoding as BufferEncoding)), answers };
}

const readingsIn = (bytes: Uint8Array, answers: FileAnswers) => {
  const read = readFile(bytes, answers);
  return read.ok ? read.value.readings : [];
};

describe('a series, written in any dialect', () => {
  it('is read back: the same moments, and values within what was printed', () => {
    fc.assert(
      fc.property(series, dialect, (readings, how) => {
        const { bytes, answers } = written(readings, how);
        const found = readingsIn(bytes, answers);
        expect(found.map(({ at }) => Date.parse(at))).toEqual(readings.map(({ at }) => at));
        const printed = 0.5 * 10 ** -how.decimals + 0.001;
        found.forEach(({ celsius }, row) => {
          expect(Math.abs(celsius - (readings[row]?.celsius ?? NaN))).toBeLessThanOrEqual(printed);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('and cut off anywhere, gives no reading that the whole does not have', () => {
    fc.assert(
      fc.property(series, dialect, fc.double({ min: 0, max: 1, noNaN: true }), (readings, how, part) => {
        const { bytes, answers } = written(readings, how);
        const whole = new Set(readingsIn(bytes, answers).map((each) => JSON.stringify(each)));
        const cut = readingsIn(bytes.slice(0, Math.floor(bytes.length * part)), answers);
        expect(cut.map((each) => JSON.stringify(each)).filter((each) => !whole.has(each))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('which fails, as it must, where a last line without an end is taken for whole', () => {
    const { bytes, answers } = written(
      [0, 1, 2].map((row) => ({ at: Date.UTC(2026, 6, 1, 8, row), celsius: 12.5 })),
      {
        ...{ form: 'local', separator: ';', sign: ',', quoted: false, end: '\n', header: true, counted: false },
        ...{ humid: false, unit: 'celsius', decimals: 1, zone: 'UTC', encoding: 'utf8' },
      },
    );
    const cut = readingsIn(bytes.slice(0, -3), { ...answers, lastLine: 'whole' });
    expect(cut.map(({ celsius }) => celsius)).toEqual([12.5, 12.5, 12]);
  });
});
