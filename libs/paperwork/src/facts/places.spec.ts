import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { seenAs } from './places.js';

/** Where people see those names: the board's pages, and the titles over the forms of commands. */
const folders = ['apps/board/src', 'libs/use-cases/src/wire'];

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.spec|\.gen)\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

const sources = folders.flatMap(sourcesIn);
/** As a whole text: a title, or what stands between two tags. */
const isSeen = (name: string) =>
  sources.some((source) =>
    [`'${name}'`, `"${name}"`, `>${name}<`].some((text) =>
      source.replaceAll(/>\s+|\s+</g, (space) => space.trim()).includes(text),
    ),
  );

describe('where something is entered', () => {
  it.each(Object.values(seenAs))('is told by a name that stands there: %s', (name) => {
    expect(isSeen(name)).toBe(true);
  });

  it('would be found out, were it called otherwise there', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(['Settings', 'Organisations', 'Record the packed boxes'].map(isSeen)).toEqual([false, false, false]);
  });
});
