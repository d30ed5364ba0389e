import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataFolderInUse } from './embedded-errors.js';
import { holdFolder } from './folder-hold.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-spec-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function changeClaim(change: object): void {
  const [name = ''] = readdirSync(folder);
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
}

it('lets one in at a time, and the next when that one has let go', async () => {
  const first = await holdFolder(folder);
  await expect(holdFolder(folder)).rejects.toBeInstanceOf(DataFolderInUse);
  first.letGo();
  const second = await holdFolder(folder);
  second.letGo();
  expect(readdirSync(folder)).toEqual([]);
});

it('lets exactly one of many in that ask at once', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => holdFolder(folder)));
  const held = asked.filter((one) => one.status === 'fulfilled');
  expect(held).toHaveLength(1);
  held.forEach((one) => one.value.letGo());
});

it('says who holds the folder and where its board is', async () => {
  const hold = await holdFolder(folder);
  hold.announce('http://localhost:3000');
  await expect(holdFolder(folder)).rejects.toThrow(/process \d+ .* since \d{4}-.*http:\/\/localhost:3000/);
  hold.letGo();
});

it.each([
  ['whose process began at another time', { birth: 'another' }],
  ['whose process is gone', { pid: 2 ** 22 + 1 }],
])('clears away the claim %s', async (_what, change) => {
  await holdFolder(folder).then(() => changeClaim(change));
  const next = await holdFolder(folder);
  expect(readdirSync(folder)).toHaveLength(1);
  next.letGo();
});

it('clears away a claim that was cut short', async () => {
  writeFileSync(path.join(folder, 'holder-1-abcdef.json'), '{"pid":');
  const hold = await holdFolder(folder);
  hold.letGo();
});
