import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDataFolder } from './data-folder.js';

let room: string;
beforeEach(() => (room = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-data-folder-'))));
afterEach(() => rmSync(room, { recursive: true, force: true }));

const holding = (...names: readonly string[]): string => {
  for (const name of names) writeFileSync(path.join(room, name), '');
  return room;
};

describe('a data folder', () => {
  it('is made for its owner alone, and opened again', () => {
    const folder = path.join(room, 'data');
    expect(openDataFolder(folder)).toBe(openDataFolder(folder));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('that is empty is taken, a disk of its own and a first start cut short too', () => {
    mkdirSync(path.join(room, 'lost+found'));
    mkdirSync(path.join(room, 'postgres'));
    expect(() => openDataFolder(room)).not.toThrow();
  });

  it.each(['postgres-is-in', 'database-passwords.json', 'holder-17-a1b2c3.json'])(
    'that holds %s is ours, whatever else is in it',
    (name) => {
      expect(() => openDataFolder(holding('notes.txt', name))).not.toThrow();
    },
  );

  it('with things of somebody else is refused and left as it is', () => {
    holding('passwd', 'hosts');
    expect(() => openDataFolder(room)).toThrow(
      expect.objectContaining({
        code: 'data-folder-unusable',
        message: expect.stringMatching(
          /there are things in it, and none of them is CellRelay’s.*CELLRELAY_DATA/,
        ) as string,
      }),
    );
    expect(readdirSync(room)).toEqual(['hosts', 'passwd']);
  });

  it.each([path.join('not', 'there', 'yet'), '/proc/cellrelay', '/proc/cellrelay/data'])(
    'at a place where none can be made is refused at once: %s',
    (place) => {
      expect(() => openDataFolder(path.resolve(room, place))).toThrow(
        expect.objectContaining({ code: 'data-folder-unusable' }),
      );
    },
  );
});
