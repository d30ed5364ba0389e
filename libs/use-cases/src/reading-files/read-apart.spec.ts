import { countOf, readingsFrom } from './file-digest.js';
import { readApart } from './read-apart.js';
import { readFile } from './read-file.js';

const row = (nth: number, celsius: string) =>
  `2026-11-23T07:${String(Math.floor(nth / 60)).padStart(2, '0')}:${String(nth % 60).padStart(2, '0')}Z;${celsius}\n`;
const bytesOf = (rows: readonly string[]) => new TextEncoder().encode(`t;°C\n${rows.join('')}`);
const many = (count: number, celsius = '4,5') => Array.from({ length: count }, (_, nth) => row(nth, celsius));

function digestOf(rows: readonly string[]) {
  const read = readApart(bytesOf(rows), {});
  if (!read.ok) throw new Error(read.error.sentence);
  return read.value;
}

describe('what is handed over of a file', () => {
  it('is every reading, as it was read', () => {
    const read = readFile(bytesOf(many(30)));
    const { readings } = digestOf(many(30));
    expect(read.ok && read.value.readings).toEqual(readingsFrom(readings, 0, countOf(readings)));
    expect(readingsFrom(readings, 28, 40).map(({ line }) => line)).toEqual([30, 31]);
  });

  it('is both ends of its lines, all where they are few', () => {
    expect(digestOf(many(10)).lines).toMatchObject({ count: 10, first: { length: 10 }, last: [] });
    const { count, first, last } = digestOf(many(11)).lines;
    expect([count, first.map(({ line }) => line), last.map(({ line }) => line)]).toEqual([
      11,
      [2, 3, 4, 5, 6],
      [8, 9, 10, 11, 12],
    ]);
  });

  it('is how many lines give no reading, and the first hundred of them', () => {
    const { problems, readings } = digestOf([...many(3), ...many(140, 'ERR')]);
    expect([countOf(readings), problems.count, problems.items.length, problems.items[0]?.line]).toEqual([
      3, 140, 100, 5,
    ]);
  });

  it('is why nothing of it was read', () => {
    expect(readApart(new Uint8Array(), {})).toMatchObject({ error: { code: 'file-empty' } });
  });
});
