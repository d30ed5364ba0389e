import { readFile } from './read-file.js';
import type { FileAnswers, FileRead } from './reading-file.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What was read, or a failing test. */
function read(file: string | Uint8Array, answers: FileAnswers = {}): FileRead {
  const found = readFile(typeof file === 'string' ? bytesOf(file) : file, answers);
  if (!found.ok) throw new Error(found.error.sentence);
  return found.value;
}

const readings = (file: string | Uint8Array, answers: FileAnswers = {}) =>
  read(file, answers).readings.map(({ at, celsius }) => `${at} ${celsius}`);
const asked = (file: string, answers: FileAnswers = {}) =>
  read(file, answers)
    .questions.filter(({ chosen }) => chosen === null)
    .map(({ name }) => name);
const said = (file: string | Uint8Array, what: string) =>
  read(file).understood.find((each) => each.what === what)?.says;

const berlin = { zone: 'Europe/Berlin' };
const seven = ['2026-11-23T07:00:00.000Z 4.5', '2026-11-23T07:01:00.000Z 4.25'];

describe('a file of a logger', () => {
  it.each<[string, string, FileAnswers?]>([
    ['ISO with an offset, commas', 'time,temp °C\n2026-11-23T08:00:00+01:00,4.5\n2026-11-23T08:01:00+01:00,4.25\n'],
    ['ISO in UTC, tabs', 'Time\tTemp (°C)\r\n2026-11-23T07:00Z\t4.5\r\n2026-11-23T07:01Z\t4.25\r\n'],
    ['points and commas', 'Zeit;Temperatur [°C]\n23.11.2026 08:00;4,5\n23.11.2026 08:01;4,25\n', berlin],
    [
      'with AM and PM, quoted',
      '"Date","Value(°C)"\n"11/23/2026 02:00:00 AM","4.5"\n"11/23/2026 02:01:00 AM","4.25"\n',
      { zone: 'America/New_York' },
    ],
    ['quoted by apostrophes', "'t';'Temp °C'\n'2026-11-23 08:00';'4,5'\n'2026-11-23 08:01';'4,25'\n", berlin],
    ['decimal commas quoted among commas', 't,°C\n2026-11-23 08:00,"4,5"\n2026-11-23 08:01,"4,25"\n', berlin],
    ['date and time apart', 'No;Date;Time;T [C]\n1;23.11.2026;08:00;4,5\n2;23.11.2026;08:01;4,25\n', berlin],
    ['bars and months in letters', '#|t|x\n1|23-Nov-2026 08:00|4.5 °C\n2|23-Nov-2026 08:01|4.25 °C\n', berlin],
    ['Unix seconds', 'ts,celsius\n1795417200,4.5\n1795417260,4.25\n'],
    ['Unix milliseconds', 'ts;celsius\n1795417200000;4,5\n1795417260000;4,25\n'],
    ['serial dates of 1900', 't;°C\n46349,33333333;4,5\n46349,33402778;4,25\n', { ...berlin, epoch: '1900' }],
    ['serial dates of 1904', 't;°C\n44887,33333333;4,5\n44887,33402778;4,25\n', { ...berlin, epoch: '1904' }],
    ['Fahrenheit', 't,Temp (°F)\n2026-11-23T07:00Z,40.1\n2026-11-23T07:01Z,39.65\n'],
    ['the zone in the name of its column', 'Time (UTC+01:00);°C\n2026-11-23 08:00;4,5\n2026-11-23 08:01;4,25\n'],
    [
      'a preamble that names zone and unit',
      'Device;X1 EXAMPLE\nTime zone;Europe/Berlin\nUnit;°C\n\nTime;Probe\n23.11.2026 08:00;4,5\n23.11.2026 08:01;4,25\n',
    ],
    ['the newest first', 't;°C\n2026-11-23 08:00;4,5\n2026-11-23 08:01;4,25\n', berlin],
  ])('is read: %s', (_, file, ...[answers]) => {
    expect(asked(file, answers)).toEqual([]);
    expect(readings(file, answers)).toEqual(seven);
    expect(read(file, answers).problems).toEqual([]);
  });

  const wide = 'Zeit;°C\n23.11.2026 08:00;4,5\n23.11.2026 08:01;4,25\n';
  const utf16 = (littleEndian: boolean, mark: boolean) => {
    const text = mark ? `\uFEFF${wide}` : wide;
    const view = new DataView(new ArrayBuffer(text.length * 2));
    [...text].forEach((sign, at) => view.setUint16(at * 2, sign.charCodeAt(0), littleEndian));
    return new Uint8Array(view.buffer);
  };
  it.each<[string, Uint8Array]>([
    ['UTF-8', bytesOf(wide)],
    ['UTF-8 with a byte order mark', bytesOf(`\uFEFF${wide}`)],
    ['UTF-16, little-endian', utf16(true, true)],
    ['UTF-16, big-endian', utf16(false, true)],
    ['UTF-16LE without a mark', utf16(true, false)],
    ['UTF-16BE without a mark', utf16(false, false)],
    ['Windows-1252 (Latin-1)', Uint8Array.from([...wide].map((sign) => sign.charCodeAt(0)))],
  ])('is read in %s', (encoding, file) => {
    expect(said(file, 'text')).toBe(encoding);
    expect(readings(file, berlin)).toEqual(seven);
  });
});

describe('what a file does not say', () => {
  it.each<[string, string, string[]]>([
    ['the zone', 't;°C\n2026-11-23 08:00;4,5\n', ['zone']],
    ['the zone, where letters name several', 't;°C\n2026-11-23 08:00 CET;4,5\n', ['zone']],
    ['day or month', 't;°C\n05/06/2026 08:00;4,5\n06/06/2026 08:00;4,5\n', ['order', 'zone']],
    [
      'day or month where one line alone would tell',
      't;°C\n05/06/2026 08:00;4,5\n13/06/2026 08:00;4,5\n',
      ['order', 'zone'],
    ],
    ['the century’s end', 't;°C\n05.06.26 08:00;4,5\n', ['order', 'zone']],
    ['the epoch of serial dates', 't;°C\n46349,5;4,5\n46349,6;4,5\n', ['epoch', 'zone']],
    ['the probe', 't;Probe 1 °C;Probe 2 °C\n2026-11-23T08:00Z;4,5;5,5\n', ['channel']],
    ['the probe, without a header', '2026-11-23T08:00Z;4,5;60,1\n', ['channel']],
    ['the unit', 't;Probe\n2026-11-23T08:00Z;4,5\n', ['unit']],
    ['the unit, where a probe is called F', 't;Probe F\n2026-11-23T08:00Z;4,5\n', ['unit']],
    [
      'the zone, where a system’s name of it is told',
      'Time zone;(UTC+01:00) Amsterdam, Berlin\n\nt;°C\n2026-07-23 08:00;4,5\n',
      ['zone'],
    ],
    ['which time', 'begun;ended;°C\n2026-11-23T08:00Z;2026-11-23T08:01Z;4,5\n', ['times']],
  ])('is asked: %s', (_, file, names) => {
    expect(asked(file)).toEqual(names);
    expect(read(file).readings).toEqual([]);
  });

  it('is read as it was answered', () => {
    const file = 't;A °C;B °C\n05/06/2026 08:00;4,5;5,5\n06/06/2026 08:00;4,5;5,5\n';
    const answers = { zone: 'UTC', channel: '3' };
    expect(readings(file, { ...answers, order: 'day-first' })[0]).toBe('2026-06-05T08:00:00.000Z 5.5');
    expect(readings(file, { ...answers, order: 'month-first' })[0]).toBe('2026-05-06T08:00:00.000Z 5.5');
  });

  it('is not asked where lines enough tell it', () => {
    const file = 't;°C\n05/06/2026 08:00;4,5\n13/06/2026 08:00;4,5\n14/06/2026 08:00;4,5\n';
    expect(readings(file, { zone: 'UTC' })[0]).toBe('2026-06-05T08:00:00.000Z 4.5');
  });

  it('leaves humidity, battery and counters aside', () => {
    const file = '#;t;Temp °C;Hum %;Battery\n1;2026-11-23T07:00Z;4,5;60;3,1\n2;2026-11-23T07:01Z;4,25;61;3,1\n';
    expect(readings(file)).toEqual(seven);
  });

  it('takes a column that is called a temperature, whatever else its name says, and none that is worked out', () => {
    const file = 't;Sample temp °C;Dew point °C;Max °C\n2026-11-23T07:00Z;4,5;1;9\n2026-11-23T07:01Z;4,25;1;9\n';
    expect(readings(file)).toEqual(seven);
  });

  it.each<[string, FileAnswers, string]>([
    ['a zone that there is none', { zone: 'Berlin' }, 'zone-unknown'],
    ['an order that there is none', { order: 'year-first', zone: 'UTC' }, 'not-one-of'],
  ])('is not taken for answered by %s', (_, answers, code) => {
    expect(readFile(bytesOf('t;°C\n05/06/2026 08:00;4,5\n'), answers)).toMatchObject({ error: { code } });
  });
});

describe('a clock that is changed', () => {
  const table = (...times: string[]) => `t;°C\n${times.map((time) => `2026-${time};4,5\n`).join('')}`;
  const newYork = { zone: 'America/New_York' };
  const instants = (file: string, answers: FileAnswers = newYork) =>
    readings(file, answers).map((line) => line.slice(11, 16));
  const twice = ['11-01 00:40', '11-01 01:10', '11-01 01:40', '11-01 01:10', '11-01 01:40', '11-01 02:10'];

  it('skips times, and they are refused each', () => {
    const { readings: kept, problems } = read(table('03-08 01:50', '03-08 02:10', '03-08 03:10'), newYork);
    expect(kept.map(({ line }) => line)).toEqual([2, 4]);
    expect(problems).toMatchObject([{ line: 3, code: 'local-time-skipped' }]);
  });

  it('repeats times, and the step back tells which is meant, whichever way the file runs', () => {
    const right = ['04:40', '05:10', '05:40', '06:10', '06:40', '07:10'];
    expect(instants(table(...twice))).toEqual(right);
    expect(instants(table(...twice.toReversed()))).toEqual(right.toReversed());
  });

  it('is asked about where no step shows it, and both answers are taken', () => {
    const file = table('11-01 00:40', '11-01 01:10', '11-01 02:10');
    expect(asked(file, newYork)).toEqual(['repeated']);
    expect(instants(file, { ...newYork, repeated: 'earlier' })).toEqual(['04:40', '05:10', '07:10']);
    expect(instants(file, { ...newYork, repeated: 'later' })).toEqual(['04:40', '06:10', '07:10']);
  });

  it('changes within a quarter of an hour nowhere unnoticed', () => {
    const file = table('10-04 01:59', '10-04 02:00', '10-04 02:29', '10-04 02:30');
    const { problems } = read(file, { zone: 'Australia/Lord_Howe' });
    expect(problems.map(({ line }) => line)).toEqual([3, 4]);
  });
});
