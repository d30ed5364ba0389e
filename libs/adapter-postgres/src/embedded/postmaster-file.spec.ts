import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { postmasterFile, readPostmasterFile } from './postmaster-file.js';

const cluster = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-spec-'));
afterAll(() => rmSync(cluster, { recursive: true }));

/** The file as PostgreSQL 18 writes it; the last line comes once it listens. */
const lines = ['4711', '/data/cluster', '1763776800', '5499', '', '127.0.0.1', ' 2211987    163881'];

function found(text: string) {
  writeFileSync(postmasterFile(cluster), text);
  return readPostmasterFile(cluster);
}

it('names no port before the server listens: until then another program may answer there', () => {
  expect(found(`${lines.join('\n')}\n`)).toEqual({ pid: 4711, port: undefined });
  expect(found(`${[...lines, 'starting'].join('\n')}\n`)).toEqual({ pid: 4711, port: 5499 });
});

it.each(['', '\n', 'garbage', '-4711\n', '0\n'])('takes %j for a file that names no process', (text) => {
  expect(found(text)).toBeUndefined();
});

it('takes a missing file for none', () => {
  rmSync(postmasterFile(cluster));
  expect(readPostmasterFile(cluster)).toBeUndefined();
  writeFileSync(postmasterFile(cluster), '');
});
